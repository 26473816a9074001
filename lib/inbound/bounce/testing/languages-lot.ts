import { lotOf } from "./sample.ts";

/** Refusals in the languages that mail servers and their administrators write. Written before any rule was mended by them. */
export const LANGUAGES_LOT = lotOf(`
# es
ptr_missing address=198.51.100.23 | 550 5.7.1 Rechazado: la IP 198.51.100.23 no tiene registro PTR (DNS inverso)
ptr_missing | 554 5.7.1 Su servidor de correo no tiene resolución inversa configurada. Contacte con su proveedor.
ptr_missing_or_fcrdns_fail | 550 El DNS inverso de su servidor no existe o no coincide con la dirección IP
fcrdns_mismatch address=198.51.100.23 | 550 5.7.25 El nombre inverso de 198.51.100.23 no resuelve a la misma dirección IP
helo_not_fqdn | 504 5.5.2 El nombre indicado en HELO no es un nombre de dominio completo
dnsbl_listed address=198.51.100.23 | 554 5.7.1 Servicio no disponible; el cliente [198.51.100.23] está bloqueado por zen.spamhaus.org
private_blocklist | 550 Su dirección IP se encuentra en nuestra lista negra
recipient_unknown | 550 5.1.1 El usuario no existe en este servidor
mailbox_full | 552 5.2.2 El buzón del destinatario está lleno
greylisted | 451 4.7.1 Lista gris activada, vuelva a intentarlo en 5 minutos
spf_fail | 550 5.7.23 La comprobación SPF ha fallado: el servidor no está autorizado a enviar correo de ejemplo.example
# pt
ptr_missing address=198.51.100.23 | 550 5.7.1 Conexão recusada: o IP 198.51.100.23 não possui DNS reverso
ptr_missing | 554 Rejeitado: servidor sem DNS reverso configurado. Consulte seu provedor.
fcrdns_mismatch | 550 O reverso do seu IP não corresponde ao nome do host (DNS direto e reverso divergentes)
ptr_generic | 550 5.7.1 DNS reverso genérico ou dinâmico não é aceito neste servidor
dnsbl_listed | 554 5.7.1 Seu IP está listado em bl.spamcop.net
recipient_unknown | 550 5.1.1 Usuário desconhecido
mailbox_full | 452 4.2.2 Caixa postal cheia
throttle | 421 4.7.0 Muitas conexões simultâneas a partir do seu IP, tente novamente mais tarde
dmarc_reject | 550 5.7.1 Mensagem rejeitada devido à política DMARC do domínio do remetente
# it
ptr_missing address=198.51.100.23 | 554 5.7.1 Connessione rifiutata: manca il record PTR per l'indirizzo 198.51.100.23
ptr_missing | 550 Il server mittente non ha un DNS inverso (reverse DNS) valido: record inesistente
fcrdns_mismatch | 550 Il reverse DNS non corrisponde all'indirizzo IP del client
helo_unresolvable | 450 4.7.1 Il nome host fornito nel comando HELO non è risolvibile
private_blocklist | 554 5.7.1 Il tuo indirizzo IP è presente nella nostra blacklist locale
recipient_unknown | 550 5.1.1 Utente sconosciuto
mailbox_full | 552 Casella di posta piena
message_too_large | 552 5.3.4 Il messaggio supera la dimensione massima consentita
relay_denied | 550 5.7.1 Inoltro negato: relay non consentito
# fr
ptr_missing address=198.51.100.23 | 550 5.7.1 Adresse IP 198.51.100.23 sans enregistrement PTR : message refusé
ptr_missing_or_fcrdns_fail | 554 5.7.1 Le DNS inverse de votre serveur est absent ou ne correspond pas à son adresse
fcrdns_mismatch | 550 Le reverse DNS de votre adresse IP ne pointe pas vers cette même adresse
helo_syntax | 501 5.5.2 Nom HELO invalide
greylisted | 450 4.7.1 Liste grise : veuillez réessayer dans 300 secondes
dnsbl_listed | 554 5.7.1 Adresse IP listée dans zen.spamhaus.org
recipient_unknown | 550 5.1.1 Adresse d'au moins un destinataire invalide. Invalid recipient. OFR204_418
throttle receiver=orange | 421 4.3.2 opmta1mti08nd1 mwinf5c05 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104
mailbox_full | 552 5.2.2 La boîte aux lettres du destinataire est pleine
# de
ptr_missing address=198.51.100.23 | 550 5.7.1 Abgelehnt: Zu 198.51.100.23 gibt es keinen PTR-Eintrag
ptr_missing | 554 Der einliefernde Server hat keine gültige Rückwärtsauflösung (kein Reverse-DNS)
fcrdns_mismatch | 550 5.7.25 Vorwärts- und Rückwärtsauflösung der sendenden IP-Adresse stimmen nicht überein
ptr_generic | 550 Generischer oder dynamischer Reverse-DNS-Name wird nicht akzeptiert
dynamic_ip_policy | 554 Mail von dynamischen IP-Adressen wird nicht angenommen, bitte den Smarthost Ihres Providers verwenden
helo_not_fqdn | 504 Der HELO-Name ist kein vollständiger Domainname (FQDN)
recipient_unknown | 550 5.1.1 Empfänger unbekannt
mailbox_full | 552 5.2.2 Das Postfach des Empfängers ist voll
private_blocklist receiver=gmx address=198.51.100.23 | 554 web.de (mxweb112) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.web.de/de/case?c=r0301&i=ip&v=198.51.100.23&r=1M
content_rejected | 550 5.7.1 Nachricht wurde als Spam eingestuft und abgelehnt
# nl
ptr_missing address=198.51.100.23 | 550 5.7.1 Geweigerd: geen reverse DNS gevonden voor 198.51.100.23
ptr_missing | 554 Verbinding geweigerd, het PTR-record van uw mailserver ontbreekt
fcrdns_mismatch | 550 De reverse DNS van uw IP-adres komt niet overeen met de hostnaam
helo_not_fqdn | 504 5.5.2 HELO-naam is geen volledige hostnaam
dnsbl_listed | 554 Uw IP-adres staat op een zwarte lijst (zen.spamhaus.org)
recipient_unknown | 550 5.1.1 Onbekende gebruiker
mailbox_full | 552 Postvak is vol
greylisted | 451 Tijdelijk geweigerd (greylisting), probeer het later opnieuw
# sv
ptr_missing address=198.51.100.23 | 550 5.7.1 Avvisad: omvänd DNS saknas för 198.51.100.23
ptr_missing | 554 Din e-postserver saknar PTR-post och kan därför inte leverera hit
fcrdns_mismatch | 550 Bakåtuppslagningen stämmer inte överens med IP-adressen
dnsbl_listed | 554 Din IP-adress är svartlistad hos zen.spamhaus.org
recipient_unknown | 550 5.1.1 Okänd mottagare
mailbox_full | 552 Mottagarens brevlåda är full
# pl
ptr_missing address=198.51.100.23 | 550 5.7.1 Odrzucono: brak rekordu PTR dla adresu 198.51.100.23
ptr_missing | 554 Serwer nadawcy nie posiada rekordu revDNS
fcrdns_mismatch | 550 Odwrotny DNS nie zgadza się z adresem IP serwera
ptr_generic | 550 Dynamiczny lub generyczny revDNS nie jest akceptowany
dnsbl_listed | 554 Twój adres IP znajduje się na czarnej liście: zen.spamhaus.org
recipient_unknown | 550 5.1.1 Nieznany użytkownik
mailbox_full | 552 Skrzynka odbiorcy jest przepełniona
greylisted | 451 4.7.1 Szara lista: spróbuj ponownie za 5 minut
# ru
ptr_missing address=198.51.100.23 | 550 5.7.1 Отказано: для IP-адреса 198.51.100.23 отсутствует обратная запись DNS (PTR)
ptr_missing | 554 У вашего сервера нет PTR-записи, обратитесь к провайдеру
fcrdns_mismatch | 550 Обратная зона DNS не соответствует IP-адресу отправителя
dynamic_ip_policy | 550 Приём почты с динамических IP-адресов запрещён
dnsbl_listed | 554 Ваш IP находится в чёрном списке zen.spamhaus.org
recipient_unknown | 550 5.1.1 Пользователь не найден
mailbox_full | 552 Почтовый ящик получателя переполнен
helo_unresolvable | 450 Имя хоста в HELO не найдено в DNS
content_rejected receiver=yandex | 554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1669040400-abc
# tr
ptr_missing address=198.51.100.23 | 550 5.7.1 Reddedildi: 198.51.100.23 IP adresinin ters DNS (PTR) kaydı bulunamadı
ptr_missing | 554 Sunucunuzun PTR kaydı yok, lütfen servis sağlayıcınıza başvurun
fcrdns_mismatch | 550 Ters DNS kaydı IP adresiyle eşleşmiyor
dnsbl_listed | 554 IP adresiniz zen.spamhaus.org kara listesinde
recipient_unknown | 550 5.1.1 Kullanıcı bulunamadı
mailbox_full | 552 Alıcının posta kutusu dolu
# zh
ptr_missing address=198.51.100.23 | 550 5.7.1 拒绝连接:IP 198.51.100.23 没有反向解析记录
ptr_missing | 554 发件服务器未设置PTR记录(反向DNS),请联系您的服务商
fcrdns_mismatch | 550 反向解析与IP地址不匹配
recipient_unknown | 550 5.1.1 收件人不存在
mailbox_full | 552 收件人邮箱已满
private_blocklist | 554 您的IP地址已被列入黑名单
throttle | 421 发送频率过高,请稍后再试
# ko
ptr_missing address=198.51.100.23 | 550 5.7.1 거부됨: 198.51.100.23 에 대한 역방향 DNS(PTR) 레코드가 없습니다
ptr_missing | 554 발신 서버의 역방향 조회가 설정되어 있지 않습니다
fcrdns_mismatch | 550 역방향 DNS가 IP 주소와 일치하지 않습니다
recipient_unknown | 550 5.1.1 존재하지 않는 사용자입니다
mailbox_full | 552 받는 사람의 메일함이 가득 찼습니다
dnsbl_listed | 554 귀하의 IP는 zen.spamhaus.org 블랙리스트에 등록되어 있습니다
# ja
ptr_missing address=198.51.100.23 | 550 5.7.1 接続拒否: 198.51.100.23 のPTRレコードが存在しないため受信できません
ptr_missing | 554 お使いのメールサーバーは逆引きDNSが未設定です
fcrdns_mismatch | 550 正引きと逆引きが一致しません
spf_fail | 550 5.7.1 SPF認証に失敗したためメールを拒否しました
recipient_unknown | 550 5.1.1 宛先のメールアドレスは存在しません
mailbox_full | 552 メールボックスの容量を超えています
dmarc_reject | 550 5.7.1 送信ドメインのDMARCポリシーにより拒否されました
`);
