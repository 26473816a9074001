import type { MacroLetter, MacroPart, MacroString } from "../../facts/spf-record.ts";
/**
 * Macros of SPF records (RFC 7208 section 7): `%{ir}.%{v}._spf.%{d2}`. Parsing knows nothing of the message, expanding
 * knows nothing of the record.
 */

/** Values of the letters: the sender's address, the domain evaluated now, the client's address and so on. */
export type MacroValues = Readonly<Record<MacroLetter, string>>;

const ESCAPES: Readonly<Record<string, string>> = { "%%": "%", "%_": " ", "%-": "%20" };
// One macro, or a run of macro-literals (%x21-24 / %x26-7E). Anchored by `y`, so the whole text is read once.
const PIECE = /%\{([slodipvh])(\d*)(r?)([.\-+,/_=]*)\}|%[%_-]|[!-$&-~]+/iy;

/** Reads a macro-string; the offset of what cannot be read otherwise. */
export function parseMacros(text: string): { readonly parts: MacroString } | { readonly badAt: number } {
  const parts: MacroPart[] = [];
  PIECE.lastIndex = 0;
  for (let at = 0; at < text.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    const part = match && toPart(match);
    if (!part) return { badAt: at };
    parts.push(part);
    PIECE.lastIndex = at + match[0].length;
  }
  return { parts };
}

function toPart([text, letter, digits, reverse, delimiters]: RegExpExecArray): MacroPart | undefined {
  if (letter === undefined)
    return text in ESCAPES ? { literal: ESCAPES[text] ?? "", escaped: true } : { literal: text };
  // Section 7.3: a number, if there, must not be zero.
  const keep = digits ? Number(digits) : undefined;
  if (keep === 0) return undefined;
  return {
    letter: letter.toLowerCase() as MacroLetter,
    ...(keep === undefined ? {} : { keep }),
    reverse: reverse !== "",
    delimiters: delimiters || ".",
    urlEscape: letter !== letter.toLowerCase(),
  };
}

/** The letters a macro-string uses. */
export function lettersOf(parts: MacroString): Set<MacroLetter> {
  return new Set(parts.flatMap((part) => ("letter" in part ? [part.letter] : [])));
}

/** Puts values in. The result is not yet a name: see `targetName`. */
export function expandMacros(parts: MacroString, values: MacroValues): string {
  return parts
    .map((part) => {
      if ("literal" in part) return part.literal;
      const { keep, reverse, delimiters, urlEscape } = part;
      const pieces = splitAt(values[part.letter], delimiters);
      if (reverse) pieces.reverse();
      const value = (keep === undefined ? pieces : pieces.slice(-keep)).join(".");
      return urlEscape ? escapeForUrl(value) : value;
    })
    .join("");
}

function splitAt(value: string, delimiters: string): string[] {
  const pieces = [""];
  for (const char of value) {
    if (delimiters.includes(char)) pieces.push("");
    else pieces[pieces.length - 1] += char;
  }
  return pieces;
}

/** RFC 3986 section 2.3: all but the unreserved characters. */
function escapeForUrl(value: string): string {
  return [...new TextEncoder().encode(value)]
    .map((octet) => {
      const char = String.fromCharCode(octet);
      return /[A-Za-z0-9._~-]/.test(char) ? char : `%${octet.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
