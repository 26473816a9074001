import { compile } from "./rules/rule.ts";
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

type Span = readonly [start: number, end: number];

/**
 * The words without what they name only to exclude it: "this has nothing to do with the PTR record", "your SPF is fine",
 * "the address is on no blocklist". As long as before, so that what is left stands where it stood.
 */
export function withoutDismissed(said: string): string {
  const dismissed = [
    ...found(SAY.notAbout, said).map(([start, end]): Span => [start, ahead(TURN, said, end)]),
    ...found(SAY.noMatter, said).map(([start, end]): Span => [listBefore(said, start), listBehind(said, end)]),
    ...found(PASSED, said),
    ...found(SAY.unlisted, said).map(([start, end]): Span => [clauseStart(said, start), clauseEnd(said, end)]),
  ];
  if (dismissed.length === 0) return said;
  let out = "";
  let at = 0;
  for (const [start, end] of dismissed.toSorted(([a], [b]) => a - b)) {
    if (end <= at) continue;
    out += said.slice(at, Math.max(at, start)) + ";".repeat(end - Math.max(at, start));
    at = end;
  }
  return out + said.slice(at);
}

function found(pattern: string, said: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: words } of said.matchAll(compile(pattern, said))) {
    spans.push([index, index + words.length]);
    if (spans.length >= MAX_DISMISSALS) break;
  }
  return spans;
}

/** Where the pattern is found next, at most a long sentence ahead. */
function ahead(pattern: string, said: string, from: number): number {
  const next = said.slice(from, from + MAX_CLAUSE).search(compile(pattern, said));
  return next < 0 ? Math.min(said.length, from + MAX_CLAUSE) : from + next;
}
const MAX_CLAUSE = 300;

/** Where the last one ends, at most a long sentence back. */
function back(pattern: string, said: string, to: number): number {
  const from = Math.max(0, to - MAX_CLAUSE);
  const last = [...said.slice(from, to).matchAll(compile(pattern, said))].at(-1);
  return last ? from + last.index + last[0].length : from;
}

const clauseEnd = (said: string, from: number): number => Math.min(ahead(TURN, said, from), ahead(COMMA, said, from));
const clauseStart = (said: string, to: number): number => Math.max(back(TURN, said, to), back(COMMA, said, to));

/** "Too": one more of the same. */
const TOO =
  /\b(?:auch|ebenso|ebenfalls|too|also|likewise|aussi|egalement|tambien|tambem|anche|pure|ook|eveneens|tez|rowniez|takze|take|tiez|taky|ocksa|ogsa|myos|szinten|is|de asemenea)\b|тоже|также|також|もです|也|도 ?마찬가지|επισης/;

/** Where the clause ends, with what it is said of, too: "the PTR record is fine, SPF too". */
function listBehind(said: string, from: number): number {
  const end = clauseEnd(said, from);
  const next = clauseEnd(said, end + 1);
  const item = said.slice(end + 1, next);
  return said[end] === "," && item.length <= MAX_ITEM && ITEM.test(item) && TOO.test(item) ? next : end;
}

/** Where the clause begins, with the other items of its list before it. */
function listBefore(said: string, to: number): number {
  const turn = back(TURN, said, to);
  let start = Math.max(turn, back(COMMA, said, to));
  while (start > turn) {
    const before = Math.max(turn, back(COMMA, said, start - 1));
    const item = said.slice(before, start - 1);
    if (item.length > MAX_ITEM || !ITEM.test(item)) break;
    start = before;
  }
  return start;
}
