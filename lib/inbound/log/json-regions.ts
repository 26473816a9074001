/** A JSON value that stands in a text, and the lines it takes: `end` is the line behind its last. */
export interface JsonRegion {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

/**
 * JSON objects and lists that begin with a line, over one line or many. Each line is looked at twice at most: what does not
 * close, or is no JSON, is not looked into again but line by line.
 */
export function jsonRegions(lines: readonly string[]): JsonRegion[] {
  const regions: JsonRegion[] = [];
  /** Up to here only values of one line are tried. */
  let single = 0;
  for (let start = 0; start < lines.length; start++) {
    const line = lines[start] ?? "";
    if (!/^\s{0,40}[[{]/.test(line)) continue;
    const alone = parsed(line);
    if (alone !== undefined) {
      regions.push({ start, end: start + 1, value: alone });
      continue;
    }
    // `[INFO] …` is a line of a log; a value over many lines begins with its bracket, its first key or its first member.
    if (start < single || !/^\s{0,40}(?:[[{]\s*$|[[{]\s*["{])/.test(line)) continue;
    const end = closing(lines, start);
    const value = end === undefined ? undefined : parsed(lines.slice(start, end).join("\n"));
    if (end === undefined || value === undefined) {
      single = end ?? lines.length;
      continue;
    }
    regions.push({ start, end, value });
    start = end - 1;
  }
  return regions;
}

/** Events nest a few values; brackets upon brackets would cost the parser a stack as tall as they are. */
const TOO_DEEP = /^(?:\s{0,40}[[{]){33}/;

/** Objects and lists only; a comma behind it is of a list whose beginning was not copied. */
function parsed(text: string): unknown {
  if (TOO_DEEP.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text.replace(/,\s{0,40}$/, ""));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The line behind the one where the brackets that open at `start` are closed. */
function closing(lines: readonly string[], start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    for (const [token] of (lines[i] ?? "").matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/g))
      if (token === "[" || token === "{") depth++;
      else if (token === "]" || token === "}") depth--;
    if (depth <= 0) return i + 1;
  }
  return undefined;
}
