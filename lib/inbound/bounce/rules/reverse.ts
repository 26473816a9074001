import { SAY } from "../vocabulary/index.ts";
import { any, near, type Rule, words } from "./rule.ts";
import { CLIENT, HELO, HOST_NAME, MISMATCH, RDNS, SPF } from "./terms.ts";

/** Not as it should be. */
const WRONG = `${MISMATCH}|${SAY.malformed}`;
/** An IP address, called that. */
const ADDRESS =
  "\\bip\\b|\\badress[ae]?\\b|\\baddress\\b|\\badresse\\b|\\bindirizzo\\b|\\bdirecci[oó]n\\b|\\bendere[cç]o\\b|адрес|地址|アドレス|주소";
/** The record that a name should have for its address. */
const FORWARD =
  "\\b(?:a|aaaa)[- ]?(?:record|rekord|eintrag|enregistrement|záznam|post\\b|kayd)|\\b(?:record|rekord\\w{0,2}|registros?|enregistrement|záznam\\w{0,2}|înregistrare\\w{0,2}) (?:a|aaaa)\\b|(?<![a-z])(?:a|aaaa)[- ]?(?:запис|レコード|记录|記錄|레코드|εγγραφ)|запис[а-яі]{1,2} (?:a|aaaa)(?![a-z])|εγγραφή (?:a|aaaa)(?![a-z])";
const NO_FORWARD = `(?:${SAY.absent}).{0,20}?(?:${FORWARD})|(?:${FORWARD}).{0,20}?(?:${SAY.absent})`;
/** Absent, or there and wrong: the text leaves open which. */
const EITHER_WAY = `(?:${SAY.absent}).{0,60}(?:${SAY.either}).{0,60}(?:${WRONG})|(?:${WRONG}).{0,60}(?:${SAY.either}).{0,60}(?:${SAY.absent})`;

