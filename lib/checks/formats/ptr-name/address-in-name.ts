import { bytesOf, family, type IpAddress, toBigInt } from "../../net/address.ts";
import { isLineWord } from "./name-words.ts";
import type { NameParts, Run } from "./parts.ts";

/** How much of the address a name shows. */
export interface AddressTrace {
  /** `whole`, or how many octets (or for IPv6, `part`: at least eight nibbles that are not all zero). */
  readonly extent: "whole" | "three" | "two" | "last" | "part";
  readonly base: "decimal" | "hex";
  readonly part: string;
  /** For `last`: a second number after a long one (`li1234-56`). */
  readonly second?: boolean;
}

/** Finds the address in the name, in the largest extent there is: any base, order, padding, separator or none. */
export function findAddress(parts: NameParts, address: IpAddress): AddressTrace | undefined {
  if (family(address) === 6) return find6(parts, address);
  const octets = [...bytesOf(address)];
  return (
    wholeInDecimal(parts, octets, address) ??
    inHex(parts, octets) ??
    partInDecimal(parts, octets) ??
    twoInHex(parts, octets) ??
    lastOctet(parts, octets)
  );
}

function wholeInDecimal(parts: NameParts, octets: readonly number[], address: IpAddress): AddressTrace | undefined {
  const { digits } = parts;
  const wanted = sorted(octets);
  for (let i = 0; i + 4 <= digits.length; i++) {
    const four = digits.slice(i, i + 4);
    // Any order: forward, reversed, rotated. Four numbers that agree are no coincidence.
    if (sorted(four.map(octetOf)) === wanted) return trace(parts, "whole", four);
  }
  const spelled = [...orders(octets).flatMap((order) => [order.join(""), padded(order)]), toBigInt(address).toString()];
  for (const run of digits) {
    if (run.text.length >= 7 && spelled.some((text) => run.text === text)) return trace(parts, "whole", [run]);
    if (run.text.length > 12 && orders(octets).some((order) => run.text.includes(padded(order)))) {
      return trace(parts, "whole", [run]);
    }
  }
  return undefined;
}

function inHex(parts: NameParts, octets: readonly number[]): AddressTrace | undefined {
  const labels = parts.name.split(".");
  const hex = (order: readonly number[]) => order.map((octet) => octet.toString(16).padStart(2, "0")).join("");
  const whole = orders(octets).map(hex);
  const three = [octets.slice(1), octets.slice(0, 3)].flatMap((some) => [hex(some), hex(some.toReversed())]);
  // The last is two labels in one: `5470.2107`.
  for (const label of [...labels, labels.slice(0, 2).join("-")]) {
    const packed = label.replaceAll("-", "");
    if (whole.some((text) => packed.includes(text))) return { extent: "whole", base: "hex", part: label };
  }
  for (const label of labels) {
    // Three octets as hex digits without a letter would be a decimal serial number.
    if (three.some((text) => /[a-f]/.test(text) && (label.includes(text) || inPairs(label, text))))
      return { extent: "three", base: "hex", part: label };
  }
  return undefined;
}

/** `2c-ab-c9`: the digits of each octet by themselves, from the beginning or the end of a piece. */
const inPairs = (label: string, text: string): boolean =>
  `-${label}-`.includes(`-${(text.match(/../g) ?? []).join("-")}-`);

function partInDecimal(parts: NameParts, octets: readonly number[]): AddressTrace | undefined {
  const { digits } = parts;
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  const threes = [
    [b, c, d],
    [d, c, b],
    [a, b, c],
    [c, b, a],
  ];
  const twos = [
    [c, d],
    [d, c],
  ];
  const is = (run: readonly Run[], order: readonly number[]) => run.every((one, i) => octetOf(one) === order[i]);
  for (let i = 0; i + 3 <= digits.length; i++) {
    const three = digits.slice(i, i + 3);
    const shown = three.reduce((sum, { text }) => sum + text.length, 0);
    if (shown >= 5 && threes.some((order) => is(three, order))) return trace(parts, "three", three);
  }
  for (const run of digits) {
    if (run.text.length >= 6 && threes.some((order) => run.text === order.join("") || run.text === padded(order))) {
      return trace(parts, "three", [run]);
    }
  }
  for (let i = 0; i + 2 <= digits.length; i++) {
    const two = digits.slice(i, i + 2);
    const [first, second] = two as [Run, Run];
    const shown = first.text.length + second.text.length;
    // Near each other, and more digits than two small numbers that somebody counted up, or after a word for customers.
    const few = shown < 3 && !parts.letters.some((run) => run.label === first.label && isLineWord(run.text));
    if (second.start - first.end === 1 && !few && twos.some((order) => is(two, order))) return trace(parts, "two", two);
  }
  for (const run of digits) {
    if (run.text.length >= 4 && twos.some((order) => run.text === order.join("") || run.text === padded(order))) {
      return trace(parts, "two", [run]);
    }
  }
  return undefined;
}

