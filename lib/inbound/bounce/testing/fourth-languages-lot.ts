import { lotOf } from "./sample.ts";

/** Twenty-two languages, and texts that name a reason only to exclude it. Written before they were tried. */
export const FOURTH_LANGUAGES_LOT = lotOf(`
ptr_missing address=203.0.113.9 | 550 5.7.1 A sua mensagem foi devolvida: o servidor 203.0.113.9 não apresenta DNS reverso, fale com o operador
ptr_missing address=203.0.113.9 | 554 Az Ön szerverének (203.0.113.9) IP-címéhez nem található fordított DNS bejegyzés, a levelet nem vesszük át
ptr_missing address=203.0.113.9 | 550 Απορρίφθηκε. Για τη διεύθυνση 203.0.113.9 δεν βρέθηκε όνομα στο αντίστροφο DNS.
ptr_missing address=203.0.113.9 | 550 5.7.25 Adresa 203.0.113.9 nu figureaza cu nicio inregistrare inversa in DNS, mesajul a fost refuzat
ptr_missing address=203.0.113.9 | 550 Palvelimellanne 203.0.113.9 ei ole PTR-tietuetta, joten viesti hylättiin
ptr_missing address=203.0.113.9 | 550 5.7.1 Ingen PTR er registreret for 203.0.113.9, så vi tager ikke imod mail derfra
ptr_missing address=203.0.113.9 | 554 Vi finner ikke noe revers oppslag for 203.0.113.9. E-posten er avvist.
ptr_missing address=203.0.113.9 | 550 5.7.1 Для адреси 203.0.113.9 зворотний запис у DNS не створено, листа відхилено
ptr_missing address=203.0.113.9 | 554 5.7.1 Pro adresu 203.0.113.9 neexistuje v DNS zpetny zaznam, zprava nebyla prijata
ptr_missing address=203.0.113.9 | 550 203.0.113.9 adresinin ters DNS kaydi bulunmamaktadir, iletiniz geri cevrildi
ptr_missing address=203.0.113.9 | 554 203.0.113.9 の PTR レコードが見つからないため受信をお断りします
ptr_missing address=203.0.113.9 | 550 203.0.113.9 這個位址查不到反解，本站拒收
ptr_missing address=203.0.113.9 | 550 203.0.113.9 에 대한 PTR 레코드가 등록되어 있지 않아 거부되었습니다
ptr_missing address=203.0.113.9 | 550 L'adresse 203.0.113.9 n'a aucun nom dans le DNS inverse : message non accepté
ptr_missing address=203.0.113.9 | 550 El servidor con IP 203.0.113.9 carece de registro PTR; contacte a su proveedor
ptr_missing address=203.0.113.9 | 550 L'IP 203.0.113.9 risulta sprovvista di record PTR, connessione chiusa
ptr_missing address=203.0.113.9 | 550 Voor 203.0.113.9 hebben wij geen PTR kunnen vinden; mail wordt niet aangenomen
ptr_missing address=203.0.113.9 | 550 Für 203.0.113.9 ist kein Name im DNS hinterlegt (Reverse Lookup leer). Annahme abgelehnt.
fcrdns_mismatch address=203.0.113.9 | 550 Der Reverse-Name mail.firma.example zeigt auf eine andere Adresse als 203.0.113.9
fcrdns_mismatch address=203.0.113.9 | 550 Le nom inverse de 203.0.113.9 est mail.firme.example, mais ce nom renvoie vers une autre adresse
fcrdns_mismatch address=203.0.113.9 | 554 El PTR de 203.0.113.9 dice mail.empresa.example, pero ese nombre apunta a otra IP
fcrdns_mismatch address=203.0.113.9 | 550 Il PTR mail.ditta.example non riporta all'indirizzo 203.0.113.9
fcrdns_mismatch address=203.0.113.9 | 550 O nome mail.loja.example do PTR não volta para 203.0.113.9
fcrdns_mismatch address=203.0.113.9 | 550 De PTR van 203.0.113.9 verwijst naar mail.winkel.example, maar die naam heeft een ander IP-adres
fcrdns_mismatch address=203.0.113.9 | 550 PTR-запись 203.0.113.9 указывает на mail.firma.example, однако это имя ведёт на другой адрес
fcrdns_mismatch address=203.0.113.9 | 550 PTR-posten för 203.0.113.9 leder till mail.bolag.example, som i sin tur inte pekar tillbaka
fcrdns_mismatch address=203.0.113.9 | 550 203.0.113.9 的反向记录为 mail.gongsi.example，但该域名解析到其他IP，不匹配
fcrdns_mismatch address=203.0.113.9 | 550 Käänteinen nimi mail.yritys.example ei osoita takaisin osoitteeseen 203.0.113.9
ptr_generic | 550 PTR 203-0-113-9.pool.isp.example ser ut som ett automatiskt genererat namn, skaffa ett riktigt
ptr_generic | 550 Votre nom inverse 9-113-0-203.abo.isp.example est un nom générique de fournisseur
ptr_generic | 554 O seu reverso 203-0-113-9.user.isp.example é genérico; solicite um nome próprio
ptr_generic | 550 5.7.1 Twój rekord PTR wygląda na domyślną nazwę dostawcy, ustaw własną
ptr_generic | 550 Обратная запись 203-0-113-9.isp.example шаблонная, задайте собственное имя
dynamic_ip_policy address=203.0.113.9 | 550 Von Einwahladressen wie 203.0.113.9 nehmen wir keine Post an, nutzen Sie den Server Ihres Anbieters
dynamic_ip_policy address=203.0.113.9 | 554 L'adresse 203.0.113.9 est une adresse dynamique de particulier
dynamic_ip_policy address=203.0.113.9 | 554 Dynamiczny adres IP 203.0.113.9: wysyłaj przez serwer swojego dostawcy
helo_not_fqdn | 550 Der im EHLO genannte Name "mailsrv01" ist kein vollständiger Hostname
helo_not_fqdn | 504 Le nom donné en HELO (srv) n'est pas complet, il faut un FQDN
helo_not_fqdn | 550 HELO "server" nie jest pełną nazwą domenową
helo_not_fqdn | 550 Имя в HELO должно быть полным доменным именем, а не "mail"
helo_unresolvable | 550 Jméno uvedené v HELO neexistuje v DNS
helo_unresolvable | 550 El nombre del EHLO (srv.interno.example) no existe en el DNS
helo_unresolvable | 450 EHLO-navnet deres findes ikke i DNS
helo_unresolvable | 550 HELO adı DNS'te bulunamadı
helo_unresolvable | 550 HELO 主机名无法解析
helo_is_receivers_own_name | 550 Sie melden sich im HELO mit unserem eigenen Namen
helo_is_receivers_own_name | 550 Vous vous présentez en HELO sous notre propre nom, connexion refusée
helo_is_receivers_own_name | 550 Вы представились в HELO нашим именем
helo_is_receivers_own_name | 550 Użyto naszej nazwy w HELO
helo_is_receivers_own_name | 550 HELO で当方のホスト名を名乗っています
early_talker | 554 Sie haben gesendet, bevor unsere Begrüßung kam
early_talker | 554 Votre serveur a parlé avant notre bannière
early_talker | 554 Клиент начал передачу до приветствия сервера
dnsbl_listed address=203.0.113.9 | 550 Din IP 203.0.113.9 är listad hos zen.spamhaus.org
dnsbl_listed address=203.0.113.9 | 550 203.0.113.9 Spamhaus kara listesinde yer alıyor
dnsbl_listed address=203.0.113.9 | 550 Adresa 203.0.113.9 je na seznamu bl.spamcop.net
dnsbl_listed address=203.0.113.9 | 550 Adresa IP 203.0.113.9 apare pe lista neagră Spamhaus
private_blocklist address=203.0.113.9 | 550 203.0.113.9 haben wir auf unsere eigene Sperrliste gesetzt
private_blocklist address=203.0.113.9 | 554 Su IP 203.0.113.9 ha sido bloqueada por nuestro sistema
private_blocklist address=203.0.113.9 | 550 Ваш адрес 203.0.113.9 внесён в наш локальный чёрный список
private_blocklist address=203.0.113.9 | 550 La tua IP 203.0.113.9 è nella nostra lista nera interna
ip_reputation address=203.0.113.9 | 554 La réputation de 203.0.113.9 est trop mauvaise
ip_reputation address=203.0.113.9 | 554 Низкая репутация IP-адреса 203.0.113.9
ip_reputation address=203.0.113.9 | 554 203.0.113.9 adresinin itibarı düşük
domain_listed | 554 In Ihrer Nachricht steht ein Link auf eine Domain, die bei SURBL gelistet ist
domain_listed | 554 Ваше письмо содержит ссылку на домен из списка URIBL
domain_listed | 554 O link contido na mensagem está listado em dbl.spamhaus.org
spf_fail address=203.0.113.9 | 550 SPF: 203.0.113.9 får inte skicka för bolag.example
spf_fail address=203.0.113.9 | 550 L'IP 203.0.113.9 n'est pas habilitée par le SPF de firme.example
spf_fail address=203.0.113.9 | 550 SPF 検証に失敗しました: 203.0.113.9 は shop.example の送信元として許可されていません
spf_fail address=203.0.113.9 | 550 Kontrola SPF selhala: 203.0.113.9 nesmí odesílat za firma.example
spf_missing | 550 Domain firma.example veröffentlicht keinen SPF-Eintrag
spf_missing | 550 Le domaine firme.example ne publie pas de SPF
spf_missing | 550 У домена firma.example нет SPF-записи
spf_missing | 550 Il dominio ditta.example è privo di record SPF
spf_error | 550 Der SPF-Eintrag von firma.example enthält einen Syntaxfehler
spf_error | 550 Deux enregistrements SPF pour firme.example, évaluation impossible
dkim_fail | 550 La firma DKIM del mensaje no es válida
dkim_fail | 550 DKIM-signaturen kunde inte verifieras
dmarc_reject | 550 Afvist: domænets DMARC-politik kræver det
dmarc_reject | 550 Zamítnuto podle zásad DMARC domény odesílatele
dmarc_missing | 550 Der Domain fehlt ein DMARC-Eintrag
dmarc_missing | 550 Le domaine n'a pas d'enregistrement DMARC
mail_from_domain_unresolvable | 550 Die Absenderdomain existiert nicht
mail_from_domain_unresolvable | 550 Домен отправителя не существует
mail_from_domain_unresolvable | 550 El dominio del remitente no existe
mail_from_domain_unresolvable | 550 Doména odesílatele neexistuje
mail_from_domain_unresolvable | 550 发件人域名不存在
tls_required | 550 Wir nehmen Post nur verschlüsselt entgegen (STARTTLS)
tls_required | 530 Este servidor solo acepta conexiones cifradas con TLS
tls_required | 530 Sem TLS não recebemos mensagens
tls_required | 530 TLS bağlantısı zorunludur
tls_required | 530 Vaadimme salatun yhteyden
tls_required | 530 暗号化されていない接続は受け付けません
ipv6_not_accepted | 550 Über IPv6 nehmen wir keine Mails an
ipv6_not_accepted | 550 Nous n'acceptons pas de courrier en IPv6
ipv6_not_accepted | 550 Почту по IPv6 не принимаем
ipv6_not_accepted | 550 No se acepta correo por IPv6, use IPv4
ipv6_not_accepted | 550 IPv6経由のメールは受け付けておりません
throttle | 450 Sie senden zu viele Nachrichten, bitte langsamer
throttle | 421 Занадто багато листів за годину, спробуйте пізніше
throttle | 421 Liian monta viestiä tunnissa
throttle | 421 Έχετε στείλει πάρα πολλά μηνύματα, δοκιμάστε αργότερα
throttle | 421 Trop de messages par heure depuis votre adresse
greylisted | 451 Greylisting: kommen Sie in 5 Minuten wieder
greylisted | 451 Szürkelistázás, próbálja újra később
greylisted | 451 Sunteți pe lista gri, încercați din nou peste 5 minute
content_rejected | 554 Die Nachricht wurde vom Spamfilter als Spam eingestuft
content_rejected | 554 Le message contient un virus
content_rejected | 554 Az üzenet kéretlen levélnek minősült
content_rejected | 554 Meldingen ble klassifisert som søppelpost
message_malformed | 550 Der Nachricht fehlt die Kopfzeile Date
message_malformed | 550 Il messaggio contiene due intestazioni From
message_malformed | 550 Meddelandet saknar Message-ID-rubrik
message_malformed | 550 В письме отсутствует заголовок From
relay_denied | 550 Wir leiten nicht für fremde Domains weiter
relay_denied | 550 Serwer nie przekazuje poczty do obcych domen
relay_denied | 550 Сервер не пересылает почту для этого домена
relay_denied | 550 Ce serveur ne relaie pas le courrier pour ce domaine
relay_denied | 550 本伺服器不提供轉寄服務
relay_denied | 550 이 서버는 릴레이를 허용하지 않습니다
recipient_unknown | 550 Postfach unbekannt
recipient_unknown | 550 Cet utilisateur n'existe pas chez nous
recipient_unknown | 550 No existe ningún buzón con ese nombre
recipient_unknown | 550 Der Mitarbeiter ist ausgeschieden, das Postfach wurde gelöscht
recipient_unknown | 550 Такого ящика нет
recipient_unknown | 550 该用户不存在
recipient_unknown | 550 Δεν υπάρχει τέτοιος παραλήπτης
recipient_unknown | 550 Nie ma takiej skrzynki
mailbox_full | 452 Het postvak van de ontvanger is vol
mailbox_full | 452 Schránka příjemce je plná
mailbox_full | 452 Skrzynka odbiorcy jest przepełniona
mailbox_full | 452 수신자의 메일함이 가득 찼습니다
mailbox_full | 452 Căsuța destinatarului este plină
message_too_large | 552 Die Nachricht ist zu groß, höchstens 20 MB
message_too_large | 552 Le message dépasse la taille autorisée de 10 Mo
message_too_large | 552 Viesti on liian suuri
message_too_large | 552 邮件过大，超过20MB限制
recipient_domain_unknown | 550 5.1.2 Die Domain des Empfängers gibt es nicht
recipient_domain_unknown | 550 5.1.2 Le domaine du destinataire est introuvable
recipient_domain_unknown | 550 5.1.2 Domena odbiorcy nie istnieje
recipient_restricted | 550 An diese Liste dürfen nur Mitglieder schreiben
recipient_restricted | 550 Solo los miembros del grupo pueden escribir a esta lista
recipient_restricted | 550 Seuls les membres peuvent écrire à ce groupe
recipient_restricted | 550 Tylko pracownicy mogą pisać na ten adres
recipient_restricted | 550 このメーリングリストには会員のみ投稿できます
recipient_restricted | 550 Писать в эту рассылку могут только сотрудники
login_failed | 535 Benutzername oder Passwort falsch
login_failed | 535 Neplatné přihlašovací údaje
login_failed | 535 Неверный логин или пароль
login_failed | 535 用户名或密码错误
login_failed | 535 Väärä käyttäjätunnus tai salasana
account_disabled | 550 Ihr Konto wurde wegen Spamversands gesperrt
account_disabled | 550 Votre compte est suspendu pour envoi de spam, changez votre mot de passe
account_disabled | 550 La sua casella è stata bloccata per invio di spam
account_disabled | 550 您的账号因发送垃圾邮件已被停用，请修改密码
mail_loop | 554 Mailschleife entdeckt
mail_loop | 554 Le message tourne en boucle entre deux serveurs
mail_loop | 554 El mensaje está en un bucle de reenvío
mail_loop | 554 Письмо зациклилось
mail_loop | 554 メールがループしています
delivery_expired | Ihre Nachricht konnte seit 4 Tagen nicht zugestellt werden. Wir geben auf.
delivery_expired | Votre message n'a pas pu être remis pendant 5 jours, plus aucune tentative
delivery_expired | Сообщение не удалось доставить в течение 5 дней, попытки прекращены
delivery_expired | Wiadomości nie udało się dostarczyć przez 5 dni
connection_failed | Der Zielserver antwortet nicht, Verbindung abgelehnt
connection_failed | Le serveur distant ne répond pas
recipient_unknown | 550 Unbekannter Empfänger. Ihr PTR-Eintrag ist in Ordnung, SPF auch.
spf_fail | 550 SPF schlug fehl. Das hat nichts mit dem Reverse DNS zu tun.
content_rejected | 554 Ce message est considéré comme spam ; votre adresse n'est sur aucune liste noire
throttle | 451 Demasiadas conexiones. No es por el DNS inverso ni por una lista negra.
ptr_missing address=203.0.113.9 | 550 Adresa 203.0.113.9 nemá PTR záznam. Na žádném seznamu není, SPF je v pořádku.
mailbox_full | 452 Postvak vol. Uw reverse DNS is prima en u staat op geen enkele zwarte lijst.
recipient_unknown | 550 受信者が存在しません。PTRやSPFには問題ありません。
helo_not_fqdn | 550 El HELO "srv" no es un nombre completo; el PTR está bien
private_blocklist address=203.0.113.9 | 550 203.0.113.9 est bloquée chez nous ; SPF et PTR sont corrects, ce n'est pas le problème
dkim_fail | 550 Podpis DKIM jest nieprawidłowy. PTR i SPF są w porządku.
`);
