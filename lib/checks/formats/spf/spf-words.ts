import type { SpfProblemCode } from "../../facts/spf.ts";
import type { SyntaxCode } from "../../facts/spf-record.ts";
import { prose, type Text } from "../../net/safe-text.ts";
import type { SpfFindingCode } from "./analysis.ts";

/** Our words for codes of SPF, as ends of sentences. */

const SYNTAX: Readonly<Record<SyntaxCode, string>> = {
  "unknown-mechanism": "there is no such mechanism",
  "colon-for-equals": "this modifier is written with an equals sign, not with a colon",
  "missing-domain": "a domain is missing after it",
  "bad-domain": "what stands there cannot be a full domain name",
  "address-for-domain": "an address stands where a name belongs; addresses are written with ip4: or ip6:",
  "bad-macro": "the percent sign starts a macro that does not exist",
  "missing-address": "an address is missing after it",
  "bad-address": "what follows is not a complete address of its kind",
  "bad-prefix-length": "the prefix length after the slash is not a possible one",
  "unexpected-argument": "nothing may stand after all",
  "bad-character": "it holds a character that records may not have; often a line break, a tab or a curly quote",
  "repeated-modifier": "redirect and exp may stand only once",
};

export const syntaxWords = (code: string | undefined): Text => prose(SYNTAX[code as SyntaxCode] ?? "it cannot be read");

const PROBLEMS: Readonly<Partial<Record<SpfProblemCode | SpfFindingCode, string>>> = {
  "not-a-domain": "the name cannot be a domain",
  "no-record": "there is no SPF record",
  "several-records": "there is more than one SPF record",
  syntax: "a term of the record cannot be read",
  "include-none": "an include leads to a name without an SPF record",
  "redirect-none": "the redirect leads to a name without an SPF record",
  loop: "the includes run in a circle",
  "too-many-lookups": "more than ten terms have to ask the DNS",
  "too-many-voids": "more than two names lead nowhere",
  "too-many-mx-voids":
    "more than two names lead nowhere, with the mail hosts behind mx counted as pyspf and Mail::SPF do; other evaluators count the term alone",
  "too-many-mx": "more than ten MX records stand behind one mx",
};

export const problemWords = (code: string | undefined): Text =>
  prose(PROBLEMS[code as SpfProblemCode] ?? "it cannot be evaluated");
