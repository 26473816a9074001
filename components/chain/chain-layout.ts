import type { Status } from "../../lib/checks/view.ts";

/** The drawing's canvas: always the same, so that a chain that arrives late moves nothing. */
export const WIDTH = 1032;
export const HEIGHT = 196;

/** How a box or edge looks: as the verdict it shows, with its word and icon, never by colour alone. */
export type Tone = "plain" | Status;

/** The verdict that a box or an edge shows, for programs. */
export interface Mark {
  readonly signal: string;
  readonly status: Status | "pending";
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly note?: string;
  readonly tone: Tone;
  readonly full: string;
  readonly mark: Mark | undefined;
}
export interface Edge {
  readonly path: string;
  readonly tone: Tone;
  readonly dashed: boolean;
  readonly label?: string;
  readonly at?: readonly [number, number];
  readonly mark: Mark | undefined;
}

/** The chain as words: what the drawing, the list on phones and the text alternative all say. */
export interface ChainWords {
  readonly address: string;
  readonly names: readonly Said[];
  readonly addressType: "A" | "AAAA";
  readonly addresses: readonly Said[];
  /** The edges: to the names, to their addresses, and back. */
  readonly ptr: Said;
  readonly forward: Said;
  readonly back: Said;
  readonly hangers: readonly Said[];
}
export interface Said {
  readonly label: string;
  readonly says: string;
  /** The name itself, where it is not the same one. */
  readonly detail?: string;
  readonly tone: Tone;
  /** The verdict behind it; the address itself has none. */
  readonly mark: Mark | undefined;
  /** Shown for a value of the world, not one of our own words. */
  readonly value: boolean;
}

const MIDDLE = 104;
const COLUMNS = { address: [2, 214], names: [364, 304], addresses: [802, 228] } as const;
/** The row of what is known under the name, at the top. */
const CHECK_BOX = { y: 4, height: 40 } as const;
/** Widths of one character of the drawing's two monospace sizes. */
const CHARACTER = 7.8;
const SMALL_CHARACTER = 7.2;

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly hangers: readonly Box[];
  readonly edges: readonly Edge[];
}

export function drawChain(words: ChainWords): Drawing {
  const start: Said = {
    label: words.address,
    says: "the address you checked",
    tone: "plain",
    mark: undefined,
    value: true,
  };
  const from = column([start], COLUMNS.address);
  const names = column(words.names, COLUMNS.names);
  const to = column(words.addresses, COLUMNS.addresses);
  const hangers = checkRow(words.hangers);
  const first = names[0];
  const nameTop = first ? first.y : MIDDLE;
  return {
    boxes: [...from, ...names, ...to],
    hangers,
    edges: [
      ...hangers.map((box, i) => hang(box, i, hangers.length, nameTop)),
      ...names.map((box, i) => link(from[0], box, words.ptr, isLabelled(names, i) ? "PTR" : undefined)),
      ...to.map((box, i) => link(first, box, words.forward, isLabelled(to, i) ? words.addressType : undefined)),
      returning(to.at(-1), from[0], words.back),
    ],
  };
}

/** One to three boxes above each other, around the middle line. */
function column(points: readonly Said[], [x, width]: readonly [number, number]): Box[] {
  const longest = Math.floor((width - 28) / CHARACTER);
  const alone = points.length === 1;
  const written = points.map(({ label }) => (alone ? inTwo(label, longest) : [shorten(label, longest)]));
  // Of three, the first leaves room for the edges from the row above it.
  const [height, gap] = alone ? [34 + 18 * (written[0]?.length ?? 1), 0] : points.length === 2 ? [40, 6] : [26, 4];
  const top = MIDDLE - (points.length * height + (points.length - 1) * gap) / 2;
  return points.map(({ label, says, tone, mark }, i) => ({
    x,
    y: top + i * (height + gap),
    width,
    height,
    lines: written[i] ?? [],
    ...(points.length < 3 ? { note: says } : {}),
    tone,
    full: `${label}: ${says}`,
    mark,
  }));
}

