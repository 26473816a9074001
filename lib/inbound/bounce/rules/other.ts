import { SAY } from "../vocabulary/index.ts";
import { any, near, type Rule, words } from "./rule.ts";
import { DOMAIN, HELO, HOST_NAME, NO_SUCH, RDNS, SPF } from "./terms.ts";

/** What has little or nothing to do with who the server is. */
export const OTHER_RULES: readonly Rule[] = [
  {
    cause: "sender_null_mx",
    weight: 5,
    all: [near(SAY.sender, "\\bnull ?mx\\b|\\bdoes not accept (?:e?-?mail|mail)\\b", 80)],
  },
  {
    cause: "recipient_takes_no_mail",
    weight: 5,
    all: [near(`${SAY.recipient}|\\bdomain\\b`, "\\bnull ?mx\\b|\\bdoes not accept (?:e?-?mail|mail)\\b(?! over)", 80)],
    none: words(SAY.sender, "\\bipv6\\b"),
  },
  {
    cause: "ipv6_not_accepted",
    weight: 5,
    all: [any(near("(?<![a-z])ipv6(?![a-z])", SAY.notAccepted), near("(?<![a-z])ipv4(?![a-z])", SAY.only, 20))],
    none: words(RDNS, SPF),
  },
  {
    cause: "arc_fail",
    weight: 4,
    all: [near("\\barc\\b(?:[- ](?:chain|seal|validation))?", SAY.fail, 40)],
  },
  { cause: "requiretls_failed", weight: 5, all: [words("\\brequiretls\\b")] },
  {
    cause: "tls_required",
    weight: 4,
    all: [near(SAY.encryption, `${SAY.required}|${SAY.notAccepted}|\\berforderlich`)],
    none: words("\\brequiretls\\b", "\\barc\\b", "\\bauthentication required", "\\bcertificate"),
  },
  { cause: "recipient_domain_unknown", weight: 4, all: [words("\\bcouldn't find any host named\\b")] },
  {
    cause: "recipient_domain_unknown",
    weight: 5,
    all: [
      words(
        `(?:${SAY.domain}).{0,25}?(?:${SAY.recipient}).{0,25}?(?:${SAY.nonexistent})`,
        `(?:${SAY.recipient}).{0,12}?(?:${SAY.domain}).{0,25}?(?:${SAY.nonexistent})`,
        `(?:${SAY.nonexistent}).{0,15}?(?:${SAY.domain}).{0,15}?(?:${SAY.recipient})`,
      ),
    ],
    none: words(SAY.sender, HELO, RDNS, SPF, "\\bdkim\\b", "\\bdmarc\\b", "\\buser\\b"),
  },
  {
    cause: "recipient_domain_unknown",
    weight: 5,
    all: [
      words(
        `(?:${DOMAIN})(?: [\\w-]+(?:\\.[\\w-]+)+)?['">:]{0,2} ?(?:is |was |has |could |cannot )?(?:${SAY.nonexistent})`,
        "\\bno such domain\\b",
      ),
    ],
    none: words(
      SAY.sender,
      HELO,
      RDNS,
      SPF,
      HOST_NAME,
      "\\bdkim\\b",
      "\\bdmarc\\b",
      "\\bclient\\b",
      "\\bhost or domain name not found\\b",
    ),
  },
  {
    cause: "mail_loop",
    weight: 5,
    all: [
      words(
        "\\btoo many hops",
        "\\bhop count exceeded",
        "\\bmail (?:forwarding )?loop",
        "\\bmail loops back",
        "\\bloop(?:s)? (?:detected|back to myself)",
        "\\brouting loop",
        "\\bmailschleife",
      ),
    ],
  },
  { cause: "mail_loop", weight: 4, all: [words(SAY.loop)] },
  { cause: "delivery_expired", weight: 3, all: [words(SAY.expired)], none: words(RDNS, HELO, SAY.listed) },
  {
    cause: "delivery_expired",
    weight: 4,
    all: [
      words(
        "\\bqueue\\.expired",
        "\\bmessage (?:has )?expired",
        "\\bdelivery time expired",
        "\\bretry time(?:out)? (?:not reached|exceeded)",
        "\\btimeout exceeded\\b",
        "\\bcould not be delivered (?:for|after|within) \\d+ (?:day|hour)",
        "\\bundeliverable for \\d",
        "\\bin the queue too long",
      ),
    ],
    none: words(RDNS, HELO),
  },
  {
    cause: "greylisted",
    weight: 5,
    all: [any(words(SAY.greylist), words("internal resource temporarily unavailable"))],
  },
  {
    cause: "throttle",
    weight: 3,
    all: [
      any(
        words(
          SAY.tooMany,
          "\\bexceed\\w* …(?:limit|rate|quota|number|threshold)",
          "service refuse[^.]{0,3} veuillez essayer plus tard",
          "\\bip frequency limited",
        ),
      ),
    ],
    none: any(
      words("mailbox", "\\binbox", "reputation", "complaint", "because (?:spf|dkim)"),
      near(SAY.recipient, SAY.full, 40),
    ),
  },
  {
    cause: "throttle",
    weight: 4,
    all: [
      words(
        "\\bunusual rate of (?:e?mail|unsolicited mail) …\\brate limited",
        "\\[tss04\\]",
        "messages from \\S+ temporarily deferred",
      ),
    ],
    none: words("unsolicited", "\\breputation"),
  },
  {
    cause: "throttle",
    weight: 2,
    all: [
      words(
        "\\btry again later",
        "\\bservice (?:is )?(?:temporarily |currently )?(?:unavailable|not available)",
        "\\btemporar(?:y|ily) (?:local |system )?(?:problem|failure|rejected|unavailable)",
      ),
    ],
    none: words("\\bclient host\\b", "\\bpolicy\\b"),
  },
  {
    cause: "message_malformed",
    weight: 5,
    all: [
      words(
        "\\bmissing a valid message-?id\\b",
        "\\bnot (?:rfc|rfcs) ?\\d{3,4} compliant",
        "\\bmultiple (?:subject|from|to|cc|date|message-id|sender|reply-to) headers?\\b",
        "\\bmultiple addresses in (?:the )?'?from\\b",
        "\\b'?(?:from|date|message-id)'? header (?:is )?(?:missing|invalid|required)",
        "\\bduplicate (?:\\w+ )?headers?\\b",
        "\\b(?:lone|bare|stray|naked) (?:cr|lf|crlf|carriage return|new ?line|line ?feed)s?\\b",
        "\\bheader (?:field )?(?:syntax|is malformed)",
      ),
    ],
  },
  {
    cause: "message_malformed",
    weight: 5,
    all: [
      near(
        "\\b(?:from|date|message-?id|to|sender|subject|reply-to)\\b['\":]{0,2} (?:header|field)",
        `${SAY.absent}|\\bmissing|\\binvalid|\\bmalformed|\\bmultiple|\\bmore than one|\\bduplicate|\\bempty\\b`,
        50,
      ),
    ],
    none: words(SPF, "\\bdkim\\b", "\\bdmarc\\b", "\\balign", "\\bspoof"),
  },
  {
    cause: "message_malformed",
    weight: 5,
    all: [near(SAY.header, `${SAY.absent}|${SAY.malformed}|${SAY.twice}`, 40)],
    none: words(SPF, "\\bdkim\\b", "\\bdmarc\\b", "\\balign", "\\bspoof", SAY.unwanted, SAY.listed, SAY.loop),
  },
  {
    cause: "local_policy",
    weight: 3,
    all: [words("\\bpermanent failure for one or more recipients …:blocked\\b")],
  },
  { cause: "acl_default_no_message", weight: 4, all: [words("administrative(?:ly)? prohibit")] },
  { cause: "local_policy", weight: 3, all: [words(SAY.policy)], none: words("dmarc", "dynamic", RDNS, SPF) },
  {
    cause: "local_policy",
    weight: 2,
    all: [
      words(
        "\\baccess (?:is |was |has been )?(?:denied|refused)",
        "\\bdenied access",
        "\\bnot accepted\\b",
        "\\btransaction failed",
        "\\b(?:message|e?-?mail|connection) (?:is |was |has been )?(?:refused|rejected|blocked)",
        "\\bservice refuse",
      ),
    ],
  },
  {
    cause: "content_rejected",
    weight: 4,
    all: [words(SAY.unwanted, "\\bemail rejected due to security policies", "\\bbanned (?:attachment|content|file)")],
    none: any(
      words(
        "from (?:your|this) ip",
        "\\breputation",
        "protect our users from spam",
        "\\bauthentication",
        SPF,
        RDNS,
        HELO,
      ),
      near(SAY.recipient, SAY.full, 40),
    ),
  },
  {
    cause: "content_rejected",
    weight: 3,
    all: [near(SAY.message, "\\bspam|спам|スパム|垃圾|스팸|istenmeyen|\\bvirus|вирус|\\bmalware", 40)],
    none: any(
      words(
        "from (?:your|this) ip",
        "protect our users",
        "\\bsend spam",
        "block for spam",
        RDNS,
        HELO,
        SPF,
        SAY.reputation,
      ),
      near(SAY.client, SAY.listed),
    ),
  },
  {
    cause: "mailbox_full",
    weight: 5,
    all: [
      any(
        near(SAY.recipient, SAY.full, 40),
        words("\\bover ?quota\\b", "\\bquota exceeded", "\\bexceeded storage allocation", "boîte …pleine", "容量"),
      ),
    ],
    none: words(
      "\\brate",
      "\\bconnections?\\b",
      "\\bbulk\\b",
      "\\bover quota for\\b",
      "\\bsending (?:limit|quota)",
      "\\bmessage size",
      "\\btoo (?:large|big)",
      SAY.tooLarge,
    ),
  },
  {
    cause: "recipient_unknown",
    weight: 4,
    all: [
      any(
        near(
          `${SAY.recipient}|\\baddress\\b`,
          `${NO_SUCH}|\\bunknown\\b|\\bunavailable|\\bno longer|\\bdisabled|\\binactive|\\bdoes(?: not|n't) exist`,
          40,
        ),
        words(
          "\\b(?:unknown|invalid|no such) (?:user|recipient|mailbox|account|local)",
          "\\bno mailbox (?:here )?by that name",
          "\\brecipient address rejected: access denied",
          "\\bthis user doesn't have a\\b",
          "\\brecipient ?not ?found",
          "\\bnot (?:listed|found) in …\\b(?:directory|address book|user database)",
          "\\bunroute?able address",
          "(?<!sender )\\baddress rejected\\b(?!:)",
        ),
      ),
    ],
    none: any(
      words(
        "\\bhelo\\b",
        "rdns",
        "unauth",
        "mailbox (?:is )?full",
        "\\bip address\\b",
        "\\bhost ?name\\b",
        "reverse",
        "temporarily",
        "polic(?:y|ies)",
        "credential",
        RDNS,
        SPF,
      ),
      near(SAY.sender, `${SAY.nonexistent}|\\bunknown\\b|\\binvalid\\b`, 40),
    ),
  },
  {
    cause: "recipient_unknown",
    weight: 3,
    all: [near(`${SAY.recipient}|\\baddress\\b`, SAY.gone, 30)],
    none: words(HELO, RDNS, SPF, SAY.suspended, SAY.listed),
  },
  {
    cause: "message_too_large",
    weight: 5,
    all: [any(near(SAY.message, SAY.tooLarge), words("\\bmessage size exceeds", "\\bmessage …\\btoo (?:large|big)"))],
    none: words(RDNS, HELO),
  },
  {
    cause: "connection_failed",
    weight: 3,
    all: [words(SAY.unreachable)],
    none: words("sender address", "\\bhelo\\b"),
  },
  {
    cause: "protocol_error",
    weight: 2,
    all: [
      words(
        "\\bbad sequence of commands",
        "\\bcommand (?:not (?:recognized|implemented)|unrecognized)",
        "\\bsyntax error in parameters",
        "\\bprotocol error",
      ),
    ],
  },
];
