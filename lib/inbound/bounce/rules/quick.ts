/**
 * The same pattern, found sooner: alternatives that begin a word are tried where a word begins, by its first letter, and
 * those of other scripts are left out where the text has none. What is found begins at the same places.
 */
export function quick(source: string, latinOnly: boolean): string {
  const alternatives = alternativesOf(source).map((one) => withQuickGroups(one, latinOnly));
  const kept = latinOnly ? alternatives.filter((one) => !OTHER_SCRIPT.test(one)) : alternatives;
  // Nothing is left: nothing is found.
  if (kept.length === 0) return "(?!)";
  const byLetter = new Map<string, string[]>();
  const rest: string[] = [];
  for (const one of kept) {
    const letter = /^\\b([a-z])(?![?*+{])/.exec(one)?.[1];
    if (letter) byLetter.set(letter, [...(byLetter.get(letter) ?? []), one.slice(3)]);
    else rest.push(one);
  }
  if (byLetter.size < 3) return kept.join("|");
  const words = [...byLetter].map(([letter, tails]) => `${letter}(?:${tails.join("|")})`);
  return [`\\b(?:${words.join("|")})`, ...rest].join("|");
}

/** Groups shorter than this are not worth a look, unless there are other scripts in them. */
const LONG = 400;
/** Letters beyond the Latin ones and their accents. */
export const OTHER_SCRIPT = /[\u0300-\u{10ffff}]/u;

/** Splits at the bars that stand in no group and no class. */
function alternativesOf(source: string): string[] {
  const found: string[] = [];
  let start = 0;
  walk(source, (at, depth) => {
    if (depth > 0 || source[at] !== "|") return;
    found.push(source.slice(start, at));
    start = at + 1;
  });
  return [...found, source.slice(start)];
}

/** The same alternative with its outermost groups made quick. */
function withQuickGroups(source: string, latinOnly: boolean): string {
  let out = "";
  let copied = 0;
  let open = -1;
  walk(source, (at, depth) => {
    if (source[at] === "(" && depth === 1 && source.startsWith("(?:", at)) open = at;
    if (source[at] !== ")" || depth !== 0 || open < 0) return;
    if (at - open > LONG || (latinOnly && OTHER_SCRIPT.test(source.slice(open, at)))) {
      out += `${source.slice(copied, open)}(?:${quick(source.slice(open + 3, at), latinOnly)}`;
      copied = at;
    }
    open = -1;
  });
  return out + source.slice(copied);
}

/** Every character that is not escaped and not in a class, with the depth of groups behind it. */
function walk(source: string, visit: (at: number, depth: number) => void): void {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const letter = source[at];
    if (letter === "\\") at++;
    else if (inClass) inClass = letter !== "]";
    else if (letter === "[") inClass = true;
    else {
      if (letter === "(") depth++;
      else if (letter === ")") depth--;
      visit(at, depth);
    }
  }
}
