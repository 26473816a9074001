import { type IpAddress, parseAddress, unmapped } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { plain, type Text, text } from "../net/safe-text.ts";
import { BETWEEN, readRange } from "./pool-range.ts";
import type { NameOptions } from "./read-name.ts";
import { parseTarget } from "./target.ts";

/** One thing that was asked for, before any name is looked up. */
export type PoolItem = { readonly line: number; readonly text: string } & (
  | {
      readonly kind: "range";
      readonly first: IpAddress;
      readonly last: IpAddress;
    }
  | { readonly kind: "host"; readonly name: DomainName }
  | { readonly kind: "domain"; readonly name: DomainName }
);

/** A line that cannot be used, and in one sentence why, and what would work. */
export interface UnusableLine {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export interface PoolInput {
  readonly items: readonly PoolItem[];
  readonly rejected: readonly UnusableLine[];
}

/** Targets one by one, or a text or CSV with one or more on each line. */
export type PoolSource = { readonly targets: readonly string[] } | { readonly text: string };

/** No line that names addresses is longer; of longer ones the beginning is shown. In UTF-16 code units. */
const MAX_LINE = 2_000;
const SHOWN = 120;
/** As many as one line may name. */
const MAX_CELLS = 100;

/** Reads what a pool is asked for: a line that cannot be read does not keep the others from being looked at. */
export function readPoolInput(source: PoolSource, options: NameOptions = {}): PoolInput {
  const items: PoolItem[] = [];
  const rejected: UnusableLine[] = [];
  const take = (line: number, read: readonly Cell[]) => {
    for (const { text: written, ...cell } of read) {
      const at = { line, text: written.length > SHOWN ? `${written.slice(0, SHOWN)}…` : written };
      if ("why" in cell) rejected.push({ ...at, why: cell.why });
      else items.push({ ...at, ...cell.item });
    }
  };
  if ("targets" in source) {
    for (const [i, target] of source.targets.entries()) {
      const written = cleaned(target);
      take(i + 1, written ? readLine(written, options) : [{ text: target, why: EMPTY }]);
    }
    return { items, rejected };
  }
  const lines = source.text.replace(/^\ufeff/, "").split(/\r\n|[\n\r\u2028\u2029]/);
  const head = lines.findIndex((line) => withoutRemark(line) !== "");
  for (const [i, line] of lines.entries()) {
    const written = withoutRemark(line);
    if (written === "") continue;
    const read = readLine(written, options);
    // The first line of a table names its columns.
    if (i === head && lines.length > 1 && isHeading(written, read)) continue;
    take(i + 1, read);
  }
  return { items, rejected };
}

const EMPTY = "This entry is empty; put in an address, a range, a host name or a domain.";

type Item = PoolItem extends infer One ? (One extends PoolItem ? Omit<One, "line" | "text"> : never) : never;
type Cell = { readonly text: string } & ({ readonly item: Item } | { readonly why: string });

/** One line: a target as it is, or several in columns, of which addresses count before names. */
function readLine(line: string, options: NameOptions): readonly Cell[] {
  if (line.length > MAX_LINE)
    return [{ text: line, why: "This line is too long; put one address, range or name on each line." }];
  const whole = readCell(line, options);
  // `203.0.113.0/28,203.0.113.32/28` would be an address with a path behind it.
  if ("item" in whole && !/^[^,;\t|]*[./:][^,;\t|]*[,;\t|]/.test(line)) return [whole];
  for (const [written, separator] of [[line, /[,;\t|]/] as const, [withoutGaps(line), /\s+/] as const]) {
    const cells = written.split(separator).map(cleaned).filter(Boolean);
    if (cells.length < 2) continue;
    if (cells.length > MAX_CELLS)
      return [{ text: line, why: `This line names more than ${MAX_CELLS} things; put fewer on each line.` }];
    const read = cells.map((cell) => readCell(cell, options));
    const numeric = read.filter(({ text: cell }) => looksNumeric(cell));
    const addresses = numeric.filter((cell) => "item" in cell && cell.item.kind === "range");
    // What else is in such a line says something about its addresses: a name, a place, a remark.
    if (addresses.length > 0) return numeric.filter((cell) => "why" in cell || addresses.includes(cell));
    const names = read.filter((cell) => "item" in cell);
    const known = separator.source.includes(",") || names.length === read.length;
    if (names.length > 0 && known) return names;
    if (numeric.length > 0 && separator.source.includes(",")) return numeric;
  }
  return [whole];
}

/** Two addresses and what stands between them in a range. */
const SPACED = new RegExp(String.raw`(?<![0-9a-f.:])([0-9a-f]*[.:][0-9a-f.:]*)\s+(?:${BETWEEN})\s*([0-9a-f.:]+)`, "gi");

/** `our block is 203.0.113.1 - 203.0.113.9`: the range is one of the words, or its two ends would stand for it. */
const withoutGaps = (line: string): string =>
  line.replace(SPACED, (span, first: string, last: string) =>
    parseAddress(first) && parseAddress(last) ? `${first}-${last}` : span,
  );

/** One target by itself. */
function readCell(written: string, options: NameOptions): Cell {
  // As an SPF record has it.
  const cell = cleaned(written).replace(/^\+?ip[46]:/i, "");
  const address = parseAddress(cell.replace(/^\[(.*)\]$/, "$1"));
  if (address) {
    const own = unmapped(address);
    return { text: written, item: { kind: "range", first: own, last: own } };
  }
  const range = readRange(cell);
  if (range) return { text: written, ...(range.ok ? { item: { kind: "range", ...range.value } } : { why: range.why }) };
  const { ok, ...reading } = parseTarget(cell, options);
  if ("problem" in reading) return { text: written, why: oneSentence(reading.problem.says) };
  const { target } = reading;
  switch (target.kind) {
    case "address":
      return { text: written, item: { kind: "range", first: target.address, last: target.address } };
    case "host":
      return { text: written, item: { kind: "host", name: target.host } };
    case "domain":
      return { text: written, item: { kind: "domain", name: target.domain } };
  }
}

/** Whether something is meant as an address: digits or colons, and nothing that a name begins with. */
const looksNumeric = (cell: string): boolean =>
  /^\[?(?:\d+\.\d+[\d./x*-]*|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:./-]*)\]?(?:\s*[-–]\s*\S+)?$/i.test(cell);

