/** What may stand between a name and its address, or an address and its name, where they are one server's. */

/** Marks around a value, in any script, and the end of a cell or of an object's member. */
const AROUND = String.raw`[\s"'“”„‚‘’«»<>)\]}）」】]`;
const OPENING = String.raw`[\s"'“”„‚‘’«»[(<>{|（「【]`;

/** Words of log lines, sentences and records between the two. */
const WORDS = [
  String.raw`\(unknown\b`,
  "[[(:=,;|/]",
  "->|=>|→|[-–—]",
  String.raw`\bhas (?:ipv6 )?address\b|\bhas ip\b`,
  String.raw`\b(?:resolves|resolving|points|pointing) to\b|\bdoes not resolve to(?: address)?\b`,
  String.raw`\b(?:\d+\s+)?(?:in\s+)?(?:a|aaaa|ptr)\b`,
  // PowerShell's Resolve-DnsName has a column between them.
  String.raw`\b(?:a|aaaa|ptr)\s+\d+\s+(?:answer|additional)\b`,
  String.raw`\bdomain name pointer\b`,
  String.raw`\bname\s*=`,
  String.raw`\b(?:is|at|ist|auf|with|mit(?: der)?)\s(?:ip(?:-?address[e]?)?\b)?`,
  String.raw`\baddress(?:es)?:`,
].join("|");

/** What a setting, a column or a field of a form is called that holds the address or the name of one server. */
const OF_ADDRESS =
  "(?:(?:source|public|external|outgoing|sending|client|server|local|bind|remote)[ _-]?)?(?:ip(?:v[46])?(?:[ _-]?(?:addr(?:ess)?|adresse?|adres|адрес))?|ip地址|ipアドレス|(?:adresse|direcci[oó]n|indirizzo|endere[cç]o|adres) ip(?:v[46])?|addr(?:ess)?|adresse)|smtp_bind_address6?|interface";
const OF_NAME =
  "host[ _-]?name|host|computer[ _-]?name|server(?:[ _-]?name)?|name|fqdn|e?helo|rdns|ptr(?:[ _-]record)?|reverse(?:[ _-]?dns)?|dns(?:[ _-]?name)?|myhostname|smtp_helo_name|primary_hostname|helo_data|serveur|servidor|nom|nombre|имя|сервер|хост|主机名|ホスト名";
const FIELD = String.raw`[,;|([（]?${AROUND}*-{0,2}(?<![\p{L}\p{N}_])(?:(?:public|external|ipv[46]) ){0,2}(?:${OF_ADDRESS}|${OF_NAME})(?![\p{L}\p{N}_])["']?\s*(?:[:=：]|(?=\s))`;

export const TOGETHER = new RegExp(String.raw`^\.?${AROUND}*(?:${WORDS}|${FIELD})?${OPENING}*(?:ipv6:)?[\s.]*$`, "iu");
