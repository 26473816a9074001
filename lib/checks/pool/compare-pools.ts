import { count, prose, type Text, text } from "../net/safe-text.ts";
import { BESIDE } from "./coherence.ts";
import type { OddCode } from "./pool.ts";
import { ODD_TITLES } from "./pool-words.ts";
import type { PoolChange, PoolComparison, PoolRowStatus, PresentedPool, PresentedPoolRow } from "./presented-pool.ts";

/**
 * Two pools, or one pool at two times, by address: what changed, first. Rows that nobody looked at differ in nothing, and
 * what was not found out at one of the two times has not changed.
 */
export function comparePools(before: PresentedPool, after: PresentedPool): PoolComparison {
  const was = new Map(before.rows.map((row) => [row.address, row]));
  const is = new Map(after.rows.map((row) => [row.address, row]));
  const [openBefore, openAfter] = [openBesideIn(before), openBesideIn(after)];
  const both = after.rows.flatMap((row) => {
    const old = was.get(row.address);
    if (!old) return [];
    const [before, after] = [withOpen(old, row, openBefore), withOpen(row, old, openAfter)];
    return [{ change: changeOf(before, after), isJudged: isJudged(before, after) }];
  });
  const changed = both.flatMap(({ change }) => change ?? []).toSorted(worseFirst);
  const added = after.rows.filter(({ address }) => !was.has(address));
  const removed = before.rows.filter(({ address }) => !is.has(address));
  const notKnown = both.filter((pair) => !pair.change && !pair.isJudged).length;
  const unchanged = both.length - changed.length - notKnown;
  return {
    before,
    after,
    says: sentence({ changed, added: added.length, removed: removed.length, unchanged, notKnown }),
    changed,
    added,
    removed,
    unchanged,
    notKnown,
  };
}

const WEIGHTS: Readonly<Partial<Record<PoolRowStatus, number>>> = { pass: 0, warn: 1, fail: 2 };
const TURNS: readonly PoolChange["turn"][] = ["worse", "better", "other"];
const worseFirst = (a: PoolChange, b: PoolChange) =>
  TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) || a.after.index - b.after.index;
const isUnknown = ({ status }: PresentedPoolRow): boolean => status === "unknown" || status === "pending";

/** Of the reasons that show only beside other addresses, those of which nothing is known of some address. */
const openBesideIn = ({ rows }: PresentedPool): readonly OddCode[] =>
  BESIDE.filter((code) => rows.some(({ open }) => open.includes(code)));

/** A row under the same names is judged otherwise beside others that had no answer: whether it changed is not known. */
function withOpen(row: PresentedPoolRow, other: PresentedPoolRow, beside: readonly OddCode[]): PresentedPoolRow {
  if (beside.length === 0 || JSON.stringify(namesOf(row)) !== JSON.stringify(namesOf(other))) return row;
  return { ...row, open: [...new Set([...row.open, ...beside])] };
}

const namesOf = ({ ptr }: PresentedPoolRow): readonly string[] => (ptr ?? []).toSorted();

/** Whether what either row rests on was found out at the other time, too. */
function isJudged(before: PresentedPoolRow, after: PresentedPoolRow): boolean {
  const isOpenIn = (one: PresentedPoolRow, other: PresentedPoolRow) =>
    one.odd.some(({ code }) => other.open.includes(code)) || one.listed.some((list) => other.silent.includes(list));
  return !isUnknown(before) && !isUnknown(after) && !isOpenIn(before, after) && !isOpenIn(after, before);
}

function changeOf(before: PresentedPoolRow, after: PresentedPoolRow): PoolChange | undefined {
  if (before.status === "pending" || after.status === "pending") return undefined;
  const odd = oddChanges(before, after);
  const heavier = (isStatusKnown(before, after) && heavierBy(before, after)) || odd.appeared.length - odd.gone.length;
  const changes = [...statusChange(before, after), ...odd.appeared, ...odd.gone, ...valueChanges(before, after)];
  if (changes.length === 0) return undefined;
  const turn = heavier > 0 ? "worse" : heavier < 0 ? "better" : "other";
  return { address: after.address, before, after, turn, changes };
}

const heavierBy = (before: PresentedPoolRow, after: PresentedPoolRow): number =>
  (WEIGHTS[after.status] ?? 0) - (WEIGHTS[before.status] ?? 0);

/** Whether the status could be told both times, and what the heavier one rests on was found out at the other time, too. */
function isStatusKnown(before: PresentedPoolRow, after: PresentedPoolRow): boolean {
  if (isUnknown(before) || isUnknown(after)) return false;
  const [heavy, light] = heavierBy(before, after) > 0 ? [after, before] : [before, after];
  return !heavy.odd.some(({ code }) => light.open.includes(code));
}

type Change = PoolChange["changes"][number];

/** How it was and how it is, each the half of a sentence. */
const STATUS_WORDS: Readonly<Partial<Record<PoolRowStatus, readonly [was: string, is: string]>>> = {
  pass: ["was in order", "is in order now"],
  warn: ["had a warning", "has a warning now"],
  fail: ["failed", "fails now"],
};

