import { near, type Rule, words } from "./rule.ts";
import { HELO, MISMATCH, NONEXISTENT, RDNS } from "./vocabulary.ts";

/** Refusals for what was said in HELO or EHLO. */
export const GREETING_RULES: readonly Rule[] = [
  {
    cause: "helo_syntax",
    weight: 3,
    all: [
      near(
        HELO,
        "\\binvalid|\\bsyntactic|\\bsyntax|\\bmalformed|\\billegal|\\bbare ip|\\bnumeric|\\bbad\\b|ungültig|\\bincorrect|\\binvalide|不正",
        50,
      ),
    ],
  },
  {
    cause: "helo_syntax",
    weight: 4,
    all: [
      near(
        HELO,
        "\\bnot (?:a )?valid\\b|\\bnot a host ?name|\\bip address\\b.{0,20}(?:not|instead|literal)|\\bunderscore|\\billegal char|\\binvalid char|\\bbracket",
        50,
      ),
    ],
    none: words("valid …host ?name", "match", "own"),
  },
  {
    cause: "helo_not_fqdn",
    weight: 5,
    all: [
      near(
        `${HELO}|\\bhello\\b`,
        "\\bfully[- ]?qualif|\\bfqdn|\\breal host ?name|\\breal name|\\bunqualified|\\blocalhost\\b|\\bno dots?\\b|\\bnot a full|vollständig|complètement qualifié|\\bmissing dot|\\bwithout a dot|完全修飾",
        80,
      ),
    ],
    none: words("match …(?:fqdn|rdns)", "resolv", "not found"),
  },
  {
    cause: "helo_unresolvable",
    weight: 5,
    all: [near(HELO, NONEXISTENT, 60)],
    none: new RegExp(`need fully|${RDNS}|does not match|argument does not`),
  },
  {
    cause: "helo_not_verified",
    weight: 4,
    all: [near(HELO, `${MISMATCH}|verif|\\bdoes not belong|\\bspoof|\\bpoint to your`, 60)],
    none: new RegExp(`${RDNS}|fully|\\bmy (?:own )?(?:name|ip)|\\bour\\b`),
  },
  {
    cause: "helo_not_verified",
    weight: 4,
    all: [words("who you say you are", "not believe you are", `(?:${HELO}) …(?:no forward|forward dns)`)],
  },
  {
    cause: "helo_ne_ptr",
    weight: 5,
    all: [
      near(
        HELO,
        `(?:${MISMATCH}).{0,40}(?:${RDNS})|(?:${RDNS}).{0,40}(?:${MISMATCH})|must match …(?:rdns|reverse|ptr)|differ|(?:not equal|unequal|other than).{0,30}(?:${RDNS})`,
        80,
      ),
    ],
  },
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
    all: [words("bad helo name used", "access denied, bad helo", "you are not really", "nobody but me")],
  },
  {
    cause: "helo_missing",
    weight: 5,
    all: [
      near(
        `${HELO}|\\bhello\\b`,
        "\\brequired\\b|\\bfirst\\b|\\bexpected\\b|\\bsay\\b.{0,8}(?:helo|hello)|\\bpolite|\\bneed(?:s|ed)?\\b(?! fully)|\\bno helo|\\bmissing\\b|\\bmust (?:be )?(?:sent|issue|say)|\\bbefore\\b",
        40,
      ),
    ],
    none: words("fully", "saying helo", "host ?name", "match", "invalid", "valid", "fqdn", "resolv"),
  },
];
