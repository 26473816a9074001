/**
 * Sentences with values in them. A value (an address, a name, a line a stranger's server sent) stays apart from the
 * prose around it until it is rendered, so that no view can mistake foreign text for ours.
 */

/** Our own words, or a value: shown in a monospace face, isolated, capped, with control characters made visible. */
export type Part = { readonly prose: string } | { readonly code: string };
export type Text = readonly Part[];

type Insert = string | number | Text | readonly string[] | undefined;

const isList = (insert: Text | readonly string[]): insert is readonly string[] => typeof insert[0] === "string";

/** The longest foreign value we show in a sentence, in UTF-16 code units; the evidence below it has the rest. */
const MAX_VALUE = 255;

/** As many values as one sentence lists; of more it says how many. */
const MAX_LISTED = 24;

/**
 * Template tag. Strings become values, lists of strings become "a, b and c", numbers and other `Text` become prose.
 * `undefined` (an old report that lacks the evidence) becomes nothing.
 */
export function text(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Text {
  return strings.flatMap((words, i) => [...(words ? prose(words) : []), ...parts(inserts[i])]);
}

/** Prose made at run time from our own words, never from foreign text. */
export const prose = (words: string): Text => [{ prose: words }];

/**
 * A number with its noun: `count(2, "name")` is "2 names". Where there is no number (an outcome explained without a
 * report), the noun alone.
 */
export const count = (n: number, noun: string, plural = `${noun}s`): Text =>
  prose(Number.isNaN(n) ? `some ${plural}` : `${n} ${n === 1 ? noun : plural}`);

/** Whether a sentence speaks of this value. */
export const mentions = (sentence: Text, value: string): boolean =>
  sentence.some((part) => "code" in part && part.code === value);

/** The sentence as plain text, for JSON, logs and tickets. */
export function plain(sentence: Text): string {
  return sentence.map((part) => ("prose" in part ? part.prose : visible(part.code))).join("");
}

/** Foreign text made safe to show: capped, with control, bidi and other invisible characters spelled out. */
export function visible(value: string, max = MAX_VALUE): string {
  const shown = value.length > max ? `${value.slice(0, max)}…` : value;
  return shown.replace(INVISIBLE, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
}

// Controls (Cc), format characters (Cf: bidi, zero width, BOM, soft hyphen), line separators, lone surrogates,
// private use and unassigned code points: everything that could change how the text around it is read. And spaces that
// are not the plain one, which readers of records do not take for a space.
const INVISIBLE = /(?! )[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\p{Co}\p{Cn}]/gu;

/** "a, b and c". */
export const enumerated = (items: readonly Text[], last = " and "): Text =>
  items.flatMap((item, i) => [...(i === 0 ? [] : prose(i === items.length - 1 ? last : ", ")), ...item]);

function parts(insert: Insert, last?: string): Text {
  if (insert === undefined) return [];
  if (typeof insert === "string") return [{ code: insert }];
  if (typeof insert === "number") return prose(String(insert));
  if (insert.length > MAX_LISTED && isList(insert)) {
    const more = insert.length - MAX_LISTED + 1;
    return [...parts(insert.slice(0, MAX_LISTED - 1), ", "), ...prose(` and ${more} more`)];
  }
  return isList(insert)
    ? enumerated(
        insert.map((code) => [{ code }]),
        last,
      )
    : insert;
}
