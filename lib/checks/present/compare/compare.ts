import type { Status } from "../../define/signal.ts";
import type { PresentedReport, PresentedVerdict } from "../presented.ts";
import { type Facts, factsOf, NO_RECORD } from "./facts.ts";
import { silentHolders } from "./silent-lists.ts";
import { pairSubjects } from "./subjects.ts";

/** What became of a verdict. `other` is a change that is neither for the better nor for the worse. */
export type Turn = "worse" | "better" | "other" | "appeared" | "gone";

/** One signal of one subject in two reports; a side is missing where the signal was not judged there. */
export interface VerdictPair {
  /** The subject, as "before → after" where it is called otherwise now. */
  readonly subject: string;
  readonly signal: string;
  readonly title: string;
  readonly before: PresentedVerdict | undefined;
  readonly after: PresentedVerdict | undefined;
}
export interface VerdictChange extends VerdictPair {
  readonly turn: Turn;
}

/** Something observed, in two reports. A side is undefined where nobody asked, empty where there was nothing. */
export interface FactPair {
  /** What was asked or looked at: "mail.example.com A", "203.0.113.10 EHLO". */
  readonly what: string;
  readonly before: readonly string[] | undefined;
  readonly after: readonly string[] | undefined;
  /** There was no answer on at least one side. */
  readonly silent: boolean;
}

/** Two reports side by side. */
export interface Comparison {
  /** Verdicts of another status or outcome, known in both, the worse ones first. */
  readonly changed: readonly VerdictChange[];
  /** Could not be checked in one of the two, or for other reasons in each: whether anything changed is not known. */
  readonly notKnown: readonly VerdictPair[];
  /** The same verdict for another reason: other evidence. */
  readonly otherEvidence: readonly VerdictPair[];
  readonly same: readonly VerdictPair[];
  /** What was observed in both and is not the same. */
  readonly facts: readonly FactPair[];
  /** What was asked in both and had no answer in one of them. */
  readonly unanswered: readonly FactPair[];
  /** What was observed in one of the two alone. */
  readonly oneSided: readonly FactPair[];
  readonly sameFacts: number;
  readonly sameTarget: boolean;
  /** Whether verdicts were made by the same rules: if not, a change may be one of the rules. */
  readonly sameRules: boolean;
}

/** Compares two finished reports, the earlier one first. Pure; different targets may be compared, too. */
export function compareReports(before: PresentedReport, after: PresentedReport): Comparison {
  const subjects = pairSubjects(before.subjects, after.subjects);
  const pairs = pairVerdicts(before.verdicts, after.verdicts, subjects);
  const lacking = { before: mayLackSubjects(before), after: mayLackSubjects(after) };
  const isKept = new Set([...subjects].flat());
  /** Of a server that one report alone has: the other one may not have found it, or had no room for it. */
  const isNotFound = ({ before: was, after: is }: VerdictPair): boolean =>
    (!was && lacking.before && !isKept.has(is?.subject ?? "")) ||
    (!is && lacking.after && !isKept.has(was?.subject ?? ""));
  const changed = pairs.flatMap((pair) => {
    const turn = isNotFound(pair) ? undefined : turnOf(pair);
    return turn ? [{ ...pair, turn }] : [];
  });
  const steady = pairs.filter(isSame);
  const facts = pairFacts(factsOf(before), factsOf(after));
  const twoSided = facts.filter((fact) => fact.before && fact.after);
  const moved = twoSided.filter((fact) => !sameValues(fact.before, fact.after));
  const isOpen = (fact: FactPair): boolean =>
    fact.silent ||
    (isCut(before) && isPartOf(fact.before, fact.after)) ||
    (isCut(after) && isPartOf(fact.after, fact.before));
  return {
    changed: changed.toSorted((a, b) => TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn)),
    notKnown: pairs.filter((pair) => !isSame(pair) && (isNotKnown(pair) || isNotFound(pair))),
    otherEvidence: steady.filter((pair) => !sameEvidence(pair)),
    same: steady.filter(sameEvidence),
    facts: moved.filter((fact) => !isOpen(fact)),
    unanswered: moved.filter(isOpen),
    oneSided: facts.filter((fact) => !fact.before || !fact.after),
    sameFacts: twoSided.length - moved.length,
    sameTarget: before.path === after.path && sameClaims(before, after),
    sameRules: before.rulesVersion === after.rulesVersion,
  };
}

/** The signals whose lookups find the servers of a report: while one of them is open there may be more. */
const FINDING: Readonly<Record<PresentedReport["target"]["kind"], readonly string[]>> = {
  address: [],
  host: ["host-addresses"],
  domain: ["mx", "spf-senders"],
};

