import { findInText } from "./find-in-text.ts";
import { type PoolItem, readPoolInput } from "./pool-input.ts";
import type { NameOptions } from "./read-name.ts";

/**
 * What a text that is no single target would be as a pool, one line each: a list or a range as it was put in, else the
 * addresses, ranges and names that stand in it. Empty where there are not several.
 */
export function poolOffer(text: string, options: NameOptions = {}): readonly string[] {
  const { items, rejected } = readPoolInput({ text }, options);
  const { targets, ranges } = findInText(text, options);
  const hasRange = items.some((item) => item.kind === "range" && item.first !== item.last);
  // Where a range is broken over lines, its two ends would stand for it.
  if (rejected.length === 0 && items.length > 0 && (hasRange || ranges.length === 0))
    return hasRange || items.length > 1 ? unique(items.map(lineOf)) : [];
  const found = unique([...ranges, ...targets.map((target) => target.text)]);
  return found.length > 1 || ranges.length > 0 ? found : [];
}

/** An item as a line of its own: of what is wrapped in words, the words are left out. */
function lineOf(item: PoolItem): string {
  if (item.kind === "range") return item.first === item.last ? item.first : item.text;
  return /\s/.test(item.text) ? item.name : item.text;
}

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];
