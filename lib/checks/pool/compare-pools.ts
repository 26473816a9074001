import { count, prose, type Text, text } from "../net/safe-text.ts";
import { ODD_TITLES } from "./pool-words.ts";
import type { PoolChange, PoolComparison, PoolRowStatus, PresentedPool, PresentedPoolRow } from "./presented-pool.ts";

/** Two pools, or one pool at two times, by address: what changed, first. Rows that nobody looked at differ in nothing. */
export function comparePools(before: PresentedPool, after: PresentedPool): PoolComparison {
  const was = new Map(before.rows.map((row) => [row.address, row]));
  const is = new Map(after.rows.map((row) => [row.address, row]));
  const both = after.rows.flatMap((row) => {
    const old = was.get(row.address);
    return old ? [{ before: old, after: row }] : [];
  });
  const changed = both.flatMap((pair) => changeOf(pair.before, pair.after) ?? []).toSorted(worseFirst);
  const added = after.rows.filter(({ address }) => !was.has(address));
  const removed = before.rows.filter(({ address }) => !is.has(address));
  const unchanged = both.length - changed.length;
  return {
    before,
    after,
    says: sentence(changed, added.length, removed.length, unchanged),
    changed,
    added,
    removed,
    unchanged,
  };
}

const WEIGHTS: Readonly<Record<PoolRowStatus, number>> = { pass: 0, pending: 0, unknown: 1, warn: 2, fail: 3 };
const TURNS: readonly PoolChange["turn"][] = ["worse", "better", "other"];
const worseFirst = (a: PoolChange, b: PoolChange) =>
  TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) || a.after.index - b.after.index;

function changeOf(before: PresentedPoolRow, after: PresentedPoolRow): PoolChange | undefined {
  if (before.status === "pending" || after.status === "pending") return undefined;
  const changes = [...statusChange(before, after), ...oddChanges(before, after), ...valueChanges(before, after)];
  if (changes.length === 0) return undefined;
  const heavier = WEIGHTS[after.status] - WEIGHTS[before.status] || after.odd.length - before.odd.length;
  const turn = heavier > 0 ? "worse" : heavier < 0 ? "better" : "other";
  return { address: after.address, before, after, turn, changes };
}

type Change = PoolChange["changes"][number];

/** How it was and how it is, each the half of a sentence. */
const STATUS_WORDS: Readonly<Record<PoolRowStatus, readonly [was: string, is: string]>> = {
  pass: ["was in order", "is in order now"],
  warn: ["had a warning", "has a warning now"],
  fail: ["failed", "fails now"],
  unknown: ["could not be judged", "cannot be judged now"],
  pending: ["had not been looked at", "has not been looked at"],
};

const statusChange = (before: PresentedPoolRow, after: PresentedPoolRow): Change[] =>
  before.status === after.status
    ? []
    : [{ field: "status", says: prose(`It ${STATUS_WORDS[before.status][0]}; it ${STATUS_WORDS[after.status][1]}.`) }];

function oddChanges(before: PresentedPoolRow, after: PresentedPoolRow): Change[] {
  const had = new Set(before.odd.map(({ code }) => code));
  const has = new Set(after.odd.map(({ code }) => code));
  return [
    ...after.odd.filter(({ code }) => !had.has(code)).map(({ says }): Change => ({ field: "odd", says })),
    ...before.odd
      .filter(({ code }) => !has.has(code))
      .map(({ code }): Change => ({ field: "odd", says: prose(`No longer: ${lower(ODD_TITLES[code])}.`) })),
  ];
}

function valueChanges(before: PresentedPoolRow, after: PresentedPoolRow): Change[] {
  const names = (row: PresentedPoolRow) => [...(row.ptr ?? [])].toSorted();
  const isAsked = (row: PresentedPoolRow) => row.ehlo.kind !== "not-asked";
  const changes: Change[] = [];
  const differs = (field: Change["field"], a: Text, b: Text) => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      changes.push({ field, says: text`${prose(LABELS[field])} was ${a}, is ${b}.` });
  };
  // What was not found out at one of the two times has not changed.
  if (before.ptr && after.ptr) differs("ptr", list(names(before)), list(names(after)));
  if (before.confirmed !== null && after.confirmed !== null)
    differs(
      "confirmed",
      prose(before.confirmed ? "confirmed" : "not confirmed"),
      prose(after.confirmed ? "confirmed" : "not confirmed"),
    );
  if (isAsked(before) && isAsked(after)) differs("ehlo", said(before), said(after));
  if (before.spf && after.spf) differs("spf", prose(before.spf), prose(after.spf));
  differs("listed", titles(before), titles(after));
  return changes;
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
const titles = ({ listed }: PresentedPoolRow): Text => prose(listed.length > 0 ? listed.join(", ") : "none");
const said = ({ ehlo }: PresentedPoolRow): Text => (ehlo.kind === "name" ? text`${ehlo.name}` : prose("not known"));
const lower = (words: string) => (/^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));

function sentence(changed: readonly PoolChange[], added: number, removed: number, unchanged: number): Text {
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
  if (parts.length === 0) return text`Nothing has changed at ${count(unchanged, "address", "addresses")}.`;
  return prose(`${[...parts, `${unchanged} unchanged`].join(", ")}.`);
}

const addresses = (n: number): string => `${n} ${n === 1 ? "address" : "addresses"}`;