/** Refusals because of a PTR record that is missing, unconfirmed or generic. */
export const REVERSE_RULES: readonly Rule[] = [
  { cause: "ptr_missing_or_fcrdns_fail", weight: 5, all: [near(RDNS, EITHER_WAY, 80)], none: words(HELO) },
  { cause: "ptr_missing", weight: 3, all: [near(RDNS, SAY.missing)] },
  {
    cause: "ptr_missing",
    weight: 4,
    all: [
      any(
        words("cannot find your reverse", "\\bno (?:reverse dns|rdns|ptr)\\b", "all mail servers must have a ptr"),
        near(RDNS, SAY.absent, 50),
      ),
    ],
    none: any(
      words(`(?:${MISMATCH})(?!.{0,20}no ptr)`, SAY.notNow),
      words("\\b(?:no|not|without|missing|lacks?) (?:an? )?(?:valid|matching|proper|correct)"),
    ),
  },
  {
    cause: "ptr_missing",
    weight: 4,
    all: [
      words(
        "no ptr record / no ptr match",
        "no (?:host ?)?names? (?:was |could be )?found for (?:the |your )?(?:ip|client|address|host)",
        "ip name lookup failed",
        "cannot resolve your address",
        "unresolvable relay host",
        "failed to find host ?name from ip",
        "cannot resolve your (?:ip|address)",
        "sender ip must resolve",
        "\\bip (?:address )?must (?:have|resolve to) a",
        "\\bptr-less",
        "aucun nom (?:d'hôte )?",
      ),
    ],
  },
  // "No host name is known for this IP address": reverse DNS, without its name.
  {
    cause: "ptr_missing",
    weight: 4,
    all: [near(HOST_NAME, SAY.absent, 25), near(HOST_NAME, ADDRESS, 40)],
    none: words(RDNS, HELO, SAY.fullName, SAY.malformed, SAY.mismatch, SAY.recipient),
  },
  {
    cause: "ptr_missing_ipv6",
    weight: 5,
    all: [near("\\bipv6\\b", RDNS, 120)],
    none: words("does not support", "not accept(?:ed)? …over ipv6"),
  },
  {
    cause: "fcrdns_fail_or_ptr_missing",
    weight: 5,
    all: [words("(?:cannot|can not|can't|could not) find your host ?name")],
  },
  {
    cause: "fcrdns_mismatch",
    weight: 4,
    all: [near(`${RDNS}|possibly|\\bforward\\b|正引き`, MISMATCH, 100)],
    none: words(
      HELO,
      "\\bor\\b.{0,30}(?:forward|match|inconsist|corresponding)|inconsistent or|missing/|/missing|\\bno ptr record /",
    ),
  },
  {
    cause: "fcrdns_mismatch",
    weight: 4,
    all: [
      words(
        "\\breverse (?:dns|name) …(?:does not|doesn't) resolve",
        "\\bfc-?rdns\\b …(?:\\b(?:invalid|broken|missing|fail|not)|n't\\b)",
      ),
    ],
    none: words(HELO),
  },
  {
    cause: "fcrdns_mismatch",
    weight: 5,
    all: [
      words(
        "possibly forged",
        "full[- ]circle",
        "no fcrdns",
        "does not match the ip address of the host ?name",
        "fcrdns (?:check )?(?:fail|reject|mismatch)",
        `(?:${RDNS}) …\\bno (?:forward|a|aaaa|address) (?:dns|record|lookup|entry|resolution)`,
        "resolves to \\S+,? (?:but|which|and) …(?:not|n't) …(?:resolve|point|lead|match)",
      ),
    ],
    none: words(HELO),
  },
  {
    cause: "fcrdns_mismatch",
    weight: 4,
    all: [
      words("(?:\\bnot|n't) (?:resolve|point|map|lead) (?:back to|to (?:your|that|the connecting|the client|\\[?\\d))"),
    ],
    none: words(HELO, SPF, SAY.recipient),
  },
  {
    cause: "ptr_missing_or_fcrdns_fail",
    weight: 5,
    all: [
      near(RDNS, SAY.missing),
      near(
        `${RDNS}|\\bpointing`,
        `\\bor\\b.{0,40}(?:\\bforward|\\ba record|\\ba/aaaa|\\bmatch|\\bpoint(?:s|ing)? (?:back|to)|\\bconsisten|\\bhost ?name\\b.{0,30}\\bip\\b|inconsist)|inconsistent/|/inconsistent|inconsistent or\\b|/ ?mismatch|mismatch ?/`,
        100,
      ),
    ],
    none: words(HELO),
  },
  {
    cause: "ptr_missing_or_fcrdns_fail",
    weight: 5,
    all: [
      words(
        "does not resolve to an? (?:existing|valid) host ?name",
        "no proper reverse",
        "(?:invalid|improper|incorrect|broken|faulty) (?:rdns|reverse dns|ptr|reverse)",
        "inconsistent/missing",
        "missing/inconsistent",
        "(?:no|missing|without|lacks) (?:a )?(?:valid |matching |proper )(?:reverse|ptr|rdns)",
        "(?:valid|matching|proper|correct) (?:reverse|forward)[^.]{0,20} (?:and|&) (?:reverse|forward)",
      ),
    ],
    none: words(HELO, SAY.notNow, "must have a ptr record with", "ip name lookup", "resolves to \\S+,? (?:but|which)"),
  },
  // "No valid PTR record": there may be one.
  {
    cause: "ptr_missing_or_fcrdns_fail",
    weight: 5,
    all: [near(RDNS, SAY.valid, 25), near(RDNS, SAY.absent, 50)],
    none: words(HELO, SPF, SAY.notNow, "must have a ptr record with", `\\((?:${SAY.absent})`, "\\binexist|\\binesist"),
  },
  { cause: "ptr_missing_or_fcrdns_fail", weight: 5, all: [words("forward and reverse dns")], none: words(MISMATCH) },
  {
    cause: "ptr_missing_or_fcrdns_fail",
    weight: 4,
    all: [
      near(RDNS, "\\b(?:validation|verification|check) (?:has )?fail|\\bnot be (?:verified|validated|confirmed)", 30),
    ],
    none: words(HELO),
  },
  { cause: "ptr_missing_or_fcrdns_fail", weight: 4, all: [words("ipv6 sending guidelines")] },
  // A name with a PTR record, and no address record.
  { cause: "fcrdns_mismatch", weight: 5, all: [near(RDNS, NO_FORWARD, 100)], none: words(HELO, "\\bor\\b") },
  {
    cause: "ptr_dns_tempfail",
    weight: 5,
    all: [near(RDNS, "\\be?servfail|\\be?time-?out\\b|\\btimed out", 90)],
    none: words("ib1\\d\\d", "cannot find your", "rate limited"),
  },
  {
    cause: "ptr_dns_tempfail",
    weight: 5,
    all: [near(RDNS, SAY.notNow)],
    none: any(
      words(
        "ib1\\d\\d",
        "for this ip failed",
        "no (?:reverse dns|rdns|ptr)\\b",
        "cannot find your",
        "rate limited",
        // What its administrator is to do before the next attempt.
        "\\b(?:fix|correct|set|add|create|configure|check|ask|contact)\\b …\\b(?:and|then|before)\\b.{0,10}\\b(?:try|retry)",
      ),
      near(RDNS, SAY.absent, 50),
    ),
  },
  {
    cause: "ptr_dns_tempfail",
    weight: 5,
    all: [
      words(
        "client ip address \\S+ does not resolve",
        "dns check failure",
        "cannot resolve ptr record",
        "reverse (?:dns )?lookup (?:of|for) …(?:deferred|error|tempfail)",
        "lookup failed for reverse lookup check …deferred",
      ),
    ],
  },
  {
    cause: "ptr_generic",
    weight: 5,
    all: [near(`${RDNS}|${HOST_NAME}`, SAY.generic, 40)],
    none: any(words("space \\)", "relay at your"), near(HELO, SAY.generic)),
  },
  // The name itself is shown: "static.7.example.net is a default name".
  {
    cause: "ptr_generic",
    weight: 3,
    all: [near("\\bn\\d{1,2}\\.example\\b", SAY.generic, 30)],
    none: words(HELO, SPF, SAY.recipient),
  },
  {
    cause: "ptr_generic",
    weight: 5,
    all: [
      words(
        "please try another server",
        "(?:generic|dynamic)/(?:generic|dynamic) host ?names?",
        "host ?name (?:looks|appears|seems) …(?:dynamic|generic|dial)",
      ),
    ],
    none: words(HELO),
  },
  {
    cause: "ptr_unstable",
    weight: 5,
    all: [any(words("chang\\w+ …\\b(?:rdns|ptr|reverse dns)\\b …\\b(?:frequent|often)"), near(RDNS, SAY.unstable))],
  },
  {
    cause: "dynamic_ip_policy",
    weight: 4,
    all: [near(`${CLIENT}|space|range|\\bpool|アドレス`, SAY.generic, 40)],
    none: any(words(RDNS, "header"), near(HOST_NAME, SAY.generic, 20), near(HELO, SAY.generic)),
  },
  {
    cause: "dynamic_ip_policy",
    weight: 5,
    all: [
      words(
        "not authorized to send (?:e?mail )?directly",
        "external dynamic",
        "from dynamic (?:ip|address)",
        "dial-?up (?:host|line|connection)",
        "use …(?:your|the) (?:isp'?s?|provider'?s?|service provider)[^.]{0,30}(?:relay|smtp|server)",
      ),
    ],
    none: words(RDNS, HELO),
  },
];