/** Without what stands around it in files: spaces, quotes of CSV, a comma behind. */
const cleaned = (written: string): string =>
  written
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .trim()
    // A whole line of a table begins and ends with quotation marks, too: those are of two cells.
    .replace(/^(["'])((?:(?!\1).)*)\1$/, "$2")
    .replace(/[,;]+$/, "")
    .trim();

/** What is left of a line without its remark. */
const withoutRemark = (line: string): string =>
  cleaned(line.replace(/^\s*(?:\/\/|;).*$/, "").replace(/(^|\s)#.*$/, "$1"));

/** Whether a line names columns: nothing in it can be looked at, and nothing is meant as an address. */
function isHeading(line: string, read: readonly Cell[]): boolean {
  if (read.some((cell) => "item" in cell)) return false;
  const cells = line.split(/[,;\t|]/).map(cleaned);
  return cells.every((cell) => /^[\p{L}_][\p{L}\p{N} _()/-]*$/u.test(cell)) && (cells.length > 1 || NAMED.test(line));
}
const NAMED = /^(?:ip|ips|ip[ _-]?address(?:es)?|address(?:es)?|hosts?|host[ _-]?names?|servers?|targets?|names?)$/i;

/** What is the matter and what would work, in one sentence. */
export function oneSentence(says: Text): string {
  const [first = "", second] = plain(says).split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  if (!second) return first;
  return `${first.replace(/[.!?]$/, "")}; ${second.charAt(0).toLowerCase()}${second.slice(1)}`;
}

/** Why a range is larger than what is looked at. */
export const tooLarge = (written: string, size: bigint, most: number): string =>
  plain(
    text`${written} has ${String(size)} addresses, and a pool has at most ${most}; put in a smaller block or single addresses.`,
  );