/**
 * Four hex digits are few: they count only as a token of their own (`node-c-1074`), or as two that stand side by side
 * and show that they are hexadecimal (`u-13-cb`).
 */
function twoInHex(parts: NameParts, octets: readonly number[]): AddressTrace | undefined {
  const pair = octets.slice(2).map((octet) => octet.toString(16).padStart(2, "0"));
  const side = [pair, pair.toReversed()]
    .map((two) => two.join("-"))
    .filter((two) => /[a-f]/.test(two) && /\d/.test(two));
  const seen = parts.host.flatMap((label) => side.filter((two) => `-${label}-`.includes(`-${two}-`)))[0];
  if (seen) return { extent: "two", base: "hex", part: seen };
  const text = octets
    .slice(2)
    .map((octet) => octet.toString(16).padStart(2, "0"))
    .join("");
  const token = parts.name
    .split(/[^a-z0-9]/)
    .find((token) => token === text || token === `0x${text}` || token === `x${text}`);
  return token ? { extent: "last", base: "hex", part: token } : undefined;
}

function lastOctet({ digits, host }: NameParts, octets: readonly number[]): AddressTrace | undefined {
  // Of the organisation's own label (`dsl-shop24.de`) it says nothing.
  const found = digits.find((run) => run.label === 0 && host.length > 0 && octetOf(run) === octets[3]);
  if (!found) return undefined;
  const before = digits.find((run) => run.label === 0 && run.end === found.start - 1);
  return {
    extent: "last",
    base: "decimal",
    part: found.text,
    second: found.text.length >= 2 && (before?.text.length ?? 0) >= 3,
  };
}

function find6({ name }: NameParts, address: IpAddress): AddressTrace | undefined {
  const nibbles = [...bytesOf(address)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  // As written by people: no leading zeros in a group, the longest run of zeros left out.
  const short = address.replaceAll(":", "");
  const dashed = address.replaceAll(":", "-");
  const packed = name.replace(/[^a-z0-9]/g, "");
  if (packed.includes(nibbles) || packed.includes([...nibbles].reverse().join(""))) {
    const single = /(?:[0-9a-f]\.){15,}[0-9a-f]/.exec(name)?.[0];
    return { extent: "whole", base: "hex", part: single ?? name.split(".")[0] ?? name };
  }
  if (significant(short) >= 5 && `-${name.replace(/[._]/g, "-")}-`.includes(dashed)) {
    return { extent: "whole", base: "hex", part: dashed };
  }
  for (const text of [nibbles, [...nibbles].reverse().join(""), short]) {
    const shared = longestShared(packed, text);
    if (shared.length >= 8 && significant(shared) >= 5 && /\d/.test(shared))
      return { extent: "part", base: "hex", part: shared };
  }
  return undefined;
}

const significant = (hex: string): number => hex.replaceAll("0", "").length;

/** The longest common substring; at most 253 × 32 steps. */
function longestShared(a: string, b: string): string {
  let best = "";
  let before: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < b.length; j++) {
      const length = a[i] === b[j] ? (before[j - 1] ?? 0) + 1 : 0;
      row[j] = length;
      if (length > best.length) best = a.slice(i - length + 1, i + 1);
    }
    before = row;
  }
  return best;
}

/** Forward and reversed, each in its four rotations (`d.a.b.c` is the last octet first). */
function orders(octets: readonly number[]): number[][] {
  return [octets, octets.toReversed()].flatMap((order) =>
    order.map((_, i) => [...order.slice(i), ...order.slice(0, i)]),
  );
}

const padded = (octets: readonly number[]): string => octets.map((octet) => String(octet).padStart(3, "0")).join("");
const sorted = (numbers: readonly number[]): string => numbers.toSorted((a, b) => a - b).join(".");
const octetOf = ({ text }: Run): number => (text.length <= 3 ? Number(text) : Number.NaN);

function trace({ name }: NameParts, extent: AddressTrace["extent"], runs: readonly Run[]): AddressTrace {
  return { extent, base: "decimal", part: name.slice(runs[0]?.start ?? 0, runs.at(-1)?.end) };
}
