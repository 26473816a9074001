import { any, type Rule, words } from "./rule.ts";

/** What mail servers write by themselves: whatever an administrator or a provider adds to it, it decides. */
export const FORMULA_RULES: readonly Rule[] = [
  {
    cause: "recipient_unknown",
    weight: 6,
    all: [
      words(
        "\\buser unknown in (?:virtual|local|relay) (?:mailbox|alias|recipient) table",
        "\\brecipient address rejected: (?:user unknown|unknown user|no such user|undeliverable address)",
      ),
    ],
  },
  { cause: "helo_unresolvable", weight: 6, all: [words("\\bhelo command rejected: host not found")] },
  {
    cause: "helo_not_fqdn",
    weight: 6,
    all: [words("\\bhelo command rejected: need fully[- ]qualified")],
  },
  { cause: "helo_syntax", weight: 6, all: [words("\\bhelo command rejected: invalid name")] },
  { cause: "mail_from_domain_unresolvable", weight: 6, all: [words("\\bsender address rejected: domain not found")] },
  {
    cause: "recipient_domain_unknown",
    weight: 6,
    all: [
      words(
        "\\brecipient address rejected: domain not found",
        // Postfix of the very domain that was written to; of a relay's or an MX host's name it says the same.
        "@(?<written>[\\w.-]{1,253})>?: host or domain name not found\\. name service error for name=\\k<written> type=\\w+: host not found(?!, try again)",
      ),
    ],
  },
  {
    cause: "relay_denied",
    weight: 6,
    all: [words("\\brelay access denied(?! smtp)", "\\brelaying denied(?!. ip name)", "\\brelay not permitted\\b")],
  },
  // Where SPF checkers send their readers.
  { cause: "spf_fail", weight: 6, all: [words("\\bsee (?:https?://)?(?:www\\.)?openspf\\.(?:net|org)\\b")] },
  {
    cause: "greylisted",
    weight: 6,
    all: [any(words("\\bgr[ea]ylist(?:ed|ing) (?:in (?:action|effect)|by|for|in progress|active)\\b"))],
  },
  {
    cause: "mail_loop",
    weight: 6,
    all: [words("\\bmail for \\S{1,255} loops back to myself", "\\btoo many hops\\b", "\\bhop count exceeded")],
  },
  {
    cause: "content_rejected",
    weight: 6,
    all: [
      words(
        "\\bmessage rejected under suspicion of spam",
        "\\bspam message (?:rejected|discarded)",
        "\\bmessage (?:contains spam or virus|was considered unsolicited|classified as spam|identified as spam)",
      ),
    ],
  },
];
