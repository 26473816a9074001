import { asTyped } from "../../net/octets.ts";
import { isNearly } from "../edit-distance.ts";
import { isDmarc, parseDmarc } from "./dmarc-record.ts";

/** What a misspelt DMARC record was meant to be. Pure, and linear in the length of the text. */

const TAGS = ["p", "sp", "np", "psd", "t", "adkim", "aspf", "fo", "rua", "ruf", "pct", "rf", "ri"] as const;
const POLICIES = ["none", "quarantine", "reject"] as const;
const VALUES: Readonly<Partial<Record<string, readonly string[]>>> = {
  p: POLICIES,
  sp: POLICIES,
  np: POLICIES,
  psd: ["y", "n", "u"],
  t: ["y", "n"],
  adkim: ["r", "s"],
  aspf: ["r", "s"],
};
/** Longer texts were never meant as one. */
const MAX = 4000;

/**
 * The record with its slips mended and everything its owner meant kept: policies, report addresses, modes. Undefined
 * where no policy can be made out, so that nobody is told to publish a guess.
 */
export function repairDmarc(text: string): string | undefined {
  if (text.length > MAX) return undefined;
  const found = new Map<string, string>();
  for (const [name, value] of tagsOf(asTyped(text))) {
    const read = readValue(name, value);
    // Of a tag that stands twice the first is kept.
    if (read !== undefined && !found.has(name)) found.set(name, read);
  }
  if (!found.has("p")) return undefined;
  const record = ["v=DMARC1", ...TAGS.flatMap((tag) => (found.has(tag) ? [`${tag}=${found.get(tag)}`] : []))].join(
    "; ",
  );
  const { unclear, void: isVoid, flaws } = parseDmarc(record);
  return isDmarc(record) && !unclear && !isVoid && flaws.length === 0 ? record : undefined;
}

/** The tags in a text, whatever separates them: semicolons, commas, or nothing but a space. */
function* tagsOf(typed: string): Generator<[name: string, value: string]> {
  const body = typed.replace(/(?:v ?[=:]? ?)?dmarc ?-?v? ?1?(?:\.0)?[.:]?/i, ";");
  const marks = [...body.matchAll(/(^|[\s;,])(p|sp|np|psd|t|adkim|aspf|fo|rua|ruf|pct|rf|ri) ?[=:] ?(?!\/\/)/gi)];
  for (const [i, mark] of marks.entries()) {
    const from = mark.index + mark[0].length;
    const to = marks[i + 1]?.index ?? body.length;
    yield [(mark[2] ?? "").toLowerCase(), body.slice(from, to).replace(/[\s;,.]+$/, "")];
  }
}

function readValue(name: string, value: string): string | undefined {
  if (name === "rua" || name === "ruf") {
    const addresses = value.split(/[\s,;]+/).flatMap((each) => readAddress(each) ?? []);
    return addresses.length > 0 ? addresses.join(",") : undefined;
  }
  const [word = ""] = value.toLowerCase().split(/[\s,;]/);
  const allowed = VALUES[name];
  if (allowed) return allowed.find((each) => each === word) ?? nearest(word, allowed);
  return /^[a-z0-9:]{1,20}$/.test(word) ? word : undefined;
}

/** `mailto:` where it was left out, or stands there by itself before a space. */
function readAddress(written: string): string | undefined {
  if (/^https:\/\//i.test(written)) return written;
  const address = written.replace(/^(?:mail-?to)[:;=]?(?:\/\/)?/i, "").replace(/^<|>$/g, "");
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) ? `mailto:${address}` : undefined;
}

/** A policy misspelt by two letters at most: `jerect`, `quarantaine`, `rejected`. */
const nearest = (word: string, allowed: readonly string[]): string | undefined =>
  allowed.find((each) => each.length > 3 && word.length <= 20 && (isNearly(word, each) || word.startsWith(each)));