function mayLackSubjects({ target, ended, leftOut, verdicts }: PresentedReport): boolean {
  const finding = FINDING[target.kind];
  if (finding.length === 0) return false;
  const isOpen = verdicts.some(({ signal, status }) => status === "unknown" && finding.includes(signal));
  return isOpen || (ended ?? "complete") !== "complete" || (leftOut?.addresses ?? 0) > 0;
}

const TURNS: readonly Turn[] = ["worse", "better", "other", "appeared", "gone"];

/** How bad a status is for the server; `skipped` says nothing about it. */
const WEIGHT: Readonly<Partial<Record<Status, number>>> = { pass: 0, info: 0, warn: 1, fail: 2 };

const isSame = ({ before, after }: VerdictPair): boolean =>
  before?.status === after?.status && before?.outcome === after?.outcome;

/** What could not be checked tells of that look, and not of a change; nor does a listing of a list that kept silent. */
function isNotKnown({ before, after }: VerdictPair): boolean {
  if (!before || !after) return false;
  if (before.status === "unknown" || after.status === "unknown") return true;
  const [was, is] = [WEIGHT[before.status] ?? 0, WEIGHT[after.status] ?? 0];
  return (
    (was >= is && silentHolders(before.evidence, after.evidence).length > 0) ||
    (is >= was && silentHolders(after.evidence, before.evidence).length > 0)
  );
}

function turnOf(pair: VerdictPair): Turn | undefined {
  const { before, after } = pair;
  if (!before) return "appeared";
  if (!after) return "gone";
  if (isSame(pair) || isNotKnown(pair)) return undefined;
  const [was, is] = [WEIGHT[before.status], WEIGHT[after.status]];
  if (was === undefined || is === undefined || was === is) return "other";
  return is > was ? "worse" : "better";
}

function pairVerdicts(
  before: readonly PresentedVerdict[],
  after: readonly PresentedVerdict[],
  subjects: ReadonlyMap<string, string>,
): VerdictPair[] {
  const earlier = new Map(
    before.map((verdict) => [keyOf(subjects.get(verdict.subject) ?? verdict.subject, verdict), verdict]),
  );
  const named = new Map([...subjects].map(([was, is]) => [is, was]));
  const present: VerdictPair[] = after.map((verdict) => {
    const key = keyOf(verdict.subject, verdict);
    const was = named.get(verdict.subject) ?? verdict.subject;
    const pair = pairOf(was === verdict.subject ? was : `${was} → ${verdict.subject}`, earlier.get(key), verdict);
    earlier.delete(key);
    return pair;
  });
  return [...present, ...[...earlier.values()].map((verdict) => pairOf(verdict.subject, verdict, undefined))];
}

const keyOf = (subject: string, { signal }: PresentedVerdict): string => `${subject} ${signal}`;

function pairOf(
  subject: string,
  before: PresentedVerdict | undefined,
  after: PresentedVerdict | undefined,
): VerdictPair {
  const { signal = "", title = "" } = after ?? before ?? {};
  return { subject, signal, title, before, after };
}

/** Evidence that moves with the clock: it is another one in every report, and says nothing. */
const CLOCKED = new Set(["waited", "days"]);

function sameEvidence({ before, after }: VerdictPair): boolean {
  const keys = new Set([...Object.keys(before?.evidence ?? {}), ...Object.keys(after?.evidence ?? {})]);
  return [...keys].every((key) => CLOCKED.has(key) || sameValues(before?.evidence[key], after?.evidence[key]));
}

function pairFacts(before: Facts, after: Facts): FactPair[] {
  const whats = new Set([...after.keys(), ...before.keys()]);
  return [...whats].map((what) => {
    const [was, is] = [before.get(what), after.get(what)];
    return { what, before: was?.values, after: is?.values, silent: [was, is].some((fact) => fact?.silent) };
  });
}

/** Whether our own limit left out some of the records that were answered. */
const isCut = ({ leftOut }: PresentedReport): boolean => (leftOut?.octets ?? 0) > 0;

/** Whether an answer may be what is left of the other one. */
const isPartOf = (one: readonly string[] = [], whole: readonly string[] = []): boolean =>
  one.every((value) => value === NO_RECORD || whole.includes(value));

/** The order of records and of servers means nothing. */
function sameValues(a: readonly string[] = [], b: readonly string[] = []): boolean {
  const [some, others] = [a.toSorted(), b.toSorted()];
  return some.length === others.length && some.every((value, i) => value === others[i]);
}

const sameClaims = (a: PresentedReport, b: PresentedReport): boolean =>
  JSON.stringify(claimsOf(a)) === JSON.stringify(claimsOf(b));
const claimsOf = ({ target: { claims } }: PresentedReport) => [claims.from, claims.helo, claims.selectors.toSorted()];
