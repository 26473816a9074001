import { deadList } from "../../checks/view.ts";
import { receiverOfWords } from "../receivers.ts";
import { withoutLocalParts } from "../scrub.ts";
import type { CauseClass } from "./causes.ts";
import { type Codes, codesIn, type Permanence, permanenceOf } from "./codes.ts";
import { withoutDismissed } from "./dismissed.ts";
import { withoutNames } from "./names.ts";
import { PROVIDER_FAMILIES, PROVIDER_RULES } from "./rules/codes.ts";
import { FORMULAS, RULES } from "./rules/index.ts";
import { type Rule, Said } from "./rules/rule.ts";
import { causeOfStatus } from "./status-codes.ts";
import { fold } from "./vocabulary/concept.ts";

export interface Classification {
  readonly cause: CauseClass;
  readonly permanence: Permanence;
  /** `high`: the text says so; `medium`: its words point there; `low`: a code alone, or nothing. */
  readonly confidence: "high" | "medium" | "low";
  /** The words (lower case) or the code that decided. */
  readonly words: string;
}

/** As much of a text as is looked at: refusals are short, and what comes behind them is not theirs. */
const MAX_TEXT = 12_000;

/** What a refusal is about, told from its words and codes. Pure and total: any text gets an answer. */
export function classifyBounce(text: string): Classification {
  const scrubbed = withoutLocalParts(text.slice(0, 20 * MAX_TEXT)).slice(0, MAX_TEXT);
  return classifyScrubbed(scrubbed, codesIn(scrubbed), receiverOfWords(scrubbed)?.id);
}

/**
 * The same for a text that has no local parts any more. `receiver` is the id of the one who said it, where it is known:
 * codes may mean something of its own to it.
 */
export function classifyScrubbed(text: string, codes: Codes = codesIn(text), receiver?: string): Classification {
  const whole = new Said(normal(text));
  const said = new Said(withoutDismissed(whole));
  const permanence = permanenceOf(codes, text);
  const spoken = byWords(FORMULAS, whole, codes) ?? byWords(RULES, said, codes);
  const decided = meantByStatus(spoken, said, codes, receiver) ?? { weight: 0, cause: "unknown" as const, words: "" };
  const own = decided.weight < 5 ? byCode(text, PROVIDER_RULES) : undefined;
  if (own) return { ...own, permanence, confidence: "high" };
  const list = /^dnsbl_listed$|^private_blocklist$/.test(decided.cause) ? deadListIn(said.text) : undefined;
  if (list) return { cause: "dnsbl_dead_list", permanence, confidence: "high", words: list };
  if (decided.weight < 3) {
    const family = byCode(text, PROVIDER_FAMILIES);
    if (family) return { ...family, permanence, confidence: "medium" };
    const cause = causeOfStatus(codes.status, receiver);
    if (cause)
      return { cause, permanence, confidence: decided.weight > 0 ? "low" : "medium", words: codes.status ?? "" };
  }
  const { cause, weight, words } = decided;
  return { cause, permanence, confidence: weight >= 4 ? "high" : weight === 3 ? "medium" : "low", words };
}

interface Told {
  readonly cause: CauseClass;
  readonly weight: number;
  readonly words: string;
}

function byWords(rules: readonly Rule[], said: Said, codes: Codes): Told | undefined {
  for (const { cause, weight, all, none } of rules) {
    // Who refuses for good by a rule was reached, whatever it says of the connection.
    if (cause === "connection_failed" && codes.reply?.startsWith("5") && /^5\.7\./.test(codes.status ?? "")) continue;
    const first = all[0]?.(said);
    if (first === undefined || all.slice(1).some((condition) => condition(said) === undefined)) continue;
    if (none?.(said) === undefined) return { cause, weight, words: first.slice(0, 120) };
  }
  return undefined;
}

/** Of several causes that the words allow, the one that the status code is registered for. */
function meantByStatus(
  spoken: Told | undefined,
  said: Said,
  codes: Codes,
  receiver: string | undefined,
): Told | undefined {
  const cause = spoken && spoken.weight < 5 ? causeOfStatus(codes.status, receiver) : undefined;
  if (!cause || cause === spoken?.cause) return spoken;
  const meant = RULES.filter((rule) => rule.cause === cause && rule.weight > 2);
  return byWords(meant, said, codes) ?? spoken;
}

function byCode(text: string, rules: typeof PROVIDER_RULES): Pick<Classification, "cause" | "words"> | undefined {
  for (const [pattern, cause] of rules) {
    const found = pattern.exec(text)?.[0];
    if (found) return { cause, words: found };
  }
  return undefined;
}

/** A list named in the text that has ended. */
function deadListIn(said: string): string | undefined {
  return (said.match(/\b(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\b/g) ?? []).find((name) => deadList(name));
}

/** Names that were said or found, in the places where programs put them: what is in them is nobody's words. */
const NAMES_IN_PLACE =
  /(\b(?:helo|ehlo|proto|relay)=)<?\[?[^\s>,;\]]{1,255}[>\]]?|<[a-z0-9][\w.-]{0,253}>(?=: (?:helo command|client host))|(?<![@\w.-])[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,8}\.?(?= ?[[(](?:ipv6:)?(?!127\.0)[0-9a-f:.]{3,45}[\])])/gi;

/**
 * The words alone: one line, lower case, without accents, names in their places, and the codes that servers repeat in
 * front of each line.
 */
export function normal(text: string): string {
  return fold(withoutNames(text.normalize("NFKC").replace(NAMES_IN_PLACE, "$1")))
    .replace(/[‘’‛ʼ`´]/g, "'")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\n[>| \t]+/g, "\n")
    .replace(/https?:\/\/([a-z0-9.-]{1,253})(?:[/?#:]\S*)?/g, (url, host: string) =>
      url.includes("returnc") ? `${host} returnc` : host,
    )
    .replace(/(?<![\d.])[245][0-7]\d(?:[ -]+#?[245]\.\d{1,3}\.\d{1,3}(?![\d.])|-(?=\D)|(?=[ -]))/g, " ")
    .replace(/(?<![\d.])#?[245]\.\d{1,3}\.\d{1,3}(?![\d]|\.\d)/g, " ")
    .replace(/\s+/g, " ");
}
