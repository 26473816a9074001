import { asTyped } from "../../net/octets.ts";
import { type KeyRecord, parseKeyRecord } from "./key-record.ts";

/** What a misspelt DKIM key record was meant to be. Pure, and linear in the length of the text. */

/** Longer texts were never meant as one. */
const MAX = 8000;
const TAGS = ["k", "t", "s", "h", "n", "p"] as const;

/**
 * The record with its slips mended: capitals, backslashes, quotes, missing semicolons, the lines around a PEM file.
 * Undefined where that yields no usable key, so that nobody is told to publish a guess.
 */
export function repairKey(text: string): string | undefined {
  if (text.length > MAX) return undefined;
  const typed = asTyped(text)
    .replace(/-{2,}(?:BEGIN|END)[A-Z ]*-{2,}/gi, "")
    .replace(/(?:^|(?<=[\s;]))v ?[=:]? ?dkim ?1/i, ";");
  const found = new Map<string, string>();
  const marks = [...typed.matchAll(/(?:^|[\s;,])(k|t|s|h|n|p) ?= ?/gi)];
  for (const [i, mark] of marks.entries()) {
    const name = (mark[1] ?? "").toLowerCase();
    const value = typed.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? typed.length).replace(/[\s;,]+$/, "");
    const plain = name === "p" ? value.replace(/[\s;,]/g, "") : name === "n" ? value : value.toLowerCase();
    if (plain !== "" && !found.has(name)) found.set(name, plain);
  }
  if (!found.has("p")) return undefined;
  const record = ["v=DKIM1", ...TAGS.flatMap((tag) => (found.has(tag) ? [`${tag}=${found.get(tag)}`] : []))].join("; ");
  return isUsable(parseKeyRecord(record)) ? record : undefined;
}

const isUsable = ({ problems, key }: KeyRecord): boolean =>
  problems.length === 0 && key !== undefined && (key.type === "ed25519" || key.bits >= 1024);
