import type { Said, Span } from "./rules/rule.ts";
import { HELO, RDNS, SPF } from "./rules/terms.ts";
import { SAY } from "./vocabulary/index.ts";

/** Where a sentence ends, or turns: what was said before does not count for what comes. */
const TURN = `[.;:!?](?=\\s|$)|[()]|[…。；！？]|\\s[/-]\\s|\\s[–—]\\s|${SAY.but}`;
const COMMA = ",|[，、]";
/** As much as one name in a list of names takes: "PTR, SPF and HELO are fine". */
const MAX_ITEM = 32;
const ITEM = new RegExp(`${RDNS}|${HELO}|${SPF}|\\bd(?:kim|marc)\\b|(?<![a-z])ip(?![a-z])`);
/** As many dismissals as are looked for in a text of strangers'. */
const MAX_DISMISSALS = 40;

/** Results of checks that were passed, as mail servers list them. */
const PASSED = "\\b(?:spf|dkim|dmarc|arc|ptr|rdns|helo) ?[:=] ?(?:pass|ok)\\b";

/**
 * The words without what they name only to exclude it: "this has nothing to do with the PTR record", "your SPF is fine",
 * "the address is on no blocklist". As long as before, so that what is left stands where it stood.
 */
export function withoutDismissed(said: Said): string {
  const { text } = said;
  const dismissed = [
    ...found(SAY.notAbout, said).map(([start, end]): Span => [start, ahead(TURN, said, end)]),
    ...found(SAY.noMatter, said).map(([start, end]): Span => [listBefore(said, start), listBehind(said, end)]),
    ...found(PASSED, said),
    ...found(SAY.unlisted, said).map(([start, end]): Span => [clauseStart(said, start), clauseEnd(said, end)]),
  ];
  if (dismissed.length === 0) return text;
  let out = "";
  let at = 0;
  for (const [start, end] of dismissed.toSorted(([a], [b]) => a - b)) {
    if (end <= at) continue;
    out += text.slice(at, Math.max(at, start)) + ";".repeat(end - Math.max(at, start));
    at = end;
  }
  return out + text.slice(at);
}

const found = (pattern: string, said: Said): readonly Span[] => said.spans(pattern).slice(0, MAX_DISMISSALS);

/** Where the pattern is found next, at most a long sentence ahead. */
function ahead(pattern: string, said: Said, from: number): number {
  const next = said.text.slice(from, from + MAX_CLAUSE).search(said.pattern(pattern));
  return next < 0 ? Math.min(said.text.length, from + MAX_CLAUSE) : from + next;
}
const MAX_CLAUSE = 300;

/** Where the last one ends, at most a long sentence back. */
function back(pattern: string, said: Said, to: number): number {
  const from = Math.max(0, to - MAX_CLAUSE);
  const last = [...said.text.slice(from, to).matchAll(said.pattern(pattern))].at(-1);
  return last ? from + last.index + last[0].length : from;
}

const clauseEnd = (said: Said, from: number): number => Math.min(ahead(TURN, said, from), ahead(COMMA, said, from));
const clauseStart = (said: Said, to: number): number => Math.max(back(TURN, said, to), back(COMMA, said, to));

/** "Too": one more of the same. */
const TOO =
  /\b(?:auch|ebenso|ebenfalls|too|also|likewise|aussi|egalement|tambien|tambem|anche|pure|ook|eveneens|tez|rowniez|takze|take|tiez|taky|ocksa|ogsa|myos|szinten|is|de asemenea)\b|тоже|также|також|もです|也|도 ?마찬가지|επισης/;

/** Where the clause ends, with what it is said of, too: "the PTR record is fine, SPF too". */
function listBehind(said: Said, from: number): number {
  const end = clauseEnd(said, from);
  const next = clauseEnd(said, end + 1);
  const item = said.text.slice(end + 1, next);
  return said.text[end] === "," && item.length <= MAX_ITEM && ITEM.test(item) && TOO.test(item) ? next : end;
}

/** Where the clause begins, with the other items of its list before it. */
function listBefore(said: Said, to: number): number {
  const turn = back(TURN, said, to);
  let start = Math.max(turn, back(COMMA, said, to));
  while (start > turn) {
    const before = Math.max(turn, back(COMMA, said, start - 1));
    const item = said.text.slice(before, start - 1);
    if (item.length > MAX_ITEM || !ITEM.test(item)) break;
    start = before;
  }
  return start;
}
