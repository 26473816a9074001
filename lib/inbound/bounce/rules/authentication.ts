import { SAY } from "../vocabulary/index.ts";
import { any, near, type Rule, words } from "./rule.ts";
import { HELO, RDNS, SPF } from "./terms.ts";

/** "no", "without" and their like: they stand before what is not there. */
const DETERMINER =
  "\\bno|\\bnot|\\bwithout|\\bkein(?:e[nrms]?)?|\\bohne|\\baucune?|\\bsans|\\bsin|\\bsem|\\bnao|\\bnessun[oa]?|\\bsenza|\\bnon|\\bgeen|\\bzonder|\\bingen|\\binget|\\butan|\\bbrak|\\bbez|нет|без";

/** That a record was asked for, in the languages of the vocabularies. */
const LOOKED_UP =
  "\\blook(?:ing|ed)? ?-?up|\\bquer(?:y|ie)|\\bretriev|ab(?:ge)?frag|ab(?:ge)?ruf|nach(?:ge)?schlag|opzoek|opvrag|ophalen|consult|requete|recherche|interroga|ricerca|ricercar|buscar|zapyt|odpyt|pobra|запрос|запит|dotaz|lekerdez|haku|\\bhakea|uppslag|opslag|oppslag|sorgu|照会|参照|検索|查询|查詢|조회|αναζητ|interog";

