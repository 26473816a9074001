import { CUSTOMER, isAccess, isOf, RENTED } from "./name-words.ts";
import type { NameParts, Run } from "./parts.ts";

/** Numbers that look like an address, a device or a serial number, whoever's address it may be. */
export interface Shape {
  readonly kind: "address" | "hardware" | "pair" | "serial" | "opaque" | "line-path";
  readonly part: string;
}

/** All shapes of a name. Linear in its length: every pattern is anchored or has one bounded repetition. */
export function findShapes(parts: NameParts): Shape[] {
  return [...addressShapes(parts), ...hexShapes(parts), ...serials(parts), ...linePaths(parts), ...pairs(parts)];
}

function addressShapes({ name, digits }: NameParts): Shape[] {
  const shapes: Shape[] = [];
  for (let i = 0; i + 4 <= digits.length; i++) {
    const four = digits.slice(i, i + 4);
    const long = four.filter(({ text }) => text.length >= 2).length;
    // Small numbers side by side are versions and counters (`s1-2-3-4`).
    if (four.every(isOctet) && adjacent(four) && long >= 2) shapes.push(shape("address", name, four));
  }
  for (const run of digits) {
    if (/^(?:[01]\d\d|2[0-4]\d|25[0-5]){4}$/.test(run.text)) shapes.push(shape("address", name, [run]));
  }
  return shapes;
}

function hexShapes({ name, host }: NameParts): Shape[] {
  const shapes: Shape[] = [];
  const token = (kind: Shape["kind"], part: string) => shapes.push({ kind, part });
  for (const [i, label] of host.entries()) {
    const uuid = /(?:^|-)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(label)?.[1];
    if (uuid) token("opaque", uuid);
    if (/(?:^|-)(?:[0-9a-f]{2}-){5}[0-9a-f]{2}$/.test(label)) token("hardware", label);
    // An IPv6 address written out: five or more groups, one of them from global unicast space.
    const groups = label.split("-").filter((group) => /^[0-9a-f]{1,4}$/.test(group));
    if (groups.length >= 4 && groups.some((g) => /^2[0-9a-f]{3}$/.test(g)) && groups.some((g) => /[a-f]/.test(g)))
      token("address", label);
    for (const piece of label.split(/[-_]/)) {
      const digits = piece.replace(/\D/g, "").length;
      if (/^0x[0-9a-f]{8}$/.test(piece)) token("address", piece);
      else if (/^(?:[a-z]{0,4}?)[0-9a-f]{16,32}$/.test(piece) && digits >= 6) token("address", piece);
      else if (/^[a-z]{0,4}?(?:[0-9a-f]{12})$/.test(piece) && digits >= 5 && /[a-f]/.test(piece))
        token("hardware", piece);
      else if (i === 0 && isOpaque(piece, host.length > 1)) token("opaque", piece);
      else if (i === 0 && isCode(piece) && isGiven(label, piece, host[1])) token("opaque", piece);
    }
  }
  if (/^(?:[0-9a-f]\.){8,}/.test(name)) token("address", name);
  return shapes;
}

/**
 * Whether letters and digits go in turn as nobody would write them: eight hexadecimal digits, or ten of any kind. Words
 * that end in a number (`facade24`), hold a year (`ada2024b`) or write a letter as a digit (`c0ffee42`) are words.
 */
function isOpaque(piece: string, below: boolean): boolean {
  const word = /^([a-z]+[01345]?[a-z]+|[a-z]*)\d*$/.test(piece);
  if (word) return false;
  const turns = piece.match(/[a-z]+|\d+/g)?.length ?? 0;
  const id = /^[a-z]{0,4}?([0-9a-f]{8})$/.exec(piece)?.[1];
  if (id && /\d.*\d/.test(id) && /[a-f]/.test(id))
    return turns >= 4 || (below && turns >= 3 && !/(?:19|20)\d\d/.test(id));
  return /^[a-z0-9]{10,}$/.test(piece) && turns >= 6;
}

/** Six letters and digits in turn: too few by themselves (`h4x0r5`), enough behind a word for what is rented out. */
const isCode = (piece: string): boolean =>
  /^[a-z0-9]{6,}$/.test(piece) && (piece.match(/[a-z]+|\d+/g)?.length ?? 0) >= 4;
function isGiven(label: string, piece: string, zone = ""): boolean {
  if (label === piece) return isOf(zone, RENTED) || /^(?:instances?|clients?|cust|customers?)$/.test(zone);
  const before = /^([a-z]+)[-_]$/.exec(label.slice(0, label.indexOf(piece)))?.[1];
  return before !== undefined && (isOf(before, RENTED) || isAccess(before) || CUSTOMER.has(before));
}

/** Letters that nobody can say: `ucswzrb`, `xkrtpl`. It takes more than an abbreviation (`crm`, `bksrv`). */
export const isUnsayable = (label: string): boolean =>
  /^[a-z]{4,12}$/.test(label) && (/[^aeiouy]{5}/.test(label) || !/[aeiouy]/.test(label));

/** A number too large to have been counted up by hand, bare or after a few letters. */
function serials({ name, digits, host }: NameParts): Shape[] {
  return (
    digits
      .filter((run) => run.label === 0 && host.length > 0 && run.text.length >= 5)
      .filter((run) => {
        const letters = /[a-z]*$/.exec(name.slice(0, run.start))?.[0].length ?? 0;
        return letters <= 3 || (run.text.length >= 6 && letters <= 12);
      })
      // Shared hosting counts its servers up to five digits; below a place name they are lines.
      .filter((run) => run.text.length >= 6 || host.length >= 2)
      .map((run) => shape("serial", name, [run]))
  );
}

/** Concentrator, card, port: `nrp3-l10-a671`, `h115n1fls22o974`, `p1234-ipbf1001`. */
function linePaths({ name, digits, host }: NameParts): Shape[] {
  const first = digits.filter((run) => run.label === 0 && host.length > 0 && run.text.length <= 4);
  const shown = first.reduce((sum, { text }) => sum + text.length, 0);
  const many = first.length >= 3 && shown >= 6;
  return many || (first.length === 2 && shown >= 7) ? [shape("line-path", name, first)] : [];
}

function pairs({ name, digits }: NameParts): Shape[] {
  const shapes: Shape[] = [];
  for (let i = 0; i + 2 <= digits.length; i++) {
    const two = digits.slice(i, i + 2);
    if (two.every(isOctet) && adjacent(two) && two.reduce((sum, { text }) => sum + text.length, 0) >= 4) {
      shapes.push(shape("pair", name, two));
    }
  }
  return shapes;
}

const isOctet = ({ text }: Run): boolean => text.length <= 3 && Number(text) <= 255;
const adjacent = (runs: readonly Run[]): boolean =>
  runs.every((run, i) => i === 0 || run.start - (runs[i - 1]?.end ?? 0) === 1);

const shape = (kind: Shape["kind"], name: string, runs: readonly Run[]): Shape => ({
  kind,
  part: name.slice(runs[0]?.start ?? 0, runs.at(-1)?.end),
});
