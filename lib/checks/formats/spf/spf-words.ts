import type { SpfProblemCode } from "../../facts/spf.ts";
import type { SyntaxCode } from "../../facts/spf-record.ts";
import { prose, type Text } from "../../net/safe-text.ts";
import type { SpfFindingCode } from "./analysis.ts";

/** Our words for codes of SPF, as ends of sentences. */

const SYNTAX: Readonly<Record<SyntaxCode, string>> = {
  "unknown-mechanism": "there is no such mechanism",
  "colon-for-equals": "this modifier takes an equals sign, not a colon",
  "missing-domain": "a domain is missing after it",
  "bad-domain": "the value is not a full domain name",
  "address-for-domain": "it has an address instead of a name; addresses are written with ip4: or ip6:",
  "bad-macro": "the percent sign starts a macro that does not exist",
  "missing-address": "an address is missing after it",
  "bad-address": "the value is not a complete address of that family",
  "bad-prefix-length": "the prefix length after the slash is not valid",
  "unexpected-argument": "the all mechanism takes no value",
  "bad-character": "it contains a character that is not allowed, often a line break, a tab or a curly quote",
  "repeated-modifier": "redirect and exp may occur only once",
};

export const syntaxWords = (code: string | undefined): Text => prose(SYNTAX[code as SyntaxCode] ?? "it cannot be read");

const PROBLEMS: Readonly<Partial<Record<SpfProblemCode | SpfFindingCode, string>>> = {
  "not-a-domain": "the name cannot be a domain",
  "no-record": "there is no SPF record",
  "several-records": "there is more than one SPF record",
  syntax: "a term of the record cannot be read",
  "include-none": "an include names a domain without an SPF record",
  "redirect-none": "the redirect names a domain without an SPF record",
  loop: "the includes form a loop",
  "too-many-lookups": "it needs more than ten DNS lookups",
  "too-many-voids": "it has more than two void lookups",
  "too-many-mx-voids":
    "it has more than two void lookups, with MX hosts counted as pyspf and Mail::SPF do; other evaluators count only the term",
  "too-many-mx": "an mx mechanism has more than ten MX records",
};

export const problemWords = (code: string | undefined): Text =>
  prose(PROBLEMS[code as SpfProblemCode] ?? "it cannot be evaluated");