/** Refusals by SPF, DKIM, DMARC, and senders that do not exist. */
export const AUTHENTICATION_RULES: readonly Rule[] = [
  {
    cause: "spf_missing",
    weight: 4,
    all: [
      any(
        words(
          `(?:${SAY.absent}).{0,18}?\\bspf\\b`,
          // "by SPF no mail may …": a word that goes with what comes next says nothing of the record.
          `(?:\\bspf\\b(?:[- ](?:record|eintrag|запис[а-я]*))?|spf(?:レコード|记录|記錄)).{0,15}?(?!(?:${DETERMINER})\\s+[^\\s.,;:)])(?:${SAY.absent})`,
        ),
        words(
          "spf record (?:is )?(?:missing|not found|required)",
          "without (?:an )?spf",
          "(?:does not|doesn't) have (?:an )?spf",
        ),
      ),
    ],
    none: words("\\bdkim\\b"),
  },
  {
    cause: "spf_fail",
    weight: 4,
    all: [near(SPF, SAY.fail, 80)],
    none: words(
      "spf or dkim",
      "dkim or spf",
      "spf (?:and|&|/|nor) dkim",
      "\\bdmarc\\b",
      "perm(?:anent)? ?error",
      "temp(?:orary)? ?error",
    ),
  },
  {
    cause: "spf_fail",
    weight: 5,
    all: [
      words(
        "\\[spf\\]",
        "rate limited because spf",
        "spf[- ](?:hard)?fail",
        "spf record …(?:-all|hard fail)",
        "fails to pass spf",
        "spf sender invalid",
        "spf …authentication fail",
        "spf (?:check|validation|verification)[: ]{1,3}fail",
        "sender policy framework …fail",
        "not allowed to send (?:mail |e-?mail )?from\\b …spf",
      ),
    ],
    none: words("spf (?:or|and) dkim\\b"),
  },
  {
    cause: "spf_error",
    weight: 5,
    all: [
      near(
        SPF,
        `perm(?:anent)? ?error|temp(?:orary)? ?error|too many (?:dns )?lookups|\\bs[iy]nta[xk]|\\bszinta|синтакс|構文|语法|語法|구문|συντακ|could not be (?:evaluated|parsed)|malformed|\\bperman|\\be?servfail|\\b(?:10|ten) (?:dns[- ]?)?(?:lookups|quer)|(?:${SAY.twice}).{0,20}?(?:\\bspf\\b|v=spf1|record|rekord)`,
        60,
      ),
    ],
  },
  { cause: "spf_error", weight: 5, all: [near(SPF, SAY.notNow, 120), near(SPF, LOOKED_UP, 60)] },
  { cause: "spf_suspicious", weight: 5, all: [near(SPF, "suspicious entr|\\+ ?all\\b", 80)] },
  {
    cause: "spf_and_dkim_missing",
    weight: 5,
    all: [
      words("\\bspf …\\b(?:or|nor|and|&|/) ?(?:by )?dkim\\b", "\\bdkim …\\b(?:or|nor|and|&|/) ?(?:by )?spf\\b"),
      words("unauth", "authenticat", "\\bneither\\b", "\\bfail", "\\bmissing", "\\bno\\b", "\\bboth\\b", "\\brequire"),
    ],
    none: words(
      "\\bdmarc (?:policy|verif|check|fail|eval|reject|result)",
      "dmarc-richtlinie",
      "\\b(?:all|bulk) (?:three|senders to use)",
      "required authentication level",
      "\\balign",
    ),
  },
  {
    cause: "dkim_fail",
    weight: 3,
    all: [near("\\bdkim\\b|domainkeys", `${SAY.fail}|${SAY.missing}|${SAY.unverified}|\\brequire`, 60)],
    none: words("\\bspf\\b", "\\bdmarc\\b", "ipv6"),
  },
  {
    cause: "dmarc_reject",
    weight: 4,
    all: [near("\\bdmarc\\b", `${SAY.fail}|${SAY.policy}|polic|\\bunauthenticated`, 80)],
    none: words("no dmarc", "missing dmarc", "dmarc record (?:is )?(?:missing|required|not)"),
  },
  {
    cause: "dmarc_reject",
    weight: 5,
    all: [
      words(
        "due to …dmarc",
        "per …dmarc",
        "dmarc policy of reject",
        "(?:does|did) not pass dmarc",
        "dmarc sender invalid",
        "dmarc (?:check|verification|validation|evaluation) (?:has )?fail",
        "failed …dmarc",
        "violat\\w* …dmarc",
        "against …dmarc",
      ),
    ],
  },
  {
    cause: "dmarc_alignment",
    weight: 5,
    all: [
      words(
        "\\b(?:not|n't|mis-?) ?(?:be )?align",
        "alignment (?:fail|required|with)",
        "\\bfrom: header .{0,60}\\balign",
        "is not aligned",
      ),
      words("\\bspf|\\bdkim|\\bdmarc|\\bfrom\\b"),
    ],
    none: words("policy of reject"),
  },
  {
    cause: "dmarc_missing",
    weight: 5,
    all: [
      words(
        `(?:${SAY.absent}) ?.{0,18}?\\bdmarc\\b(?!.{0,12}polic)`,
        `\\bdmarc\\b[- ]?(?:record|eintrag|запис[а-яі]*|レコード|记录|記錄|레코드|rekord\\w*|kayd\\w*|záznam\\w*|post\\b|bejegyz\\w*|tietue\\w*)? ?.{0,12}?(?:${SAY.absent})`,
        "no dmarc(?: record)?",
        "missing dmarc",
        "dmarc record (?:is )?(?:missing|required|not found)",
        "without (?:a )?dmarc",
        "(?:does not|doesn't) have (?:a )?dmarc",
      ),
    ],
  },
  {
    cause: "bulk_auth_required",
    weight: 5,
    all: [
      words(
        "required authentication level",
        "\\berforderliche authentifizierungsstufe",
        "\\bniveau d.authentification (?:requis|nécessaire)",
        "\\bnivel de autenticacion (?:requerido|necesario)",
        "authentication requirements defined for the sender",
        "bulk (?:e?mail )?sender (?:guidelines|requirements)",
      ),
    ],
    none: words("rate limited"),
  },
  {
    cause: "bulk_auth_required",
    weight: 4,
    all: [near(SAY.bulk, `${SPF}|\\bdkim\\b|\\bdmarc\\b|${SAY.login}`, 80)],
    none: words("rate limited", SAY.relay),
  },
  {
    cause: "mail_from_domain_unresolvable",
    weight: 5,
    all: [
      near(
        SAY.sender,
        `\\bdomain (?:name )?(?:not found|does not exist|must)|${SAY.nonexistent}|\\bunrout|\\bverify (?:failed|sender)|\\bverification failed|\\bno mx\\b`,
        60,
      ),
    ],
    none: words(
      RDNS,
      SPF,
      HELO,
      SAY.greylist,
      "\\bdmarc\\b",
      "\\bdkim\\b",
      "\\brecipient",
      "does not accept mail",
      "null ?mx",
    ),
  },
  {
    cause: "mail_from_domain_unresolvable",
    weight: 5,
    all: [
      words(
        "domain of sender address",
        "domain may not exist or dns check failed",
        "sender verify failed",
        "sender domain (?:must exist|not found|does not exist)",
        "unrout(?:e)?able sender",
        "\\b(?:invalid|unknown|unresolvable|non-?existent) sender domain",
      ),
    ],
  },
];
