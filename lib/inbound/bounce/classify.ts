import { deadList } from "../../checks/dnsbl/dead-lists.ts";
import { withoutLocalParts } from "../scrub.ts";
import type { CauseClass } from "./causes.ts";
import { type Codes, codesIn, type Permanence, permanenceOf } from "./codes.ts";
import { PROVIDER_RULES, STATUS_RULES } from "./rules/codes.ts";
import { RULES } from "./rules/index.ts";

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
  return classifyScrubbed(withoutLocalParts(text.slice(0, 20 * MAX_TEXT)).slice(0, MAX_TEXT));
}

/** The same for a text that has no local parts any more. */
export function classifyScrubbed(text: string, codes: Codes = codesIn(text)): Classification {
  const said = normal(text);
  const permanence = permanenceOf(codes, text);
  const decided = byWords(said) ?? { weight: 0, cause: "unknown" as const, words: "" };
  const own = decided.weight < 5 ? byOwnCode(text) : undefined;
  if (own) return { ...own, permanence, confidence: "high" };
  const list = /^dnsbl_listed$|^private_blocklist$/.test(decided.cause) ? deadListIn(said) : undefined;
  if (list) return { cause: "dnsbl_dead_list", permanence, confidence: "high", words: list };
  if (decided.weight < 3) {
    const cause = STATUS_RULES.find(([pattern]) => pattern.test(codes.status ?? ""))?.[1];
    if (cause)
      return { cause, permanence, confidence: decided.weight > 0 ? "low" : "medium", words: codes.status ?? "" };
  }
  const { cause, weight, words } = decided;
  return { cause, permanence, confidence: weight >= 4 ? "high" : weight === 3 ? "medium" : "low", words };
}

function byWords(said: string): { cause: CauseClass; weight: number; words: string } | undefined {
  let best: { cause: CauseClass; weight: number; words: string } | undefined;
  for (const { cause, weight, all, none } of RULES) {
    if (best && weight <= best.weight) continue;
    const found = all.map((pattern) => pattern.exec(said));
    if (found.includes(null) || none?.test(said)) continue;
    best = { cause, weight, words: (found[0]?.[0] ?? "").slice(0, 120) };
  }
  return best;
}

function byOwnCode(text: string): Pick<Classification, "cause" | "words"> | undefined {
  for (const [pattern, cause] of PROVIDER_RULES) {
    const found = pattern.exec(text)?.[0];
    if (found) return { cause, words: found };
  }
  return undefined;
}

/** A list named in the text that has ended. */
function deadListIn(said: string): string | undefined {
  return (said.match(/\b(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\b/g) ?? []).find((name) => deadList(name));
}

/** The words alone: one line, lower case, without the codes that servers repeat in front of each line. */
export function normal(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
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
