import { near, type Rule, words } from "./rule.ts";
import { FORWARD, GENERIC, HELO, MISMATCH, MISSING, NOT_NOW, RDNS } from "./vocabulary.ts";

/** Refusals for want of a reverse name, or one that does not convince. */
export const REVERSE_RULES: readonly Rule[] = [
  { cause: "ptr_missing", weight: 3, all: [near(RDNS, MISSING)] },
  {
    cause: "ptr_missing",
    weight: 4,
    all: [words("cannot find your reverse", "\\bno (?:reverse dns|rdns|ptr)\\b", "all mail servers must have a ptr")],
    none: words(`(?:${MISMATCH})(?!.{0,20}no ptr)`, NOT_NOW),
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
        "\\bptr-less",
        "aucun nom (?:d'hôte )?",
      ),
    ],
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
    all: [
      words(
        "cannot find your host ?name",
        "can not find your host ?name",
        "can't find your host ?name",
        "could not find your host ?name",
      ),
    ],
  },
  {
    cause: "fcrdns_mismatch",
    weight: 4,
    all: [near(`${RDNS}|possibly|\\bforward\\b`, MISMATCH)],
    none: new RegExp(
      `${HELO}|\\bor\\b.{0,30}(?:forward|match|inconsist|corresponding)|inconsistent or|missing/|/missing|\\bno ptr record /`,
    ),
  },
  {
    cause: "fcrdns_mismatch",
    weight: 4,
    all: [
      words(
        "\\breverse (?:dns|name) …(?:does not|doesn't) resolve",
        "\\bfc-?rdns\\b …\\b(?:invalid|broken|missing|fail)",
      ),
    ],
    none: new RegExp(HELO),
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
      ),
      /(?:)/,
    ],
    none: new RegExp(HELO),
  },
  {
    cause: "ptr_missing_or_fcrdns_fail",
    weight: 5,
    all: [
      near(RDNS, MISSING),
      near(
        `${RDNS}|\\bpointing`,
        `\\bor\\b.{0,40}(?:${FORWARD}|inconsist|forward)|inconsistent/|/inconsistent|inconsistent or\\b|/ ?mismatch|mismatch ?/`,
        100,
      ),
    ],
    none: new RegExp(HELO),
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
    none: new RegExp(`${HELO}|${NOT_NOW}|must have a ptr record with|ip name lookup`),
  },
  {
    cause: "ptr_missing_or_fcrdns_fail",
    weight: 5,
    all: [words("forward and reverse dns")],
    none: new RegExp(MISMATCH),
  },
  { cause: "ptr_missing_or_fcrdns_fail", weight: 4, all: [words("ipv6 sending guidelines"), /(?:)/], none: /\bptr\b/ },
  {
    cause: "ptr_dns_tempfail",
    weight: 5,
    all: [near(RDNS, NOT_NOW)],
    none: words("ib1\\d\\d", "for this ip failed", "no (?:reverse dns|rdns|ptr)\\b", "cannot find your"),
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
      ),
    ],
  },
  {
    cause: "ptr_generic",
    weight: 5,
    all: [near(`${RDNS}|\\bhost ?names?\\b`, GENERIC, 40)],
    none: words("space \\)", "relay at your"),
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
  },
  {
    cause: "ptr_unstable",
    weight: 5,
    all: [words("chang\\w+ …\\b(?:rdns|ptr|reverse dns)\\b …\\b(?:frequent|often)")],
  },
  {
    cause: "ptr_unstable",
    weight: 5,
    all: [
      near(
        RDNS,
        "chang(?:es|ing|ed).{0,20}(?:frequent|often|too)|(?:frequent|often).{0,20}chang|unstable|häufig wechsel",
      ),
    ],
  },
  {
    cause: "dynamic_ip_policy",
    weight: 4,
    all: [near("\\bip\\b|\\bips\\b|address|space|range|host|\\bpool|アドレス", GENERIC, 40)],
    none: new RegExp(`${RDNS}|\\bhost ?names?\\b.{0,20}(?:${GENERIC})|(?:${GENERIC}) host ?name|header`),
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
    none: new RegExp(RDNS),
  },
];
