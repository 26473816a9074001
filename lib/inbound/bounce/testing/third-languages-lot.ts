import { lotOf } from "./sample.ts";

/** Written when the second lot was told whole. */
export const THIRD_LANGUAGES_LOT = lotOf(String.raw`
ptr_missing address=198.51.100.23 receiver=mx.recv.example | Su mensaje no llegó a algunos o todos los destinatarios.\n\nAsunto: Factura\nEnviado el: 22/11/2026 08:00\n\nNo se puede localizar a los destinatarios siguientes:\n\n'ana@recv.example' en 22/11/2026 08:00\nError del servidor: '550 5.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.23]'\nhost mx.recv.example[192.0.2.5]
recipient_unknown | Não foi possível entregar sua mensagem para ana@recv.example.\nmx.recv.example deu este erro:\nUsuário desconhecido
ptr_missing_or_fcrdns_fail address=198.51.100.23 receiver=gmail | Ihre Nachricht an max@gmail.com konnte nicht zugestellt werden.\ngmail-smtp-in.l.google.com hat diesen Fehler ausgegeben:\n[198.51.100.23] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not match the sending IP.
helo_not_fqdn | <jan@firma.example>: host mx.firma.example[192.0.2.9] said: 504 5.5.2 <WIN-SRV01>: Helo command rejected: need fully-qualified hostname (in reply to RCPT TO command)
helo_unresolvable address=198.51.100.23 | Nov 22 08:00:00 mx postfix/smtpd[12]: NOQUEUE: reject: RCPT from unknown[198.51.100.23]: 450 4.7.1 <mail.intern.local>: Helo command rejected: Host not found; from=<a@b.example> to=<c@d.example> proto=ESMTP helo=<mail.intern.local>
ptr_missing address=198.51.100.23 | Delivery to the following recipient failed permanently: jo@naver.com. 550 5.7.1 IP [198.51.100.23] reverse DNS not registered
ptr_missing | Tu servidor no dispone de resolución inversa (rDNS). Mensaje rechazado.
ptr_missing | Il vostro indirizzo IP non ha una risoluzione inversa: messaggio respinto
ptr_missing | Le serveur expéditeur ne possède pas de reverse DNS
ptr_missing | Odrzucono połączenie. Powód: brak odwrotnego DNS (PTR).
ptr_missing | 拒绝:发送方IP没有PTR反向解析
ptr_missing | Twój adres IP nie ma wpisu PTR w DNS
fcrdns_mismatch | El registro PTR de su IP apunta a un nombre que no resuelve a esa IP
fcrdns_mismatch | Der PTR-Name Ihres Servers löst nicht auf Ihre IP-Adresse auf
fcrdns_mismatch | Имя из PTR не указывает на ваш IP-адрес
fcrdns_mismatch | 逆引きした名前を正引きしてもIPアドレスと一致しません
dnsbl_listed | Mensaje rechazado: la IP del remitente figura en la lista negra de Spamhaus
dnsbl_listed | Message rejeté : l'adresse IP de l'expéditeur figure dans la liste noire Spamhaus ZEN
dnsbl_listed | Nachricht abgelehnt: IP-Adresse steht auf der Blacklist von SpamCop
dnsbl_listed | Сообщение отклонено: IP-адрес в списке Spamhaus
dnsbl_listed | 您的IP被Spamhaus列入黑名单
dmarc_reject | Le message ne respecte pas la politique DMARC du domaine shop.example
dmarc_reject | La verifica DMARC è fallita e il dominio chiede il rifiuto
dmarc_reject | Письмо отклонено из-за политики DMARC домена отправителя
spf_fail | Su servidor no está autorizado por el registro SPF de shop.example
spf_fail | Le SPF de shop.example n'autorise pas votre serveur
spf_fail address=198.51.100.23 | SPF: 198.51.100.23 is niet geautoriseerd om te verzenden voor shop.example
dkim_fail | Firma DKIM no válida
dkim_fail | Подпись DKIM недействительна
dkim_fail | DKIM-Signatur ungültig oder fehlt
greylisted | Votre message a été mis en liste grise, réessayez dans quelques minutes
greylisted | Сервер использует серые списки. Попробуйте позже.
throttle | Il y a trop de connexions simultanées depuis votre adresse
throttle | Liczba połączeń przekroczyła limit, spróbuj później
content_rejected | El mensaje ha sido clasificado como spam
content_rejected | Wiadomość została uznana za spam
content_rejected | Письмо распознано как спам
content_rejected | Le message contient un virus
mailbox_full | De mailbox van de ontvanger is vol
mailbox_full | La casella del destinatario ha superato la quota
recipient_unknown | El destinatario indicado no existe
recipient_unknown | Adres odbiorcy nie istnieje
recipient_unknown | L'adresse du destinataire n'existe pas
recipient_unknown | De geadresseerde is onbekend
recipient_unknown | Mottagaren finns inte
message_too_large | Wiadomość jest zbyt duża
message_too_large | El mensaje es demasiado grande
message_too_large | Размер письма превышает допустимый
relay_denied | Relaying niet toegestaan
relay_denied | Relay erişimi reddedildi
ip_reputation | La réputation de votre adresse IP est trop mauvaise
ip_reputation | IP adresinizin itibarı düşük
ip_reputation | 您的IP信誉过低,被拒绝
tls_required | Der Server verlangt eine verschlüsselte Verbindung (TLS erforderlich)
tls_required | Se requiere cifrado TLS
helo_syntax | El argumento de EHLO no es válido
helo_syntax | EHLO-argumentet är ogiltigt
helo_not_fqdn | EHLO: требуется полное доменное имя
helo_ne_ptr | HELO-Name und PTR stimmen nicht überein
helo_ne_ptr | Le nom HELO ne correspond pas au PTR
helo_ne_ptr | El nombre HELO no coincide con el PTR
helo_missing | Bitte zuerst HELO senden
dynamic_ip_policy | No se acepta correo desde direcciones IP dinámicas
dynamic_ip_policy | Mail van dynamische IP-adressen wordt niet geaccepteerd
ptr_generic | Reverse DNS wygląda na dynamiczny
ptr_generic | Le PTR ressemble à une adresse dynamique
mail_from_domain_unresolvable | Le domaine de l'expéditeur n'existe pas
mail_from_domain_unresolvable | Домен отправителя не найден
mail_from_domain_unresolvable | Absenderdomain existiert nicht
local_policy | Mensaje rechazado por política local
local_policy | Avvisad på grund av lokal policy
connection_failed | Verbindung zu mx.recv.example: Zeitüberschreitung
connection_failed | Connexion refusée par mx.recv.example port 25
private_blocklist | 550 5.7.1 Din IP-adress är blockerad av oss
private_blocklist | 554 Adres IP nadawcy jest zablokowany na naszym serwerze
`);
