import type { Status } from "../../define/signal.ts";
import { visible } from "../../net/safe-text.ts";
import type { Report } from "../../report/report.ts";
import type { Counts, Headline } from "../presented.ts";
import { COLOURS } from "./colours.ts";
import { escapeMarkup } from "./markup.ts";

/** How long a verdict may stand on a badge, which nobody opens to see how old it is. */
export const BADGE_FRESH_MS = 24 * 3_600_000;
const DAY_MS = 86_400_000;

/** What a badge says. Grey says nothing about the server. */
export interface Badge {
  readonly tone: "pass" | "warn" | "fail" | "grey";
  readonly says: string;
}

/** What a badge has to know of a target's latest finished report. */
export interface BadgeSource {
  /** Epoch milliseconds. */
  readonly seenAt: number;
  readonly ended: Report["ended"];
  readonly headline: { readonly status: Headline["status"] };
  readonly counts: Counts;
}

/** The latest report of a target in three words; one that is too old only says how old it is. */
export function badgeOf(latest: BadgeSource | undefined, now: number): Badge {
  if (!latest) return { tone: "grey", says: "not checked" };
  const age = now - latest.seenAt;
  if (age > BADGE_FRESH_MS) return { tone: "grey", says: `checked ${counted(Math.floor(age / DAY_MS), "day")} ago` };
  const { counts, headline, ended } = latest;
  if (counts.fail > 0) return { tone: "fail", says: `${counts.fail} failed` };
  // A check that was cut off may have missed what is wrong.
  if (ended !== "complete" || UNSURE.includes(headline.status)) return { tone: "grey", says: "could not be checked" };
  if (counts.warn > 0) return { tone: "warn", says: counted(counts.warn, "warning") };
  return { tone: "pass", says: "in order" };
}

const UNSURE: readonly Status[] = ["unknown", "skipped"];
const counted = (n: number, noun: string) => `${n} ${n === 1 ? noun : `${noun}s`}`;

/** White text has at least 5:1 on each of these. */
const TONES: Readonly<Record<Badge["tone"], string>> = {
  pass: COLOURS.pass,
  warn: COLOURS.warn,
  fail: COLOURS.fail,
  grey: COLOURS.unknown,
};
const LABEL = "mail identity";
const HEIGHT = 20;
const PAD = 7;

/** The badge as SVG, for pages elsewhere: no script, no style, nothing loaded; the words are there for screen readers. */
export function badgeSvg({ tone, says }: Badge, target: string): string {
  const [left, right] = [widthOf(LABEL) + 2 * PAD, widthOf(says) + 2 * PAD];
  const width = left + right;
  const title = escapeMarkup(`${visible(target)}: ${LABEL} ${says}`);
  const words = (text: string, x: number) =>
    `<text x="${x}" y="14" textLength="${widthOf(text)}" lengthAdjust="spacingAndGlyphs">${escapeMarkup(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><path fill="${COLOURS.ink}" d="M0 0h${left}v${HEIGHT}H0z"/>`,
    `<path fill="${TONES[tone]}" d="M${left} 0h${right}v${HEIGHT}H${left}z"/></g>`,
    `<g fill="${COLOURS.card}" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">`,
    `${words(LABEL, PAD)}${words(says, left + PAD)}`,
    "</g></svg>",
  ].join("");
}

/** About how wide a text is in Verdana at 11 pixels; `textLength` makes other faces fit. */
const widthOf = (text: string): number =>
  Math.round([...text].reduce((sum, character) => sum + (WIDE.get(character) ?? 7), 0));
const WIDE = new Map(
  (
    [
      ["ijlIt.,:' ", 3.9],
      ["rfcskvxyz", 5.8],
      ["mwMW", 10.2],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);
