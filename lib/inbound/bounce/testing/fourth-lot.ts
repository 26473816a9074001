import { lotOf } from "./sample.ts";

/**
 * Receivers and mail programs in fourteen languages, written down before the rules were tried on them: of the first 90, 83
 * were told at once.
 */
export const FOURTH_LOT = lotOf(String.raw`
# Gmail
ptr_missing_or_fcrdns_fail address=198.51.100.23 receiver=gmail | <bob@gmail.com>: host gmail-smtp-in.l.google.com[142.250.102.26] said: 550-5.7.25 [198.51.100.23] The IP address sending this message does not have a\n550-5.7.25 PTR record setup, or the corresponding forward DNS entry does not\n550 5.7.25 match the sending IP. - gsmtp (in reply to end of DATA command)
dmarc_missing receiver=gmail | 421-4.7.40 Your email has been rate limited because the sending domain has no DMARC record, or its DMARC record has no policy. Gmail requires all bulk senders to publish a DMARC record. - gsmtp
tls_required receiver=gmail | 550-5.7.29 Your email has been blocked because it was not sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections. - gsmtp
dmarc_alignment receiver=gmail | 421 4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain. - gsmtp
message_malformed receiver=gmail address=198.51.100.23 | 550-5.7.1 [198.51.100.23] Messages missing a valid Message-ID header are not accepted. For more information, go to https://support.google.com/mail/?p=RfcMessageNonCompliant - gsmtp
message_malformed receiver=gmail | 550-5.7.1 This message is not RFC 5322 compliant. There are multiple Subject headers. To reduce the amount of spam sent to Gmail, this message has been blocked. - gsmtp
recipient_unknown receiver=gmail | 550-5.1.1 Das E-Mail-Konto, das Sie erreichen wollten, existiert nicht. Überprüfen Sie die E-Mail-Adresse des Empfängers auf Tippfehler. - gsmtp
mailbox_full receiver=gmail | 452-4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp - gsmtp
# Microsoft
private_blocklist receiver=microsoft address=198.51.100.23 | 550 5.7.511 Access denied, banned sender[198.51.100.23]. To request removal from this list please forward this message to delist@microsoft.com.
bulk_auth_required receiver=microsoft | 550 5.7.515 Zugriff verweigert: Die sendende Domäne example.com erfüllt nicht die erforderliche Authentifizierungsstufe.
private_blocklist receiver=microsoft address=198.51.100.23 | host outlook-com.olc.protection.outlook.com[104.47.18.97] said: 550 5.7.1 Unfortunately, messages from [198.51.100.23] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). (in reply to MAIL FROM command)
recipient_unknown receiver=microsoft | 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0EUR02FT010.eop-EUR02.prod.protection.outlook.com]
recipient_restricted receiver=microsoft | Remote server returned '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group'
throttle receiver=microsoft address=198.51.100.23 | 451 4.7.500 Server busy. Please try again later from [198.51.100.23]. (AS77714321)
# Yahoo and AOL
ip_reputation receiver=yahoo address=198.51.100.23 | 421 4.7.0 [TSS04] Messages from 198.51.100.23 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes
dnsbl_listed receiver=yahoo address=198.51.100.23 | 553 5.7.1 [BL21] Connections will not be accepted from 198.51.100.23, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html
dmarc_reject receiver=yahoo | 554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes (domain's DMARC policy: reject)
recipient_unknown | 552 1 Requested mail action aborted, mailbox not found
# Germany
unknown_ip_or_host_identity address=198.51.100.23 receiver=t-online | <anna@t-online.de>: host mx03.t-online.de[194.25.134.73] refused to talk to me: 554 IP=198.51.100.23 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)
ptr_missing receiver=gmx address=198.51.100.23 | 554-gmx.net (mxgmx103) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit https://postmaster.gmx.net/en/case?c=rdns&i=ip&v=198.51.100.23
mailbox_full receiver=gmx | 552-Requested mail action aborted: exceeded storage allocation 552-Quota exceeded. The recipient mailbox is full. 552 For explanation visit https://postmaster.web.de/de/case?c=quot
ptr_missing address=198.51.100.23 | Ihre E-Mail wurde vom Zielserver abgewiesen: 550 5.7.1 Kein PTR-Eintrag (Reverse DNS) für 198.51.100.23 gefunden.
fcrdns_mismatch | 550 Der Hostname zu Ihrer IP-Adresse (Reverse-DNS) stimmt nicht mit dem A-Record überein
helo_unresolvable | 550 5.7.1 Der im HELO angegebene Name mail.firma.example existiert nicht im DNS
spf_fail address=198.51.100.23 | 550 5.7.23 Nachricht abgelehnt: Die IP 198.51.100.23 ist laut SPF-Eintrag nicht berechtigt, E-Mails für example.com zu senden
greylisted | 451 4.7.1 Greylisting aktiv, bitte versuchen Sie es in 5 Minuten erneut
# France
ptr_missing_or_fcrdns_fail receiver=orange | 550 5.7.1 Service refusé. Veuillez essayer plus tard. OFR004_107 [107]
throttle receiver=orange | 421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 Votre adresse IP 198.51.100.23 n'a pas de reverse DNS valide, connexion refusée
dnsbl_listed address=198.51.100.23 | 554 5.7.1 Message rejeté : l'adresse IP 198.51.100.23 figure sur la liste noire zen.spamhaus.org
dkim_fail | 550 5.7.20 Signature DKIM absente ou invalide, message refusé
recipient_unknown | 550 5.1.1 <jean@example.fr> : adresse du destinataire rejetée : utilisateur inconnu dans la table des boîtes locales
ip_reputation receiver=free address=198.51.100.23 | 421 Too many spams from your IP (198.51.100.23), please visit http://postmaster.free.fr/
# Comcast, Apple and others in America
dnsbl_listed receiver=comcast address=198.51.100.23 | 554 resimta-po-05v.sys.comcast.net comcast 198.51.100.23 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000001
private_blocklist receiver=comcast address=198.51.100.23 | 554 resimta-ch2-12v.sys.comcast.net comcast 198.51.100.23 Comcast block for spam. Please see https://postmaster.comcast.net/smtp-error-codes.php#BL000000
ptr_missing receiver=comcast | 554 5.7.1 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement.
local_policy receiver=apple | 554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137
dnsbl_listed address=198.51.100.23 | 550 5.7.0 Blocked - see https://www.spamhaus.org/query/ip/198.51.100.23 (mx01.mail.icloud.com [17.57.155.34])
ptr_missing receiver=spectrum address=198.51.100.23 | 550 5.7.1 [198.51.100.23] AUP#I-1100 No reverse DNS found for connecting IP
private_blocklist receiver=cox address=198.51.100.23 | 554 cox.net cmsmtp 198.51.100.23 blocked. Error Code: CXBL, refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html
# Mail.ru, Yandex
ptr_generic receiver=mail-ru address=198.51.100.23 | 550 Sorry, we do not accept mail from hosts with dynamic IP or generic DNS PTR-records. Please get a custom reverse DNS name from your ISP for your host 198.51.100.23 or contact abuse@corp.mail.ru in case of error
content_rejected receiver=mail-ru | 550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=abc or report details to abuse@corp.mail.ru. Error code: 9A8B7C6D.
content_rejected receiver=yandex | 554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1732460000-abcDEF
ptr_missing address=198.51.100.23 | 550 5.7.1 Для вашего IP-адреса 198.51.100.23 не найдена PTR-запись, приём почты невозможен
fcrdns_mismatch address=198.51.100.23 | 554 5.7.1 Обратная зона (PTR) для 198.51.100.23 не соответствует прямой записи
dnsbl_listed address=198.51.100.23 | 550 5.7.1 Ваш адрес 198.51.100.23 находится в чёрном списке bl.spamcop.net
mailbox_full | 552 5.2.2 Почтовый ящик получателя переполнен
# China, Japan, Korea
content_rejected receiver=netease address=198.51.100.23 | 554 DT:SPM 163 mx8,PMCowAB3vV1,1732460000,please see http://mail.163.com/help/help_spam_16.htm?ip=198.51.100.23&hostid=mx8&time=1732460000
throttle receiver=qq | 550 Connection frequency limited http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722
ip_reputation receiver=qq | 550 Mail content denied. IP reputation is poor, http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726
ptr_missing address=198.51.100.23 | 550 5.7.1 您的发信服务器IP 198.51.100.23 没有反向解析(PTR)记录，拒绝接收
spf_fail address=198.51.100.23 | 550 SPF检查失败：IP 198.51.100.23 未被授权为 example.com 发信
recipient_unknown | 550 5.1.1 收件人邮箱不存在
ptr_missing address=198.51.100.23 | 554 5.7.1 接続元 198.51.100.23 の逆引きホスト名が見つかりません
fcrdns_mismatch address=198.51.100.23 | 550 正引きと逆引きが一致しないため受信を拒否しました [198.51.100.23]
dmarc_reject | 550 5.7.1 送信ドメインのDMARCポリシー(reject)により受信を拒否しました
ptr_missing address=198.51.100.23 | 554 5.7.1 보내는 서버 IP 198.51.100.23의 역방향 DNS(PTR) 레코드가 없어 수신이 거부되었습니다
dnsbl_listed address=198.51.100.23 | 550 5.7.1 IP 198.51.100.23가 스팸 차단 목록(KISARBL, spamlist.or.kr)에 등록되어 있습니다
recipient_unknown | 550 5.1.1 존재하지 않는 사용자입니다 (recipient not found)
# Southern Europe, Latin America
ptr_missing address=198.51.100.23 | 550 5.7.1 Su servidor 198.51.100.23 no tiene registro PTR; configure el DNS inverso e inténtelo de nuevo
spf_fail address=198.51.100.23 | 550 5.7.23 El servidor 198.51.100.23 no está autorizado por el registro SPF de example.es
mailbox_full | 552 5.2.2 El buzón del destinatario está lleno
helo_not_fqdn | 504 5.5.2 <localhost>: HELO rechazado: se necesita un nombre de host completo
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.25 L'indirizzo IP 198.51.100.23 non ha un record PTR oppure il DNS diretto non corrisponde
dnsbl_listed address=198.51.100.23 | 554 5.7.1 Indirizzo 198.51.100.23 presente nella blacklist zen.spamhaus.org
recipient_unknown | 550 5.1.1 Utente sconosciuto: la casella di posta non esiste
ptr_missing address=198.51.100.23 | 550 5.7.1 O IP 198.51.100.23 não possui DNS reverso configurado
greylisted | 450 4.7.1 Mensagem em greylist, tente novamente em 300 segundos
# Netherlands, Sweden, Poland, Turkey
ptr_missing address=198.51.100.23 | 550 5.7.1 Geen reverse DNS (PTR-record) gevonden voor 198.51.100.23; mail geweigerd
dnsbl_listed address=198.51.100.23 | 554 5.7.1 Geweigerd: 198.51.100.23 staat op de zwarte lijst van bl.spamcop.net
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 Felaktig eller saknad omvänd DNS (PTR) för 198.51.100.23
spf_fail address=198.51.100.23 | 550 5.7.1 SPF-kontrollen misslyckades: 198.51.100.23 får inte skicka e-post för example.se
ptr_missing address=198.51.100.23 | 550 5.7.1 Brak rekordu PTR (odwrotny DNS) dla adresu 198.51.100.23 - wiadomość odrzucona
content_rejected | 554 5.7.1 Wiadomość została odrzucona jako spam
ptr_missing address=198.51.100.23 | 550 5.7.1 198.51.100.23 IP adresi için ters DNS (PTR) kaydı bulunamadı
recipient_unknown | 550 5.1.1 Alıcı bulunamadı: böyle bir kullanıcı yok
# No valid name: there may be one, in each language
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 Für 198.51.100.23 gibt es keinen gültigen PTR-Eintrag
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 El servidor 198.51.100.23 no tiene un DNS inverso válido
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 L'IP 198.51.100.23 non ha un reverse DNS valido
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 O IP 198.51.100.23 não possui DNS reverso válido
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 Geen geldig PTR-record voor 198.51.100.23
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 198.51.100.23 saknar giltig omvänd DNS
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 Brak poprawnego rekordu PTR dla 198.51.100.23
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 Нет корректной PTR-записи для 198.51.100.23
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 198.51.100.23 için geçerli bir PTR kaydı yok
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 198.51.100.23 没有有效的PTR记录
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 198.51.100.23 に有効な逆引きがありません
ptr_missing_or_fcrdns_fail address=198.51.100.23 | 550 5.7.1 198.51.100.23에 유효한 PTR 레코드가 없습니다
# Zoho, gateways, programs
throttle address=198.51.100.23 | 421 4.7.0 Temporarily blocked: 198.51.100.23 exceeded the connection rate (mx.zohomail.com)
proofpoint_reputation address=198.51.100.23 | 554 Blocked - see https://ipcheck.proofpoint.com/?ip=198.51.100.23
ip_reputation receiver=mimecast | 554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 IP reputation [abcDEF123.uk192]
dnsbl_listed address=198.51.100.23 | 550 5.7.1 Service unavailable; client [198.51.100.23] blocked using b.barracudacentral.org (barracuda reputation); http://www.barracudanetworks.com/reputation/?pr=1&ip=198.51.100.23
ip_reputation | 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means. (esa1.example.iphmx.com)
helo_unresolvable helo=mail.firma.example address=198.51.100.23 | Nov 26 06:12:01 mx postfix/smtpd[412]: NOQUEUE: reject: RCPT from unknown[198.51.100.23]: 450 4.7.1 <mail.firma.example>: Helo command rejected: Host not found; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<mail.firma.example>
helo_not_verified | 550 EHLO argument does not match calling host
relay_denied | 550-Verification failed for <a@example.com> 550 relay not permitted
ptr_missing address=198.51.100.23 | 550 5.7.1 Fix reverse DNS for 198.51.100.23
early_talker | 554 SMTP synchronization error
early_talker | 554 5.5.0 Error: SMTP protocol synchronization
connection_failed | Hi. This is the qmail-send program at mail.example.com. <bob@example.org>: Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)
delivery_expired | Hi. This is the qmail-send program at mail.example.com. I'm not going to try again; this message has been in the queue too long.
recipient_domain_unknown | <bob@exampel.org>: Sorry, I couldn't find any host named exampel.org. (#5.1.2)
mail_loop | 554 5.4.6 Too many hops 26 (25 max): from <a@example.com> via mail.example.com, to <b@example.org>
# Written when all before were told: 43 of 45 at once.
ptr_missing address=198.51.100.77 | Delivery has failed to these recipients or groups: bob@example.org. Remote server returned '554 5.7.1 <host>: No PTR record for the sending IP 198.51.100.77'
helo_not_fqdn | 550 5.7.1 HELO srv-mail is not a fully qualified domain name
helo_generic | 550 HELO name 198-51-100-77.dyn.isp.example is dynamic; use a proper host name
spf_fail address=198.51.100.77 | 550 5.7.1 SPF: 198.51.100.77 is not allowed to send mail for example.com (v=spf1 -all)
spf_error | 550 5.7.24 SPF PermError: too many DNS lookups for example.com
dkim_fail | 550 5.7.20 DKIM signature verification failed (bad signature)
dmarc_reject | 550 5.7.1 Rejected by DMARC policy of example.com
greylisted | 451 4.7.1 Grijze lijst actief, probeer het over 5 minuten opnieuw
greylisted | 450 4.2.0 <bob@example.org>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.org.html
recipient_unknown | 550 5.1.1 Destinatario desconocido: el usuario no existe
recipient_unknown | 550 5.1.1 Benutzer unbekannt
recipient_unknown | 550 5.1.1 Okänd mottagare
recipient_unknown | 550 5.1.1 Użytkownik nieznany
recipient_unknown | 550 5.1.1 Пользователь не найден
recipient_unknown | 550 5.1.1 宛先のユーザーが存在しません
mailbox_full | 552 5.2.2 Das Postfach des Empfängers ist voll
mailbox_full | 452 4.2.2 メールボックスの容量を超えています
mailbox_full | 552 5.2.2 받은 편지함이 가득 찼습니다
content_rejected | 554 5.7.1 Su mensaje ha sido identificado como spam
content_rejected | 554 5.6.0 Message contains a virus (Eicar-Test-Signature)
message_too_large | 552 5.3.4 La taille du message dépasse la limite autorisée
message_too_large | 552 5.3.4 Nachricht ist zu groß (maximal 25 MB)
relay_denied | 554 5.7.1 <bob@example.org>: Relay access denied
relay_denied | 550 5.7.1 Weiterleitung (Relay) nicht erlaubt
throttle | 421 4.7.0 Zu viele Verbindungen von Ihrer IP-Adresse
throttle | 451 4.7.1 Слишком много сообщений с вашего IP, повторите попытку позже
tls_required | 530 5.7.0 Must issue a STARTTLS command first
tls_required | 550 5.7.10 TLS erforderlich
connection_failed | connect to mx.example.org[192.0.2.25]:25: Connection timed out
connection_failed | Host or domain name not found. Name service error for name=exampel.org type=MX: Host not found
dnsbl_listed address=198.51.100.77 | 554 5.7.1 IP adresiniz (198.51.100.77) Spamhaus kara listesinde
dnsbl_listed address=198.51.100.77 | 550 5.7.1 IP 198.51.100.77 está na lista negra SpamCop
private_blocklist address=198.51.100.77 | 550 5.7.1 Votre IP 198.51.100.77 est bloquée par notre liste noire interne
ip_reputation address=198.51.100.77 | 554 5.7.1 Połączenie odrzucone: zła reputacja adresu 198.51.100.77
dynamic_ip_policy | 554 5.7.1 E-Mails von dynamischen IP-Adressen werden nicht angenommen
ptr_generic address=198.51.100.77 | 550 5.7.1 El nombre PTR de 198.51.100.77 parece genérico o dinámico
ptr_dns_tempfail address=198.51.100.77 | 451 4.7.1 Temporärer Fehler bei der Reverse-DNS-Abfrage für 198.51.100.77
fcrdns_mismatch address=198.51.100.77 | 550 Reverse DNS wijst niet terug naar 198.51.100.77
helo_unresolvable | 550 5.7.1 Le nom HELO mail.local.example n'existe pas dans le DNS
mail_from_domain_unresolvable | 450 4.1.8 <a@nx.example>: Absenderadresse abgelehnt: Domain nicht gefunden
login_failed | 535 5.7.8 Authentifizierung fehlgeschlagen: falscher Benutzername oder falsches Passwort
recipient_restricted | 550 5.7.1 Sie sind nicht berechtigt, an diese Gruppe zu schreiben
sender_null_mx | 550 5.7.27 <a@nomail.example>: Sender address rejected: Domain nomail.example does not accept mail (nullMX)
arc_fail | 550 5.7.29 ARC validation failure
local_policy | 554 5.7.1 Message refused due to local policy
`);
