/**
 * TXT records hold octets, and the DNS client gives one character (0 to 255) for each. Pure, and linear in the length.
 */

/**
 * The octets as the text they were meant to be: UTF-8 where they are UTF-8 throughout, else each octet beyond ASCII as
 * `\xNN`. Text that holds characters beyond 255 is no octets any more, and stays.
 */
export function readable(octets: string): string {
  if (/^[\0-\x7f]*$/.test(octets) || /[^\0-\xff]/.test(octets)) return octets;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytesOf(octets));
  } catch {
    return octets.replace(/[\x80-\xff]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`);
  }
}

const bytesOf = (octets: string): Uint8Array => Uint8Array.from(octets, (char) => char.charCodeAt(0));

/** What word processors and web pages make of the characters of a record, and what they were. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  // Marks nobody sees: byte order, zero width, soft hyphen, direction.
  [/[\ufeff\u200b-\u200f\u00ad\u2060\u202a-\u202e]/g, ""],
  [/[\u2018\u2019\u201a\u201b\u2032\uff07]/g, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb\uff02]/g, '"'],
  [/[\u2010-\u2015\u2212\uff0d]/g, "-"],
  [/\uff1b/g, ";"],
  [/\uff1a/g, ":"],
  [/\uff1d/g, "="],
  [/\uff0c/g, ","],
  [/&quot;/gi, '"'],
  [/&amp;/gi, "&"],
  [/&nbsp;/gi, " "],
];

/**
 * A record as whoever typed it meant it: white space of every kind is a space, typographic marks are the plain ones,
 * backslashes before marks and the quotes around the whole or a part of it are gone. For guessing what was meant, never
 * for reading what stands there.
 */
export function asTyped(octets: string): string {
  let text = latin1OrUtf8(octets);
  for (const [pattern, plain] of TYPED) text = text.replace(pattern, plain);
  return text
    .replace(/\\(?=[^a-z0-9])/gi, "")
    .replace(/\\(?:009|032|160)/g, " ")
    .replace(/\\[trn]/g, " ")
    .replace(/["'`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** As UTF-8, else as Latin-1, the way it was typed where somebody's editor is old. */
function latin1OrUtf8(octets: string): string {
  const read = readable(octets);
  return read.includes("\\x") && !octets.includes("\\x") ? octets : read;
}
