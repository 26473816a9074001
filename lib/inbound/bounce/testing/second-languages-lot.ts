import { lotOf } from "./sample.ts";

/** Written when the lots before were told whole: other words, other order, other servers. Measured before it was mended by. */
export const SECOND_LANGUAGES_LOT = lotOf(`
# es
ptr_missing address=198.51.100.23 | 450 4.7.1 No se encuentra el nombre inverso de 198.51.100.23, mensaje diferido
ptr_missing | 550 Conexión denegada: falta el registro PTR de su dirección
ptr_missing | 554 Se requiere DNS inverso para enviar correo a este servidor
ptr_generic | 550 El nombre PTR de su IP parece dinámico o genérico
helo_unresolvable | 450 El nombre usado en EHLO no existe en el DNS
mail_from_domain_unresolvable | 550 5.1.8 El dominio del remitente no existe
relay_denied | 554 5.7.1 Acceso denegado: retransmisión no permitida
ip_reputation | 550 5.7.1 Su dirección IP tiene mala reputación
# pt
ptr_missing | 450 4.7.1 Cliente rejeitado: não foi possível encontrar o nome reverso do host
ptr_missing address=198.51.100.23 | 550 5.7.1 Endereço 198.51.100.23 sem registro PTR, conexão recusada
ptr_missing_or_fcrdns_fail | 554 O DNS reverso está ausente ou não confere com o IP
private_blocklist | 554 5.7.1 O seu endereço IP está bloqueado na nossa lista negra
recipient_unknown | 550 A conta de e-mail do destinatário não existe
spf_fail | 550 5.7.1 Falha na verificação SPF: IP não autorizado
# it
ptr_missing | 550 5.7.25 Impossibile trovare il record PTR del vostro server
ptr_missing_or_fcrdns_fail | 554 Il PTR manca oppure non corrisponde all'IP
ptr_generic | 550 Rifiutato: nome PTR generico o dinamico
spf_fail | 550 5.7.1 Verifica SPF fallita per il dominio shop.example
greylisted | 450 4.2.0 Lista grigia, riprovare tra 5 minuti
recipient_unknown | 550 La casella di posta non esiste
# fr
ptr_missing | 450 4.7.1 Impossible de trouver le nom inverse de votre adresse IP
ptr_missing | 554 Connexion refusée : aucun PTR pour votre adresse
ptr_generic | 550 Le nom inverse de votre adresse semble générique ou dynamique
helo_unresolvable | 450 Le nom donné dans EHLO est introuvable dans le DNS
relay_denied | 554 5.7.1 Relais refusé pour ce destinataire
private_blocklist | 554 5.7.1 Votre serveur est sur notre liste noire
message_too_large | 552 Message trop volumineux pour ce serveur
# de
ptr_missing | 450 4.7.1 Zu Ihrer IP-Adresse lässt sich kein Hostname ermitteln (kein PTR)
ptr_missing | 550 Reverse-Lookup Ihrer Adresse schlug fehl: PTR fehlt
ptr_missing_or_fcrdns_fail | 554 PTR-Eintrag fehlt oder passt nicht zur IP-Adresse
helo_unresolvable | 450 Der im HELO angegebene Name lässt sich nicht auflösen
helo_generic | 550 HELO-Name sieht nach Einwahlleitung aus (generisch)
ip_reputation | 554 5.7.1 Schlechte Reputation der absendenden IP
greylisted | 451 Greylisting aktiv, bitte in 5 Minuten erneut versuchen
relay_denied | 554 5.7.1 Relay-Zugriff verweigert
recipient_unknown | 550 Das Postfach existiert nicht
# nl
ptr_missing | 450 4.7.1 Kan de omgekeerde hostnaam niet vinden
ptr_missing_or_fcrdns_fail | 550 PTR ontbreekt of komt niet overeen met het IP-adres
ptr_generic | 550 De PTR-naam is generiek of dynamisch
private_blocklist | 554 Uw server staat op onze zwarte lijst
recipient_unknown | 550 Het postvak bestaat niet
spf_fail | 550 SPF-controle mislukt voor shop.example
# sv
ptr_missing | 450 4.7.1 Kan inte hitta omvänt värdnamn för din adress
ptr_missing_or_fcrdns_fail | 550 PTR saknas eller stämmer inte med IP-adressen
private_blocklist | 554 Din server är blockerad i vår lokala spärrlista
throttle | 421 För många anslutningar från din IP-adress
spf_fail | 550 SPF-kontrollen misslyckades
greylisted | 451 Grålistad, försök igen senare
# pl
ptr_missing | 450 4.7.1 Nie można znaleźć nazwy odwrotnej hosta
ptr_missing_or_fcrdns_fail | 550 Brak PTR lub PTR nie zgadza się z adresem IP
private_blocklist | 554 Twój serwer jest na naszej czarnej liście
spf_fail | 550 Weryfikacja SPF nie powiodła się
throttle | 421 Zbyt wiele połączeń z Twojego adresu IP
recipient_unknown | 550 Taka skrzynka nie istnieje
# ru
ptr_missing | 450 4.7.1 Не удалось найти обратное имя вашего хоста
ptr_missing_or_fcrdns_fail | 550 PTR-запись отсутствует или не соответствует IP-адресу
ptr_generic | 550 PTR вашего сервера похож на динамический
private_blocklist | 554 Ваш сервер в нашем чёрном списке
spf_fail | 550 5.7.1 Проверка SPF не пройдена
throttle | 421 Слишком много соединений с вашего адреса
relay_denied | 554 Пересылка запрещена
recipient_unknown | 550 Такого пользователя нет, ящик не существует
greylisted | 451 Серый список, повторите попытку позже
# tr
ptr_missing | 450 4.7.1 Sunucunuzun ters kaydı bulunamadı
ptr_missing_or_fcrdns_fail | 550 PTR kaydı yok veya IP adresiyle eşleşmiyor
private_blocklist | 554 Sunucunuz kara listemizde
spf_fail | 550 SPF doğrulaması başarısız
throttle | 421 IP adresinizden çok fazla bağlantı
recipient_unknown | 550 Böyle bir kullanıcı yok
# zh
ptr_missing | 450 4.7.1 无法找到您主机的反向域名
ptr_missing_or_fcrdns_fail | 550 PTR记录不存在或与IP不匹配
dynamic_ip_policy | 550 拒绝来自动态IP地址的邮件
spf_fail | 550 SPF验证失败,发件服务器未授权
recipient_unknown | 550 该用户不存在
ptr_missing | 554 您的IP沒有設定反解,拒絕連線
# ko
ptr_missing | 450 4.7.1 호스트의 역방향 이름을 찾을 수 없습니다
ptr_missing_or_fcrdns_fail | 550 PTR 레코드가 없거나 IP 주소와 일치하지 않습니다
spf_fail | 550 SPF 검사에 실패했습니다
throttle | 421 동시 연결이 너무 많습니다
recipient_unknown | 550 수신자를 찾을 수 없습니다
# ja
ptr_missing | 450 4.7.1 接続元ホストの逆引き名が見つかりません
ptr_missing_or_fcrdns_fail | 550 PTRレコードがないか、IPアドレスと一致しません
dynamic_ip_policy | 550 動的IPアドレスからのメールは受信しません
throttle | 421 接続数が多すぎます
spf_fail | 550 SPFの検証に失敗しました
private_blocklist | 554 お客様のIPアドレスは当社のブラックリストに登録されています
# en, other words
ptr_missing | 554 5.7.1 Sender IP must resolve
ptr_missing | 550 Reverse DNS is required. Yours is not set.
ptr_missing_or_fcrdns_fail | 550 rDNS/FCrDNS failed: missing or mismatched PTR
ptr_missing | 421 4.7.1 connection dropped, PTR for your address does not exist
fcrdns_mismatch | 550 PTR name and A record disagree: your PTR does not map back to the connecting IP
helo_generic | 550 5.7.1 Helo command rejected: dynamic/generic EHLO not allowed
helo_unresolvable | 550 5.7.1 EHLO hostname srv.firma.local does not resolve
helo_syntax | 501 5.5.4 Invalid domain name
helo_not_fqdn | 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname
early_talker | 554 5.5.1 Error: client sent data before greeting
recipient_unknown receiver=microsoft | 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM7EUR06FT023.eop-eur06.prod.protection.outlook.com 2026-11-22T08:00:00.000Z 08DE]
spf_error | 550 5.7.24 SPF validation error: too many DNS lookups
spf_error | 550 5.7.24 rejected
sender_null_mx | 550 5.7.27 rejected
arc_fail | 550 5.7.29 rejected
requiretls_failed | 550 5.7.30 REQUIRETLS support required
dkim_fail | 550 5.7.20 No passing DKIM signature found
private_blocklist receiver=comcast | 554 5.7.1 BL000000 Blocked. See https://postmaster.comcast.net
private_blocklist address=198.51.100.23 | 550 5.7.1 Mail from IP 198.51.100.23 was rejected due to listing in our internal blacklist
dnsbl_listed address=198.51.100.23 | 550 Blocked by SpamCop: https://www.spamcop.net/bl.shtml?198.51.100.23
dnsbl_listed receiver=barracuda address=198.51.100.23 | 550 5.7.1 rejected using reputation filter (198.51.100.23) - barracudacentral.org listing; see http://barracudanetworks.com/reputation
content_rejected receiver=mimecast | 554 5.7.1 Email rejected due to security policies - MCSpamSignature.x.x - https://community.mimecast.com/docs/DOC-1369#554
ip_reputation receiver=mimecast | 550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550
ptr_missing | 550 5.7.1 Command rejected; mail-in.stalwart.example: reverse DNS lookup failed, no record
greylisted | 452 4.2.2 Greylisted, please try again in a few moments. (Stalwart)
content_rejected | 554 5.7.1 Spam message rejected by rspamd
content_rejected | 550 High probability of spam
acl_default_no_message | 550 Administrative prohibition
helo_missing | 503 5.5.1 Error: send HELO/EHLO first
recipient_unknown | 511 sorry, no mailbox here by that name (#5.1.1 - chkuser)
fcrdns_fail_or_ptr_missing receiver=naver address=198.51.100.23 | 450 4.7.1 Client host rejected: cannot find your hostname, [198.51.100.23] (in reply to RCPT TO command) mx1.naver.com refused
`);
