import { compareReports, type VerdictChange } from "../present/compare/compare.ts";
import { silentHolders } from "../present/compare/silent-lists.ts";
import { present, presentVerdict } from "../present/present.ts";
import type { PresentedReport } from "../present/presented.ts";
import type { Report, ReportedSubject, ReportedVerdict } from "../report/report.ts";
import { focusOf } from "./focus.ts";
import type { Until } from "./until.ts";

/** A verdict as a watch keeps it: its words are found again from these, as those of a report are. */
export type SeenVerdict = Pick<ReportedVerdict, "subject" | "signal" | "group" | "status" | "outcome" | "evidence">;

/** What a watch knows from its looks so far. */
export interface Memory {
  /** The last answer of each signal; one that got none is the one before. */
  readonly known: readonly SeenVerdict[];
  readonly subjects: readonly ReportedSubject[];
  readonly rulesVersion: string;
  /** How many looks in a row got no answer, by subject and signal. */
  readonly silent: Readonly<Record<string, number>>;
}

/** Something that a look saw and the one before did not. Codes and evidence; the words come on reading. */
export type Sight =
  | { readonly kind: "seen"; readonly verdict: SeenVerdict }
  | { readonly kind: "first"; readonly failed: number; readonly warnings: number }
  | {
      readonly kind: "changed";
      readonly changes: readonly { readonly before: SeenVerdict; readonly after: SeenVerdict }[];
    };

/** What stands in the list of a watch: what looks saw, and what became of it otherwise. */
export type Noted = Sight | { readonly kind: "expired" | "stopped" | "renewed" };

/** What a look comes to. */
export interface LookJudgement {
  readonly memory: Memory;
  readonly sights: readonly Sight[];
  /** Whether anything answers otherwise than before; never true of the first look, or of silence. */
  readonly changed: boolean;
  /** Whether what was waited for is so now. */
  readonly met: boolean;
}

/** A silence that lasts for so many looks is told; a single lost packet is not. */
const SILENT_LOOKS = 3;
/** As much of the evidence of one verdict as is kept, in values and in characters of each. */
const [MOST_VALUES, MOST_CHARACTERS] = [12, 255];

/**
 * Judges a look by what is known from the ones before. Pure. Silence changes nothing: a signal without an answer is what
 * it was, and what was waited for is not met by it.
 */
export function judgeLook(until: Until, before: Memory | undefined, report: Report): LookJudgement {
  return focusOf(until) ? judgeLight(until, before, report) : judgeWhole(before, report);
}

function judgeLight(until: Until, before: Memory | undefined, report: Report): LookJudgement {
  const known = new Map((before?.known ?? []).map((verdict) => [keyOf(verdict), verdict]));
  const silent: Record<string, number> = {};
  const sights: SeenVerdict[] = [];
  const moved: SeenVerdict[] = [];
  for (const judged of report.verdicts) {
    const verdict = kept(judged);
    const key = keyOf(verdict);
    const was = known.get(key);
    // A listing is over when its own list says so.
    if (verdict.status === "unknown" || (was && silentHolders(was.evidence, judged.evidence).length > 0)) {
      const times = (before?.silent[key] ?? 0) + 1;
      silent[key] = times;
      if (!before || times === SILENT_LOOKS) sights.push(verdict);
      continue;
    }
    known.set(key, verdict);
    if (was && markOf(was) === markOf(verdict)) continue;
    sights.push(verdict);
    if (was) moved.push(verdict);
  }
  const told = sights.filter((verdict) => verdict.status !== "skipped" || !isExplained(verdict, sights));
  return {
    memory: { ...memoryOf(report), known: [...known.values()], silent },
    sights: told.map((verdict) => ({ kind: "seen", verdict })),
    changed: moved.length > 0,
    met: until === "ptr" ? moved.some(({ outcome }) => outcome === "named") : holds(until, report, silent),
  };
}

/** What another signal owns is not said twice. */
const isExplained = (skipped: SeenVerdict, all: readonly SeenVerdict[]): boolean =>
  all.some(({ subject, status }) => subject === skipped.subject && status !== "skipped");

