import { SAY } from "../vocabulary/index.ts";
import { any, near, type Rule, words } from "./rule.ts";
import { HELO, MISMATCH, RDNS } from "./terms.ts";

/** What else disagrees: HELO and the reverse name are two names. */
const DIFFERS = `${MISMATCH}|\\bdiffer|\\bnot equal|\\bunequal|\\bother than|\\bmust (?:match|equal|be (?:the same|equal|identical))|\\bnot (?:the same|identical)`;

/** Refusals for what was said in HELO or EHLO, and for when it was said. */
export const GREETING_RULES: readonly Rule[] = [
  {
    cause: "early_talker",
    weight: 5,
    all: [
      words(
        "\\bpre-?greet",
        "\\bearly ?talk",
        "\\bsynchroni[sz]ation error",
        "\\berror: smtp protocol synchroni[sz]ation",
        "\\btalk(?:ed|ing|s)? (?:too early|before)",
        "\\b(?:sent|spoke|speaking|data|input|commands?|traffic) …\\bbefore …\\b(?:greeting|banner|its turn|your turn|welcome)",
        "\\bimproper (?:use of )?(?:command )?pipelining",
        "\\bprotocol error\\b …\\bearly",
        "\\b(?:wait for|not waiting for) …\\b(?:banner|greeting)",
        "vor dem? (?:banner|begrüßung)",
      ),
    ],
  },
  { cause: "early_talker", weight: 4, all: [words(SAY.beforeGreeting)], none: words(HELO, RDNS) },
  { cause: "helo_generic", weight: 5, all: [near(`${HELO}|\\bhello\\b`, SAY.generic)], none: words(RDNS) },
  { cause: "helo_syntax", weight: 3, all: [near(HELO, `${SAY.malformed}|\\binvalide|不正`, 50)] },
  {
    cause: "helo_syntax",
    weight: 4,
    all: [
      near(
        HELO,
        "\\bnot (?:a )?valid\\b|\\bnot a host ?name|\\bip address\\b.{0,20}(?:not|instead|literal)|\\bunderscore|\\b(?:address|ip|domain) literal\\b.{0,30}\\b(?:not|refus|reject|denied)|\\billegal char|\\binvalid char|\\bbracket",
        50,
      ),
    ],
    none: words("valid …host ?name", "match", "own"),
  },
  {
    cause: "helo_syntax",
    weight: 5,
    all: [near(HELO, "\\brequires? (?:a )?(?:valid )?(?:domain|argument|host ?name)\\b", 20)],
  },
  // Exchange's answer to an EHLO argument that it cannot read.
  {
    cause: "helo_syntax",
    weight: 4,
    all: [words("\\binvalid domain name\\b")],
    none: words(SAY.sender, SAY.recipient),
  },
  {
    cause: "helo_not_fqdn",
    weight: 5,
    all: [near(`${HELO}|\\bhello\\b`, SAY.fullName, 80)],
    none: any(
      words("match …(?:fqdn|rdns)", "resolv", "not found"),
      near(HELO, `${SAY.generic}|${SAY.nonexistent}`, 40),
    ),
  },
  {
    cause: "helo_unresolvable",
    weight: 5,
    all: [near(HELO, SAY.nonexistent)],
    none: words(
      "need fully",
      "does not match",
      "argument does not",
      "\\bresolves? (?:back )?to [[(]?[\\da-f]{1,4}[.:]",
      RDNS,
    ),
  },
  {
    cause: "helo_not_verified",
    weight: 4,
    all: [near(HELO, `${MISMATCH}|verif|\\bdoes not belong|\\bspoof|\\bpoint to your`)],
    none: words(RDNS, "fully", "\\bmy (?:own )?(?:name|ip)", "\\bour\\b"),
  },
  {
    cause: "helo_not_verified",
    weight: 4,
    all: [words("who you say you are", "not believe you are", `(?:${HELO}) …(?:no forward|forward dns)`)],
  },
  { cause: "helo_ne_ptr", weight: 5, all: [near(HELO, DIFFERS, 80), near(RDNS, DIFFERS)] },
  {
    cause: "helo_is_receivers_own_name",
    weight: 5,
    all: [
      near(
        `${HELO}|\\bhello\\b|introduc|claim`,
        "\\blying|\\blie\\b|you are not (?:me|us)|you'?re not (?:me|us|who)|\\bmy (?:own )?(?:name|host|ip|domain|address)|\\bour (?:own )?(?:name|host|ip|domain|server|address)|\\bi am\\b|that'?s me|pretend|imperson|\\b(?:forged|faked?|spoofed) …\\b(?:local|our|my)\\b|who you are not|\\bthis (?:server|host)'?s (?:own )?(?:name|address)|\\blocal (?:domain|host|name)",
        80,
      ),
    ],
    none: words("localhost", "local policy"),
  },
  {
    cause: "helo_is_receivers_own_name",
    weight: 5,
    all: [near(`${HELO}|\\bhello\\b`, SAY.ownName, 80)],
    none: words("localhost", SAY.mismatch),
  },
  {
    cause: "helo_is_receivers_own_name",
    weight: 3,
    all: [words(SAY.ownName)],
    none: words(RDNS, SAY.listed, SAY.group, SAY.unwanted),
  },
  {
    cause: "helo_is_receivers_own_name",
    weight: 5,
    all: [
      words(
        "bad helo name used",
        "bogus helo name used",
        "access denied, bad helo",
        "you are not really",
        "nobody but me",
      ),
    ],
  },
  {
    cause: "helo_missing",
    weight: 5,
    all: [
      near(
        `${HELO}|\\bhello\\b`,
        "\\brequired\\b|\\bfirst\\b|\\bexpected\\b|\\bsay\\b.{0,8}(?:helo|hello)|\\bpolite|\\bneed(?:s|ed)?\\b(?! fully)|\\bno helo|\\bmissing\\b|\\bmust (?:be )?(?:sent|issue|say)|\\bbefore\\b|\\berforderlich|\\bzuerst\\b",
        40,
      ),
    ],
    none: words(
      SAY.greylist,
      "fully",
      "saying helo",
      "host ?name",
      "match",
      "invalid",
      "valid",
      "fqdn",
      "resolv",
      "pre-?greet",
    ),
  },
];
