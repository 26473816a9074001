import { LRUCache } from "lru-cache";
import { type Counts, type Headline, present, type Report } from "../../checks/index.ts";
import { shared } from "../shared.ts";
import { store } from "../store/current.ts";
import type { HistoryEntry } from "../store/store.ts";
import { readReport } from "./read-report.ts";

/** A report this old is looked at anew when somebody opens the page of its target. In milliseconds. */
export const FRESH_MS = 60_000;
/** As many earlier reports as a reader of that page looks through. */
export const LISTED = 20;

/** What a list says of a finished report. */
export interface Summary {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  readonly ended: Report["ended"];
  readonly headline: Headline;
  readonly counts: Counts;
}

/** A finished report never changes, so neither does what is said of it; whether it is still there the store knows. */
const sayings = () => shared("summaries", () => new LRUCache<string, Omit<Summary, "id" | "seenAt">>({ max: 2000 }));

/** Finished plain reports of a target, latest first: those with options, a bounce or headers are not listed anywhere. */
export async function historyOf(path: string, limit: number): Promise<Summary[]> {
  const entries = await (await store()).history(path, limit);
  const all = await Promise.all(entries.map(summaryOf));
  return all.filter((summary) => summary !== undefined);
}

/** The latest of them. */
export async function latestOf(path: string): Promise<Summary | undefined> {
  const entry = await (await store()).latest(path);
  return entry && summaryOf(entry);
}

async function summaryOf(entry: HistoryEntry): Promise<Summary | undefined> {
  const { id } = entry;
  const known = sayings().get(id);
  if (known) return { ...entry, ...known };
  const reading = await readReport(id);
  if (reading.kind !== "report") return undefined;
  const { ended, headline, counts } = present(reading.report, { id, url: "" });
  sayings().set(id, { ended, headline, counts });
  return { ...entry, ended, headline, counts };
}