/**
 * Whether every verdict that decides is as it should be; where none could be judged, or a host may have another address,
 * nothing is known to be so.
 */
function holds(until: Until, { verdicts, ended }: Report, silent: Memory["silent"]): boolean {
  const decides = [...(focusOf(until)?.decides ?? []), "host-addresses"];
  const deciding = verdicts.filter(({ signal }) => decides.includes(signal));
  const isKnown = deciding.every((verdict) => silent[keyOf(verdict)] === undefined);
  const judged = deciding.filter(({ signal }) => signal !== "host-addresses");
  return ended === "complete" && isKnown && judged.length > 0 && judged.every(isGood);
}

/** A list of whole networks says nothing about this server, and nobody can have it end. */
const isGood = ({ status, outcome }: ReportedVerdict): boolean => status === "pass" || outcome === "listed-broad";

/** The evidence that makes an answer another one under the same outcome. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  "reverse-dns": ["ptr", "target"],
  fcrdns: ["confirmed", "name", "addresses"],
  "resolver-agreement": ["answer", "behind"],
  dnsbl: ["listed"],
  "dnsbl-domain": ["listed"],
};
const markOf = ({ signal, outcome, evidence }: SeenVerdict): string =>
  JSON.stringify([outcome, ...(MARKS[signal] ?? []).map((key) => [...(evidence[key] ?? [])].sort())]);

function judgeWhole(before: Memory | undefined, report: Report): LookJudgement {
  const answered = report.verdicts.map(bare).filter(({ status }) => status !== "unknown");
  const current = { ...memoryOf(report), silent: {} };
  // By other rules the same facts may be judged otherwise: that is no change of theirs.
  if (!before || before.rulesVersion !== report.rulesVersion) {
    const count = (wanted: string) => report.verdicts.filter(({ status }) => status === wanted).length;
    const first: Sight = { kind: "first", failed: count("fail"), warnings: count("warn") };
    return { memory: { ...current, known: answered }, sights: before ? [] : [first], changed: false, met: false };
  }
  const after = present(report, { id: "", url: "" });
  const changes = compareReports(asReport(before, after), after).changed.flatMap(bothSides);
  const now = new Map([...before.known, ...answered].map((verdict) => [keyOf(verdict), verdict]));
  return {
    memory: { ...current, known: [...now.values()] },
    sights: changes.length > 0 ? [{ kind: "changed", changes }] : [],
    changed: changes.length > 0,
    met: changes.length > 0,
  };
}

/** What is known, as the earlier one of two reports. */
const asReport = ({ known, subjects }: Memory, like: PresentedReport): PresentedReport => ({
  ...like,
  subjects,
  verdicts: known.map((verdict) => presentVerdict(verdict, [])),
  lookups: [],
  sessions: [],
});

/** A verdict that is there on one side alone tells of our look and not of the server. */
function bothSides({ before, after }: VerdictChange): { before: SeenVerdict; after: SeenVerdict }[] {
  return before && after ? [{ before: bare(before), after: bare(after) }] : [];
}

const memoryOf = ({ subjects, rulesVersion }: Report): Pick<Memory, "subjects" | "rulesVersion"> => ({
  subjects,
  rulesVersion,
});

const keyOf = ({ subject, signal }: Pick<SeenVerdict, "subject" | "signal">): string => `${subject} ${signal}`;

const bare = ({ subject, signal, group, status, outcome }: Omit<SeenVerdict, "evidence">): SeenVerdict => ({
  ...{ subject, signal, group, status, outcome },
  evidence: {},
});

const kept = ({ evidence, ...verdict }: ReportedVerdict): SeenVerdict => ({
  ...bare(verdict),
  evidence: Object.fromEntries(
    Object.entries(evidence).map(([key, values]) => [
      key,
      values.slice(0, MOST_VALUES).map((value) => value.slice(0, MOST_CHARACTERS)),
    ]),
  ),
});
