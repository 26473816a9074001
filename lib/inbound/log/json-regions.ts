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
  const value = jsonIn(text.replace(/,\s{0,40}$/, ""));
  return typeof value === "object" && value !== null ? value : undefined;
}

/** Also values that are joined without anything between them, as Firehose writes them: a list of them. */
const jsonIn = (text: string): unknown =>
  json(text) ?? (/\}\s{0,40}\{/.test(text) ? json(`[${text.replace(/\}\s{0,40}\{/g, "},{")}]`) : undefined);

/** What a text is in JSON; undefined where it is none. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value that ends a line which begins with something else, such as a time. */
export function jsonBehind(line: string): unknown {
  const at = line.indexOf('{"');
  return at > 0 && line.trimEnd().endsWith("}") ? parsed(line.slice(at)) : undefined;
}

/** The line of a log that stands in a value: what containers and the journal write, and those who collect it. */
export function lineInside(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const field = (...names: readonly string[]) =>
    names.map((name) => Reflect.get(value, name) as unknown).find((one) => typeof one === "string") as
      | string
      | undefined;
  const line = field("MESSAGE", "log", "message", "line")?.trimEnd();
  if (!line) return undefined;
  const program = field("SYSLOG_IDENTIFIER", "_COMM");
  const micros = field("__REALTIME_TIMESTAMP");
  const time = micros && /^\d{16}$/.test(micros) ? new Date(Number(micros) / 1000).toISOString() : undefined;
  const at = time ?? field("time", "@timestamp", "timestamp");
  return `${at ? `${at} ` : ""}${program ? `${program}: ` : ""}${line}`.replaceAll("\n", " ");
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
