/**
 * How mail servers call things, as alternatives of a pattern, in the languages their words come in. Texts are in lower
 * case when they are looked at.
 */
export const RDNS =
  "\\br(?:everse)?[ _-]?dns\\b|\\brdns|\\bptr\\b|\\breverse (?:dns|name|host|look|map|resol|entry|ip)|\\bin-addr\\b|\\bip6\\.arpa|\\bpointer(?: record)?\\b|\\bip name lookup|reverse-(?:dns|lookup|eintrag)|rückwärts|dns inverse|(?:résolution|resolution|enregistrement) (?:dns )?inverse|逆引き";
export const MISSING =
  "\\bno\\b|\\bnot\\b|n't\\b|\\bmissing\\b|\\bwithout\\b|\\black|\\bnone\\b|\\bfail|\\binvalid\\b|\\bbad\\b|\\bincorrect\\b|\\brequire[sd]?\\b|\\bmust\\b|\\bneeds?\\b|\\bfix\\b|\\bcannot\\b|\\bunable\\b|\\bunknown\\b|\\bempty\\b|\\brefused?\\b|\\breject|\\bkeine?[nrs]?\\b|\\bfehl|\\bohne\\b|\\bungültig|\\babsent|\\bmanqu|\\bsans\\b|\\bpas d|ありません|存在しない|存在しません|設定されて|できません|がない|なし";
export const FORWARD =
  "\\bforward|\\ba record|\\ba/aaaa|\\bmatch|\\bpoint(?:s|ing)? (?:back|to)|\\bconsisten|\\bhost ?name\\b.{0,30}\\bip\\b";
export const MISMATCH =
  "\\bmis-?match|(?:does|do|did|is|are)(?: not|n't) (?:\\w+ ){0,2}(?:match|correspond|agree|consistent|point|lead|map)|\\bnot? (?:fc-?rdns )?match|\\bforged\\b|\\bfull[- ]circle|\\binconsistent|\\bfcrdns\\b|\\bforward[- ]confirm|stimmt nicht|stimmen nicht|ne correspond|一致し";
export const GENERIC =
  "\\bgeneric|\\bdynamic|\\bresidential|\\bdial-?up|\\bdynamisch|\\bdynamique|\\bautomatisch|\\bgénérique|\\bend[- ]user|\\bconsumer|\\bauto-?generated|動的";
export const NOT_NOW =
  "\\btemp(?:orar|fail|error)|\\btry again|\\blater\\b|\\btime(?:d)?[- ]?out|\\bservfail|\\beservfail|\\betimeout|\\blookup error|\\bdns (?:check )?(?:error|failure)|\\bnot? respon|\\bvorübergehend|später|\\btemporaire|一時的";
export const HELO = "\\bhelo\\b|\\behlo\\b|\\blhlo\\b";
export const LISTED =
  "\\bblock(?:ed)?[- ]?list|\\bblack-?list|\\bblocklisted|\\bdeny-?list|\\bdnsr?bl\\b|\\brbl\\b|\\blisted\\b|\\bsperrliste|\\bgesperrt|\\bliste noire|\\bblacklisté|\\bbanned\\b|ブラックリスト";
/** Lists that anybody can look up. */
export const PUBLIC_LIST =
  "\\bspamhaus|\\bspamcop|\\bbarracuda(?:central)?|\\bsorbs\\b|\\buceprotect|\\bspamrats|\\babusix|\\bpsbl\\b|\\bmailspike|\\bspfbl|\\bdronebl|\\bcbl\\b|\\babuseat|\\binvaluement|\\bhostkarma|\\bnix ?spam|\\bblocklist\\.de|\\btruncate\\.gbudb|\\bsenderscore|\\bvalidity\\b|\\bsurriel|\\bbackscatterer|\\bs5h\\b|\\bzen\\b|\\bsbl\\b|\\bxbl\\b|\\bpbl\\b|\\bcss\\b|\\bivmsip|\\bwpbl|\\bmanitu|\\bnjabl|\\bahbl|\\bsem[- ]?black|\\bspameatingmonkey|\\banonmails|\\bimp\\.ch|\\blashback|\\bnordspam|\\bkisarbl|\\binterserver|\\bfabel|\\ball\\.rbl\\.jp|\\bmcafee";
export const SPF = "\\bspf\\b|\\bopenspf|sender policy framework|spf-";
export const FAIL =
  "\\bfail|\\breject|\\bnot (?:allow|permit|authori|designat|pass)|n't (?:pass|allow|permit|authori)|\\bunauthori[sz]ed|\\bdenied|\\bforbid|\\binvalid\\b|\\brefus|\\bviolat|\\bmismatch|\\bblock|fehlgeschlagen|nicht (?:erlaubt|berechtigt|autorisiert)|abgelehnt|échec|échou|non autoris|失敗|拒否|許可されて";
export const NONEXISTENT =
  "\\bnot found|\\bdoes not (?:exist|resolve)|n't (?:exist|resolve)|\\bnot resolv|\\bunresolv|\\bcould(?: not|n't) be (?:resolved|found)|\\bcannot (?:be )?(?:resolve|find)|\\bcan't (?:be )?(?:resolve|find)|\\bno (?:such|valid|a|mx|dns|ip)\\b|\\bno (?:a|aaaa|mx) (?:or|\\/)|\\bnxdomain|\\bunknown (?:host|domain)|\\bnon-?exist|\\bmust (?:exist|resolve)|\\bexistiert nicht|nicht auflös|nicht gefunden|\\bn'existe pas|introuvable|存在しま|存在しない|見つかりません";