function checkRow(points: readonly Said[]): Box[] {
  const gap = 12;
  const written = points.map(({ label, says, detail }) => [`${label}: ${says}`, ...(detail ? [detail] : [])]);
  const longest = longestThatFit(
    written.map((lines) => Math.max(...lines.map(({ length }) => length))),
    Math.floor((WIDTH - 4 - gap * (points.length - 1) - 46 * points.length) / SMALL_CHARACTER),
  );
  const sized = points.map((point, i) => {
    const shown = (written[i] ?? []).map((line) => shorten(line, longest));
    return { point, shown, width: Math.max(...shown.map((line) => line.length)) * SMALL_CHARACTER + 46 };
  });
  const total = sized.reduce((sum, { width }) => sum + width, 0) + gap * (points.length - 1);
  const centre = COLUMNS.names[0] + COLUMNS.names[1] / 2;
  let x = Math.min(Math.max(2, centre - total / 2), WIDTH - 2 - total);
  return sized.map(({ point, shown, width }) => {
    const { label, says, detail, tone, mark } = point;
    const full = detail ? `${label}: ${says}, ${detail}` : `${label}: ${says}`;
    const box: Box = { x, ...CHECK_BOX, width, lines: shown, tone, full, mark };
    x += width + gap;
    return box;
  });
}

/** How many characters each may have so that all stand beside each other: only the longest are shortened. */
function longestThatFit(lengths: readonly number[], room: number): number {
  let longest = Math.max(0, ...lengths);
  while (longest > 0 && lengths.reduce((sum, length) => sum + Math.min(length, longest), 0) > room) longest--;
  return longest;
}

function hang(box: Box, i: number, count: number, top: number): Edge {
  const [x, width] = COLUMNS.names;
  const to = x + (width * (i + 1)) / (count + 1);
  const from = box.x + box.width / 2;
  const bottom = box.y + box.height;
  const half = (bottom + top) / 2;
  return {
    path: `M${n(from)} ${n(bottom)}C${n(from)} ${n(half + 4)} ${n(to)} ${n(half - 4)} ${n(to)} ${n(top - 2)}`,
    tone: box.tone,
    dashed: box.tone === "unknown" || box.tone === "skipped",
    mark: box.mark,
  };
}

/** Which of the edges to a column has the label: above the first, or below the last where the first is high up. */
const isLabelled = ({ length }: readonly Box[], i: number): boolean => i === (length < 3 ? 0 : length - 1);

function link(from: Box | undefined, to: Box, { tone, mark }: Said, label?: string): Edge {
  const [x1, y1] = from ? [from.x + from.width, from.y + from.height / 2] : [0, MIDDLE];
  const [x2, y2] = [to.x - 4, to.y + to.height / 2];
  const half = (x1 + x2) / 2;
  return {
    path: `M${n(x1)} ${n(y1)}C${n(half)} ${n(y1)} ${n(half)} ${n(y2)} ${n(x2)} ${n(y2)}`,
    tone,
    dashed: tone !== "pass",
    mark,
    ...(label ? { label, at: [half, y2 > y1 ? y2 + 18 : y2 - 9] as const } : {}),
  };
}

function returning(from: Box | undefined, to: Box | undefined, back: Said): Edge {
  const x1 = from ? from.x + from.width / 2 : WIDTH;
  const y1 = from ? from.y + from.height : MIDDLE;
  const x2 = to ? to.x + to.width / 2 : 0;
  const y2 = to ? to.y + to.height + 4 : MIDDLE;
  return {
    path: `M${n(x1)} ${n(y1)}C${n(x1)} 186 ${n(x2)} 186 ${n(x2)} ${n(y2)}`,
    tone: back.tone,
    dashed: back.tone !== "pass",
    label: back.says,
    mark: back.mark,
    at: [(x1 + x2) / 2, 178],
  };
}

/** A value on one line, or on two that break where its parts meet. */
function inTwo(value: string, longest: number): string[] {
  if (value.length <= longest) return [value];
  const middle = value.length / 2;
  const breaks = [...value.matchAll(/[.:-]/g)].map(({ index }) => index + (value[index] === ":" ? 1 : 0));
  const [at = Math.ceil(middle)] = breaks.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return [value.slice(0, at), value.slice(at)].map((line) => shorten(line, longest));
}

/** Keeps both ends of a long value: in names and addresses the middle matters least. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const tail = Math.floor((max - 1) / 2);
  return `${text.slice(0, max - 1 - tail)}…${text.slice(text.length - tail)}`;
}

const n = (value: number): string => String(Math.round(value));
