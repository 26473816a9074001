import { near, type Rule, words } from "./rule.ts";
import { RDNS } from "./vocabulary.ts";

/** What has little or nothing to do with who the server is. */
export const OTHER_RULES: readonly Rule[] = [
  {
    cause: "ipv6_not_accepted",
    weight: 5,
    all: [
      near("\\bipv6\\b", "does not (?:accept|support)|not (?:accepted|supported|enabled)|n't (?:accept|support)", 60),
    ],
    none: new RegExp(`${RDNS}`),
  },
  {
    cause: "tls_required",
    weight: 4,
    all: [
      near(
        "\\b(?:start)?tls\\b|\\bencrypt|\\bssl\\b",
        "\\brequire|\\bmust\\b|\\bfirst\\b|\\bmandatory|\\bnot? (?:encrypt|tls|secure)|\\brate limited|n't encrypt|erforderlich",
        60,
      ),
    ],
  },
  {
    cause: "greylisted",
    weight: 5,
    all: [words("\\bgr[ea]y-?list", "graulist", "postgrey", "liste grise", "グレイリスト")],
  },
  {
    cause: "throttle",
    weight: 3,
    all: [
      words(
        "\\btoo many (?:messages|connections|mails|emails|errors|concurrent|recipients|sessions)",
        "\\brate[- ]limit",
        "\\bthrottl",
        "\\bserver (?:is )?(?:too )?busy",
        "\\bexceed\\w* …(?:limit|rate|quota|number|threshold)",
        "\\btemporarily deferred",
        "\\bunexpected volume",
        "\\btoo (?:fast|quickly|much mail)",
        "\\bconnection (?:limit|frequency)",
        "frequency limited",
        "\\bzu viele",
        "\\btrop de (?:connexions|messages)",
        "veuillez (?:essayer|réessayer|reessayer) plus tard",
        "\\bover quota for",
        "流量制限",
      ),
    ],
    none: words("mailbox", "reputation", "complaint", "because (?:spf|dkim)"),
  },
  {
    cause: "throttle",
    weight: 2,
    all: [
      words(
        "\\btry again later",
        "\\bservice (?:temporarily |currently )?(?:unavailable|not available)",
        "\\btemporar(?:y|ily) (?:local |system )?(?:problem|failure|rejected|unavailable)",
      ),
    ],
  },
  { cause: "acl_default_no_message", weight: 4, all: [words("administrative(?:ly)? prohibit")] },
  {
    cause: "local_policy",
    weight: 3,
    all: [
      words(
        "\\blocal policy",
        "\\bpolicy reasons?",
        "\\bpolicy (?:reject|violation|restriction)",
        "\\bsite policy",
        "\\bsecurity policy",
        "aus richtliniengründen",
        "politique locale",
        "ポリシーにより",
      ),
    ],
    none: words("dmarc", "dynamic"),
  },
  {
    cause: "local_policy",
    weight: 2,
    all: [
      words(
        "\\baccess denied",
        "\\bnot accepted\\b",
        "\\btransaction failed",
        "\\bmessage (?:was )?(?:refused|rejected|blocked)",
      ),
    ],
  },
  {
    cause: "content_rejected",
    weight: 3,
    all: [
      words(
        "\\b(?:looks|appears|considered|identified|detected|classified|marked|flagged) (?:like |to be |as )?(?:spam|unsolicited|junk|virus|malware|phishing)",
        "\\bby spamassassin",
        "\\bspam (?:content|message|detected|score)",
        "\\bmessage (?:content )?(?:contains|rejected as) (?:spam|a virus|malware|url|suspicious)",
        "\\bcontent (?:denied|rejected|policy)",
        "\\bvirus\\b",
        "\\bmalware",
        "\\battachment",
        "als spam",
        "spam erkannt",
        "contenu",
        "迷惑メール",
      ),
    ],
    none: words("from (?:your|this) ip", "\\breputation", "protect our users from spam"),
  },
  {
    cause: "relay_denied",
    weight: 4,
    all: [
      words(
        "\\brelay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed)|prohibited)",
        "\\bunable to relay",
        "\\bnot permitted to relay",
        "\\bauthentication (?:is )?required",
        "relais",
      ),
    ],
  },
  {
    cause: "recipient_unknown",
    weight: 4,
    all: [
      words(
        "\\b(?:user|recipient|mailbox|account|address)\\b …\\b(?:unknown|does(?: not|n't) exist|not found|invalid|unavailable|no longer|disabled|inactive)",
        "\\b(?:unknown|invalid|no such) (?:user|recipient|mailbox|account|local)",
        "empfänger(?:adresse)? …(?:unbekannt|nicht)",
        "utilisateur inconnu",
        "宛先が存在",
        "ユーザーが存在",
      ),
    ],
    none: words(
      "sender",
      "\\bhelo\\b",
      "rdns",
      "unauth",
      "mailbox (?:is )?full",
      "\\bip address\\b",
      "\\bhost ?name\\b",
      "reverse",
      "temporarily",
      "polic(?:y|ies)",
    ),
  },
  {
    cause: "mailbox_full",
    weight: 4,
    all: [
      words(
        "\\bmailbox …\\b(?:full|quota|exceed)",
        "\\bover ?quota\\b",
        "\\bquota exceeded",
        "postfach …voll",
        "boîte …pleine",
        "容量",
      ),
    ],
    none: words("rate"),
  },
  {
    cause: "message_too_large",
    weight: 4,
    all: [
      words("\\bmessage …\\b(?:too (?:large|big)|size exceeds)", "\\bexceeds …\\bsize", "zu groß", "trop volumineux"),
    ],
  },
  {
    cause: "connection_failed",
    weight: 3,
    all: [
      words(
        "\\bconnection (?:timed out|refused|reset)",
        "\\bno route to host",
        "\\bnetwork is unreachable",
        "\\bhost or domain name not found\\b",
        "lost connection",
        "verbindung …(?:abgelehnt|zeit)",
      ),
    ],
    none: words("sender address", "\\bhelo\\b"),
  },
];
