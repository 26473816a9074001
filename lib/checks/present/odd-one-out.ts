import type { Status } from "../define/signal.ts";
import type { PresentedReport, PresentedVerdict } from "./presented.ts";

/** A signal on which some addresses of a host are judged unlike most of its others. */
export interface OddOneOut {
  readonly signal: string;
  readonly title: string;
  /** The ones that differ. */
  readonly subjects: readonly string[];
  readonly status: Status;
  /** How the others are judged. */
  readonly others: Status;
}

const SEVERITY: readonly Status[] = ["pass", "info", "skipped", "unknown", "warn", "fail"];

/**
 * Where servers of one report differ: the signals whose status is not the same for all of them, with the smaller side
 * named; where the sides are equal, the worse one. Most serious first.
 */
export function oddOnesOut({ subjects, verdicts }: Pick<PresentedReport, "subjects" | "verdicts">): OddOneOut[] {
  const servers = new Set(subjects.filter(({ address }) => address).map(({ id }) => id));
  const bySignal = Map.groupBy(
    verdicts.filter(({ subject }) => servers.has(subject)),
    ({ signal }) => signal,
  );
  return [...bySignal.values()]
    .flatMap((judged) => oddOneOut(judged) ?? [])
    .toSorted((a, b) => SEVERITY.indexOf(b.status) - SEVERITY.indexOf(a.status));
}

function oddOneOut(judged: readonly PresentedVerdict[]): OddOneOut | undefined {
  const sides = [...Map.groupBy(judged, ({ status }) => status)].toSorted(
    ([a, some], [b, others]) => some.length - others.length || SEVERITY.indexOf(b) - SEVERITY.indexOf(a),
  );
  const [odd, ...rest] = sides;
  const most = rest.at(-1);
  const first = odd?.[1][0];
  if (!odd || !most || !first) return undefined;
  return {
    signal: first.signal,
    title: first.title,
    subjects: odd[1].map(({ subject }) => subject),
    status: odd[0],
    others: most[0],
  };
}