function statusChange(before: PresentedPoolRow, after: PresentedPoolRow): Change[] {
  const [was, is] = [STATUS_WORDS[before.status]?.[0], STATUS_WORDS[after.status]?.[1]];
  if (!was || !is || before.status === after.status || !isStatusKnown(before, after)) return [];
  return [{ field: "status", says: prose(`It ${was}; it ${is}.`) }];
}

function oddChanges(before: PresentedPoolRow, after: PresentedPoolRow): { appeared: Change[]; gone: Change[] } {
  const only = (one: PresentedPoolRow, other: PresentedPoolRow) =>
    one.odd.filter(({ code }) => !other.open.includes(code) && !other.odd.some((reason) => reason.code === code));
  return {
    appeared: only(after, before).map(({ says }) => ({ field: "odd", says })),
    gone: only(before, after).map(({ code }) => ({
      field: "odd",
      says: prose(`No longer: ${lower(ODD_TITLES[code])}.`),
    })),
  };
}

function valueChanges(before: PresentedPoolRow, after: PresentedPoolRow): Change[] {
  const hasAnswered = ({ ehlo }: PresentedPoolRow) => ehlo.kind === "name" || ehlo.kind === "none";
  const changes: Change[] = [];
  const differs = (field: Change["field"], a: Text, b: Text) => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      changes.push({ field, says: text`${prose(LABELS[field])} was ${a}, is ${b}.` });
  };
  if (before.ptr && after.ptr) differs("ptr", list(namesOf(before)), list(namesOf(after)));
  if (before.confirmed !== null && after.confirmed !== null)
    differs(
      "confirmed",
      prose(before.confirmed ? "confirmed" : "not confirmed"),
      prose(after.confirmed ? "confirmed" : "not confirmed"),
    );
  if (hasAnswered(before) && hasAnswered(after)) differs("ehlo", said(before), said(after));
  if (isSpfKnown(before) && isSpfKnown(after)) differs("spf", prose(before.spf ?? ""), prose(after.spf ?? ""));
  if (isListingKnown(before, after)) differs("listed", titles(before, after), titles(after, before));
  return changes;
}

const isSpfKnown = ({ spf, open }: PresentedPoolRow): boolean => spf !== null && !open.includes("spf");

/** A list that has it at one time is a change where no list was silent at the other time. */
function isListingKnown(before: PresentedPoolRow, after: PresentedPoolRow): boolean {
  const isOnlyIn = (one: PresentedPoolRow, other: PresentedPoolRow) =>
    !other.open.includes("listed") && saidOfBoth(one, other).some((list) => !other.listed.includes(list));
  return isOnlyIn(after, before) || isOnlyIn(before, after);
}

const LABELS: Readonly<Record<Change["field"], string>> = {
  status: "The status",
  odd: "What makes it odd",
  ptr: "The PTR record",
  confirmed: "Forward confirmation",
  ehlo: "The EHLO name",
  spf: "SPF",
  listed: "The blocklists that have it",
};

const list = (values: readonly string[]): Text => (values.length > 0 ? text`${values}` : prose("none"));
/** The lists that have an address, of those that said something of it at the other time. */
const saidOfBoth = ({ listed }: PresentedPoolRow, { silent }: PresentedPoolRow): readonly string[] =>
  listed.filter((list) => !silent.includes(list));
const titles = (one: PresentedPoolRow, other: PresentedPoolRow): Text =>
  prose(saidOfBoth(one, other).join(", ") || "none");
const said = ({ ehlo }: PresentedPoolRow): Text => (ehlo.kind === "name" ? text`${ehlo.name}` : prose("none"));
const lower = (words: string) => (/^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));

function sentence({
  changed,
  added,
  removed,
  unchanged,
  notKnown,
}: Pick<PoolComparison, "changed" | "notKnown" | "unchanged"> & Readonly<Record<"added" | "removed", number>>): Text {
  const worse = changed.filter(({ turn }) => turn === "worse").length;
  const better = changed.filter(({ turn }) => turn === "better").length;
  const other = changed.length - worse - better;
  const parts = [
    ...(worse > 0 ? [`${addresses(worse)} worse`] : []),
    ...(better > 0 ? [`${addresses(better)} better`] : []),
    ...(other > 0 ? [`${addresses(other)} otherwise changed`] : []),
    ...(added > 0 ? [`${addresses(added)} added`] : []),
    ...(removed > 0 ? [`${addresses(removed)} removed`] : []),
  ];
  const open = notKnown > 0 ? [`${addresses(notKnown)} could not be judged at both times`] : [];
  if (parts.length + open.length === 0)
    return text`Nothing has changed at ${count(unchanged, "address", "addresses")}.`;
  return prose(`${[...parts, ...open, `${unchanged} unchanged`].join(", ")}.`);
}

const addresses = (n: number): string => `${n} ${n === 1 ? "address" : "addresses"}`;
