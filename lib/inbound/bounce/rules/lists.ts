import { SAY } from "../vocabulary/index.ts";
import { any, near, type Rule, words } from "./rule.ts";
import { CLIENT, DOMAIN_LIST, HELO, LIST_ZONE, PUBLIC_LIST, RDNS, SPF } from "./terms.ts";

const ZONE = "(?:[a-z0-9-]+\\.){1,5}[a-z]{2,}";

/** Refusals by lists, public ones and the receiver’s own, and by reputation. */
export const LIST_RULES: readonly Rule[] = [
  {
    cause: "domain_listed",
    weight: 5,
    all: [
      any(
        near(DOMAIN_LIST, `${SAY.listed}|\\bblock|\\brefus|\\breject|\\bdenied|\\bfound`),
        near(
          "\\bsender (?:address|domain)|\\bsending domain|\\bfrom domain|\\burls?\\b|\\buri\\b|\\blinks?\\b|\\bwebsite|\\babsenderdomain|\\bdomaine|\\bdominio|域名|ドメイン",
          `(?:${PUBLIC_LIST})|\\blisted (?:in|on|at|by)|\\bblacklisted|\\bblocklisted`,
          50,
        ),
      ),
    ],
    none: words(
      "\\bip address\\b",
      "\\bip (?:\\S+ )?(?:is |was )?(?:black|block|deny)?-?listed",
      "client host",
      "typing error",
      "open resolver",
      "\\bquer(?:y|ies) refused",
      "127\\.255\\.255",
    ),
  },
  {
    cause: "domain_listed",
    weight: 5,
    all: [near(SAY.link, `${PUBLIC_LIST}|${DOMAIN_LIST}|${SAY.listed}`)],
    none: words("\\bsee\\b", "\\bvisit\\b", "client host", "\\b(?:remov|delist)", "open resolver", "\\bquery\\b", RDNS),
  },
  {
    cause: "dnsbl_listed",
    weight: 3,
    all: [
      near(PUBLIC_LIST, `${SAY.listed}|\\bblock|\\brefus|\\breject|\\bsee\\b|\\bdenied|\\bfound in|\\bpoor\\b`, 100),
    ],
    none: words("proofpoint"),
  },
  {
    cause: "dnsbl_listed",
    weight: 4,
    all: [
      any(
        words(
          `(?<!\\bconnection )\\b(?:(?:blocked|rejected|refused|denied) (?:using|via)|(?:listed|blacklisted) (?:using|by|at|in|on|via)) (?:the )?${ZONE}`,
          // "rejected by mx.b.example" is the receiver; of a list the name says what it is.
          `(?<!\\bconnection )\\b(?:blocked|rejected|refused|denied) (?:by|at|in|on) (?:the )?${LIST_ZONE}`,
          `\\blisted (?:in|on|at|by) ${ZONE}`,
          `(?:dnsbl|rbl|dns blocklist|dns blacklist)[ :=-]{1,3}${ZONE}`,
          `found in ${ZONE}`,
          "\\bis (?:listed )?on (?:one or more )?(?:dnsbls?|rbls?|public|real-?time)",
          "spamhaus'?s? list",
          "\\bbarracuda reputation\\b",
          "\\bbarracuda\\b.{0,20}?\\b(?:block|black)-?list",
          "\\btrend micro rbl",
        ),
        near(PUBLIC_LIST, SAY.listed, 50),
      ),
    ],
    none: words("proofpoint"),
  },
  {
    cause: "dnsbl_listed",
    weight: 3,
    all: [
      near(
        "\\bdnsbl|\\brbls?\\b|real-?time (?:block|black)|spam source list",
        "\\blisted|\\bblock|\\bfound|\\breject|\\brefus|\\bdenied|\\brestrict",
      ),
    ],
    none: words("\\bour\\b", "attrbl"),
  },
  {
    cause: "dnsbl_receiver_misconfigured",
    weight: 5,
    all: [
      near(
        `${PUBLIC_LIST}|${DOMAIN_LIST}|${SAY.listed}|\\bblocked using|\\bdns`,
        "open[ /]?(?:/public )?resolver|public[ /](?:and open )?(?:dns )?resolver|returnc|127\\.255\\.255\\.|quer(?:y|ies) (?:limit|refused|blocked|volume|exceed|via public)|excessive (?:number of )?quer|over(?: the)? (?:free )?(?:query )?(?:limit|quota)|exceed\\w*.{0,20}(?:quer|limit)|typing error in (?:the )?dnsbl|offener resolver",
        120,
      ),
    ],
    none: near(SAY.recipient, SAY.full, 40),
  },
  {
    cause: "private_blocklist",
    weight: 3,
    all: [near(CLIENT, SAY.listed)],
    none: any(
      words("\\bdynamic", "\\bsender (?:address|domain) ", "\\bmailbox\\b", SPF),
      near(SAY.recipient, SAY.full, 40),
    ),
  },
  {
    cause: "private_blocklist",
    weight: 3,
    all: [
      words(
        "\\b(?:ip|ips|ip address|server|host|network|(?:e-?mail|mail|connections?) from \\S+) (?:\\S+ )?(?:is|are|has been|have been|was) (?:currently |temporarily |permanently )?blocked",
        "\\bblock for spam\\b",
        "\\bip blocked\\b",
        "\\b(?:connections?|e?-?mails?|messages?|traffic|access) (?:is |are |was |were )?(?:blocked|banned|barred) (?:from|for)\\b",
        `(?:\\b(?:ip|address|client|host|server)\\b|\\b\\d{1,3}(?:\\.\\d{1,3}){3}[\\])>"']{0,2})(?: \\S+)? (?:(?:is|are|was|being|has been|have been) )?(?:currently |temporarily |permanently |now )?(?:blocked|blacklisted|banned|barred)\\b(?! (?:using|by|at|in|on|via) )`,
        "attrbl",
      ),
    ],
    none: words("reputation", SAY.tooMany),
  },
  {
    cause: "private_blocklist",
    weight: 3,
    all: [near(SAY.client, "\\b(?:not|no longer) welcome|\\bunwelcome|\\bunwanted here", 60)],
    none: words(RDNS, HELO, SPF),
  },
  {
    cause: "private_blocklist",
    weight: 4,
    all: [near(SAY.own, SAY.listed, 50)],
    none: words("\\bsystem has detected", "reputation", PUBLIC_LIST, RDNS),
  },
  {
    cause: "private_blocklist",
    weight: 5,
    all: [
      words(
        "\\(bl\\)",
        "banned send(?:ing ip|er ?\\[)",
        "is block ?listed",
        "on our (?:block|black) ?list",
        "your ip is on our",
        "\\bip frequency limited or blocked",
        "too many bad commands",
      ),
    ],
  },
  { cause: "unknown_ip_or_host_identity", weight: 5, all: [words("\\(nowl\\)", "none/bad reputation")] },
  { cause: "unknown_ip_or_host_identity", weight: 4, all: [words(SAY.stranger)], none: words(SAY.reputation) },
  {
    cause: "proofpoint_reputation",
    weight: 5,
    all: [
      words(
        "proofpoint\\.com",
        "\\bproofpoint …(?:dynamic )?reputation",
        "ipcheck\\.proofpoint",
        "blocked …\\bproofpoint",
      ),
    ],
  },
  {
    cause: "ip_reputation",
    weight: 4,
    all: [words(SAY.reputation)],
    none: words("proofpoint", "none/bad", "sending domain", "barracuda reputation"),
  },
  {
    cause: "ip_reputation",
    weight: 3,
    all: [
      words(
        "unusual rate of unsolicited",
        "user complaints",
        "unsolicited (?:mail|email) (?:originating|coming)",
        "suspicious …(?:ip|address)",
        "\\bip\\b …(?:sent|sending) (?:too much )?spam",
        "spam …(?:from|by) (?:your|this) (?:ip|host|server|network)",
        "too (?:much|many) spams?\\b",
        "abusive (?:ip|host|sender)",
      ),
    ],
  },
];
