import { reportJson } from "../present/export/json.ts";
import { present } from "../present/present.ts";
import type { Report } from "../report/report.ts";

/** How much of each thing is kept: octets of a text, entries of a list, questions, whether exhibits stay. */
interface Measure {
  readonly text: number;
  readonly list: number;
  readonly lookups: number;
  readonly exhibits: boolean;
}

/** Tried in turn. Only reports about somebody who means us harm, or nobody good, ever need the first. */
const MEASURES: readonly Measure[] = [
  { text: 2048, list: 128, lookups: 1000, exhibits: true },
  { text: 512, list: 32, lookups: 400, exhibits: true },
  { text: 255, list: 8, lookups: 200, exhibits: true },
  { text: 255, list: 4, lookups: 200, exhibits: false },
  { text: 128, list: 2, lookups: 100, exhibits: false },
  { text: 80, list: 1, lookups: 0, exhibits: false },
];

/** So long an address has to be expected before a report in what we hand out; it is not known here. */
const SOMEWHERE = { id: "x".repeat(32), url: `https://${"x".repeat(100)}` };

/** What is far below the limit as it is stored is not measured with all its words. */
const SURELY_FITS = 1 / 12;

/**
 * The report, cut so that neither what is stored nor what programs are handed is larger than `limit` octets. Verdicts
 * stay, whatever happens; evidence goes, the longest first, and what went is counted in `leftOut.octets`.
 */
export function fitReport(report: Report, limit: number): Report {
  const before = octetsOf(report);
  if (fits(report, before, limit)) return report;
  let cut = report;
  for (const measure of MEASURES) {
    cut = reduced(report, measure);
    const after = octetsOf(cut);
    cut = withLeftOut(cut, before - after);
    if (fits(cut, after, limit)) break;
  }
  return cut;
}

function fits(report: Report, octets: number, limit: number): boolean {
  if (octets > limit) return false;
  return octets < SURELY_FITS * limit || octetsOf(reportJson(present(report, SOMEWHERE))) <= limit;
}

const octetsOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function withLeftOut(report: Report, octets: number): Report {
  const { addresses = 0, sessions = 0, connections = 0, questions = 0, octets: already = 0 } = report.leftOut ?? {};
  return { ...report, leftOut: { addresses, sessions, connections, questions, octets: already + octets } };
}

function reduced(report: Report, measure: Measure): Report {
  const cut = <T>(value: T): T => shortened(value, measure) as T;
  return {
    ...report,
    verdicts: report.verdicts.map(({ exhibit, ...verdict }) => ({
      ...verdict,
      evidence: cut(verdict.evidence),
      ...(exhibit && measure.exhibits ? { exhibit: cut(exhibit) } : {}),
    })),
    receivers: report.receivers.map((outlook) => ({ ...outlook, evidence: cut(outlook.evidence) })),
    remedies: report.remedies.map((remedy) => ({ ...remedy, owners: cut(remedy.owners), ptr: cut(remedy.ptr) })),
    lookups: report.lookups.slice(0, measure.lookups).map((lookup) => ({ ...lookup, records: cut(lookup.records) })),
    sessions: report.sessions.map(({ address, ...session }) => ({ address, ...cut(session) })),
  };
}

/** The same with every text and every list in it no longer than the measure. */
function shortened(value: unknown, measure: Measure): unknown {
  if (typeof value === "string") return value.length > measure.text ? `${value.slice(0, measure.text)}…` : value;
  if (Array.isArray(value)) return value.slice(0, measure.list).map((each) => shortened(each, measure));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each, measure)]));
}
