import { lotOf } from "./sample.ts";

/**
 * What a fresh eye wrote down without looking at the rules: of 172 texts 157 were told at once, of 117 more in other words
 * 102; then, each time once the kinds of the others were mended, of 81 more 76, of 59 51, of 99 92 and of 54 53. Here is one of
 * each kind that was not told.
 */
export const FIFTH_LOT = lotOf(String.raw`
# Whose address it is
recipient_unknown receiver=yahoo | <kim@yahoo.de>:\n198.51.100.94 failed after I sent the message.\nRemote host said: 554 delivery error: dd This user doesn't have a yahoo.de account (kim@yahoo.de) [0]
content_rejected receiver=gmail | Google tried to deliver your message, but it was rejected by the server for the recipient domain recv.example by aspmx.l.google.com. [198.51.100.26].\nThe error that the other server returned was:\n552-5.7.0 This message was blocked because its content presents a potential\n552 5.7.0 security issue.
recipient_unknown | Your message was rejected by server 198.51.100.2 with: 550 5.1.1 unknown user
content_rejected | X-Originating-IP: 198.51.100.4\n550 5.7.1 Message content rejected
ptr_generic address=198.51.100.111 receiver=mx.recv.example | a@recv.example\n    host mx.recv.example [203.0.113.4]\n    SMTP error from remote mail server after RCPT TO:<a@recv.example>:\n    550 5.7.1 Your host name pool-111.dynamic.isp.example [198.51.100.111] looks like a dial-up line
recipient_unknown receiver=gmx | host mx-ha02.web.de [203.0.113.17]\n    SMTP error from remote mail server after RCPT TO:<b@web.de>:\n    550-Requested action not taken: mailbox unavailable\n    550 see the postmaster's page
# The message
message_malformed address=198.51.100.9 | 550-5.7.1 [198.51.100.9] Messages missing a valid address in From: header, or having no From: header, are not accepted.
message_malformed | 550 5.6.0 Bare LF is not allowed in a message
throttle | 450-4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.
throttle | 452 4.2.1 Maximum messages per session reached
account_disabled receiver=zoho | 550 5.4.6 Unusual sending activity detected. Please try after sometime (mx.zoho.eu)
relay_denied | 503 This server requires authentication when sending to a recipient who is not local
relay_denied | 550 5.7.54 Unable to relay recipient in non-accepted domain
local_policy receiver=barracuda | host d1.ess.barracudanetworks.com[203.0.113.82] said: 550 permanent failure for one or more recipients (b@recv.example:blocked)
recipient_domain_unknown | <karl@recv.example>: Host or domain name not found. Name service error for name=recv.example type=A: Host not found
connection_failed | <karl@recv.example>: Host or domain name not found. Name service error for name=recv.example type=MX: Host not found, try again
connection_failed | <karl@recv.example>: Host or domain name not found. Name service error for name=relay.other.example type=A: Host not found
connection_failed | 451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError."
# Lists and reputation
private_blocklist address=198.51.100.7 | 554 198.51.100.7 is blocked, please visit our support pages
private_blocklist receiver=mail-ru address=198.51.100.7 | host mxs.mail.ru [203.0.113.150]: 550 Access from ip address 198.51.100.7 blocked.
private_blocklist address=198.51.100.7 | 550 5.1.0 Connection blocked from 198.51.100.7
private_blocklist address=198.51.100.7 | 550 5.7.1 Your network (198.51.100.7) is not welcome here
private_blocklist | 550 black ip.
sender_null_mx | 550 5.7.27 rejected by mx.recv.example
dnsbl_listed address=198.51.100.7 | 554 5.7.1 Rejected: 198.51.100.7 found in dnsbl.recv.example (127.0.0.2)
throttle receiver=netease address=198.51.100.7 | 421 HL:ICC 163 mx14,wKgDAAD3,198.51.100.7,0,1736242920 http://mail.163.com/help/help_spam_16.htm?ip=198.51.100.7
dnsbl_listed receiver=netease | 450 DT:RBL 163 mx9,ZsCowAAn http://mail.163.com/help/help_spam_16.htm
# Names
ptr_missing address=198.51.100.7 | 550 5.7.1 We could not determine the reverse hostname for 198.51.100.7. Fix your PTR and try again.
ptr_missing address=198.51.100.7 | 550 5.7.1 Verbindung von 198.51.100.7 abgelehnt: Zu dieser IP ist kein Hostname hinterlegt
fcrdns_mismatch address=198.51.100.7 | 550 mail.example.com does not resolve back to 198.51.100.7
fcrdns_mismatch | 550 5.7.1 Your PTR has no forward record
helo_ne_ptr address=198.51.100.7 | 554 5.7.1 Your HELO (mail.example.com) must equal the PTR of 198.51.100.7
helo_generic | 554 5.7.1 <pool-7.isp.example>: Helo command rejected: You look like a home user
helo_syntax | 550 5.7.1 HELO [198.51.100.7] is an address literal and not accepted
# Words that look like others
spf_fail address=198.51.100.12 | 550 5.7.1 Der Server 198.51.100.12 darf laut SPF keine Mails für example.com versenden
spf_fail address=198.51.100.12 | 550 5.7.1 Fallo de SPF: 198.51.100.12 no está autorizado a enviar correo de example.com
spf_missing | 550 5.7.1 SPF record not found for example.com
spf_missing | 550 5.7.1 Kein SPF-Eintrag für example.com
greylisted | 450 4.7.1 Absender noch unbekannt (Graue Liste). Bitte in 10 Minuten erneut zustellen.
greylisted | 451 4.7.1 Temporarily deferred (first contact with this sender), will be accepted in 300 seconds
# Czech and Slovak, Danish and Norwegian, Finnish, Hungarian, Ukrainian
ptr_missing address=198.51.100.7 | 550 5.7.1 Odmítnuto: IP adresa 198.51.100.7 nemá reverzní DNS záznam (PTR)
mailbox_full | 552 Schránka příjemce je plná, zpráva nebyla doručena
private_blocklist address=198.51.100.7 | 554 5.7.1 Adresa 198.51.100.7 je na černé listině
spf_fail address=198.51.100.7 | 550 5.7.1 Kontrola SPF selhala: 198.51.100.7 není oprávněn odesílat
ptr_missing address=198.51.100.7 | 550 5.7.1 IP adresa 198.51.100.7 nemá reverzný záznam v DNS
ptr_missing address=198.51.100.7 | 550 5.7.1 Afvist: der findes ingen reverse DNS for 198.51.100.7
recipient_unknown | 550 5.1.1 Modtageren findes ikke
mailbox_full | 552 5.2.2 Mottakerens postkasse er full
greylisted | 451 4.7.1 Grålistet, prøv igjen senere
ptr_missing address=198.51.100.7 | 550 5.7.1 Osoitteella 198.51.100.7 ei ole käänteistä DNS-tietuetta
mailbox_full | 552 5.2.2 Vastaanottajan postilaatikko on täynnä
recipient_unknown | 550 5.1.1 A címzett nem létezik
ptr_missing address=198.51.100.7 | 550 5.7.1 A(z) 198.51.100.7 címhez nincs fordított DNS bejegyzés
ptr_missing address=198.51.100.7 | 550 5.7.1 Для адреси 198.51.100.7 відсутній зворотний запис DNS (PTR)
recipient_unknown | 550 5.1.1 Користувача не знайдено
# The last lots: directories, domains, denied access, an address without "IP", limits
recipient_unknown | Your document: Angebot was not delivered to: m@recv.example because: User m (m@recv.example) not listed in Domino Directory
recipient_domain_unknown | 550 5.4.310 DNS domain recv.example does not exist
recipient_domain_unknown | Domänen recv.example hittades inte
mail_from_domain_unresolvable | 517 invalid sender domain
private_blocklist address=198.51.100.7 | 550 5.7.1 No SPAM please! IP 198.51.100.7 is blacklisted (B-URL)
local_policy address=198.51.100.7 | 554 5.7.1 The sending server 198.51.100.7 has been denied access
ip_reputation | 550 5.7.1 Your IP has a low sender score. https://senderscore.org
private_blocklist address=198.51.100.7 | 554 5.7.1 198.51.100.7 staat op een blokkeerlijst
private_blocklist address=198.51.100.7 | 554 5.7.1 198.51.100.7 är spärrad hos oss
dynamic_ip_policy address=198.51.100.7 | 554 5.7.1 Annahme verweigert: 198.51.100.7 gehört zu einem Einwahlbereich
fcrdns_mismatch address=198.51.100.7 | 550 5.7.1 Der PTR-Eintrag von 198.51.100.7 verweist auf einen Namen, der nicht auf diese Adresse zurückführt
fcrdns_mismatch address=198.51.100.7 | 550 5.7.1 Обратная запись 198.51.100.7 указывает на имя, которое не разрешается в этот адрес
throttle | 421 4.7.0 Ha superado el límite de mensajes por hora
throttle | 421 4.7.0 Nombre maximal de connexions simultanées atteint pour votre serveur
throttle | 421 4.7.0 Maximale Anzahl gleichzeitiger Verbindungen erreicht
throttle | 421 4.7.0 Достигнуто максимальное число соединений с вашего адреса
`);
