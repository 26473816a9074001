import { near, type Rule, words } from "./rule.ts";
import { LISTED, PUBLIC_LIST } from "./vocabulary.ts";

/** Refusals by lists, public ones and the receiver’s own, and by reputation. */
export const LIST_RULES: readonly Rule[] = [
  {
    cause: "dnsbl_listed",
    weight: 3,
    all: [near(PUBLIC_LIST, `${LISTED}|\\bblock|\\brefus|\\breject|\\bsee\\b|\\bdenied|\\bfound in|\\bpoor\\b`, 100)],
    none: words("proofpoint"),
  },
  {
    cause: "dnsbl_listed",
    weight: 4,
    all: [
      words(
        "\\b(?:blocked|rejected|refused|denied|listed|blacklisted) (?:using|by|at|in|on|via) (?:the )?(?:[a-z0-9-]+\\.){1,5}[a-z]{2,}",
        "\\blisted (?:in|on|at|by) (?:[a-z0-9-]+\\.){1,5}[a-z]{2,}",
        "(?:dnsbl|rbl|dns blocklist|dns blacklist)[ :=-]{1,3}(?:[a-z0-9-]+\\.){1,5}[a-z]{2,}",
        "found in (?:[a-z0-9-]+\\.){1,5}[a-z]{2,}",
        "\\bis on (?:one or more )?(?:dnsbl|rbl|public|real-?time)",
        "spamhaus'?s? list",
      ),
    ],
    none: words("proofpoint"),
  },
  {
    cause: "dnsbl_listed",
    weight: 3,
    all: [
      near(
        "\\bdnsbl|\\brbl\\b|real-?time (?:block|black)|spam source list",
        "\\blisted|\\bblock|\\bfound|\\breject|\\brefus|\\bdenied|\\brestrict",
        60,
      ),
    ],
  },
  {
    cause: "dnsbl_receiver_misconfigured",
    weight: 5,
    all: [
      near(
        `${PUBLIC_LIST}|${LISTED}|\\bblocked using|\\bdns`,
        "open[ /]?(?:/public )?resolver|public[ /](?:and open )?(?:dns )?resolver|returnc|127\\.255\\.255\\.|quer(?:y|ies) (?:limit|refused|blocked|volume|exceed|via public)|excessive (?:number of )?quer|over(?: the)? (?:free )?(?:query )?(?:limit|quota)|exceed\\w*.{0,20}(?:quer|limit)|typing error in (?:the )?dnsbl",
        120,
      ),
    ],
  },
  {
    cause: "private_blocklist",
    weight: 3,
    all: [near("\\bip\\b|\\bips\\b|address|\\bhost\\b|\\bserver|network|\\bclient|sender", LISTED, 60)],
    none: words("\\bdynamic", "\\bsender (?:address|domain) "),
  },
  {
    cause: "private_blocklist",
    weight: 3,
    all: [
      words(
        "\\b(?:ip|ips|ip address|server|host|network|(?:e-?mail|mail|connections?) from \\S+) (?:\\S+ )?(?:is|are|has been|have been|was) (?:currently |temporarily |permanently )?blocked",
      ),
    ],
    none: words("reputation"),
  },
  {
    cause: "private_blocklist",
    weight: 4,
    all: [
      near(
        "\\bour\\b|\\blocal(?:ly)?\\b|\\binternal|\\bpolicy|\\bmanual|\\bunsere|\\bnotre|\\bpart of (?:their|your) network",
        LISTED,
        50,
      ),
    ],
    none: new RegExp(`\\bsystem has detected|reputation|${PUBLIC_LIST}`),
  },
  {
    cause: "private_blocklist",
    weight: 5,
    all: [words("\\(bl\\)", "banned sending ip", "is block ?listed", "on our block ?list")],
  },
  { cause: "unknown_ip_or_host_identity", weight: 5, all: [words("\\(nowl\\)", "none/bad reputation")] },
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
    all: [
      words(
        "\\breputation",
        "\\breputaci",
        "\\bréputation",
        "abus d[eé]tect",
        "senderbase",
        "レピュテーション",
        "評価が低い",
      ),
    ],
    none: words("proofpoint", "none/bad", "sending domain"),
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
