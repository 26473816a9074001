import { ACCOUNT_RULES } from "./accounts.ts";
import { AUTHENTICATION_RULES } from "./authentication.ts";
import { FORMULA_RULES } from "./formulas.ts";
import { GREETING_RULES } from "./greeting.ts";
import { LIST_RULES } from "./lists.ts";
import { OTHER_RULES } from "./other.ts";
import { REVERSE_RULES } from "./reverse.ts";
import type { Rule } from "./rule.ts";

/**
 * What tells one cause from another. The words of mail servers differ in case, wrapping and wording; so rules look for
 * what is talked about (a reverse name, HELO, a list, SPF) near what is said of it, and the more telling ones weigh more.
 * Of two that weigh the same the first wins.
 */
const ALL: readonly Rule[] = [
  ...REVERSE_RULES,
  ...GREETING_RULES,
  ...LIST_RULES,
  ...AUTHENTICATION_RULES,
  ...ACCOUNT_RULES,
  ...OTHER_RULES,
];

/** What decides by itself, looked for in the whole text. */
export const FORMULAS: readonly Rule[] = FORMULA_RULES;

/** The weightiest first: what is sure needs no other look. */
export const RULES: readonly Rule[] = ALL.toSorted((a, b) => b.weight - a.weight);
