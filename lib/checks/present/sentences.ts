import type { Part, Text } from "../net/safe-text.ts";

/** The first sentence of a text, and the others. A sentence ends in our own words only, never inside a value. */
export function firstSentence(text: Text): { readonly first: Text; readonly rest: Text } {
  const parts = joined(text);
  for (const [place, part] of parts.entries()) {
    const end = "prose" in part ? /[.!?] (?=\p{Lu}|$)/u.exec(part.prose) : null;
    if (!end || !("prose" in part)) continue;
    const next = part.prose.slice(end.index + 2);
    const rest = [...(next ? [{ prose: next }] : []), ...parts.slice(place + 1)];
    const first = [...parts.slice(0, place), { prose: part.prose.slice(0, end.index + 1) }];
    if (rest.length > 0) return { first, rest };
  }
  return { first: parts, rest: [] };
}

/** Words that follow each other as one part: a sentence may end where two were put together. */
function joined(text: Text): Part[] {
  const parts: Part[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (last && "prose" in last && "prose" in part) parts[parts.length - 1] = { prose: last.prose + part.prose };
    else parts.push(part);
  }
  return parts;
}
