import { prose, type Text, text } from "../../net/safe-text.ts";
import type { Report } from "../../report/report.ts";
import { present } from "../present.ts";
import { receiverCounts } from "../receiver-counts.ts";
import { type ChecklistLine, checklist } from "./checklist.ts";
import { type Confirmation, confirmations } from "./confirmations.ts";
import { type HandOverRow, handOver } from "./hand-over.ts";
import type { CheckedAddress, PlanInput, SeenAddress } from "./sending-input.ts";
import type { Tick } from "./tick.ts";
import { type ZoneSnippet, zoneSnippets } from "./zone-snippet.ts";

/** Whether what can be seen from outside is in place. */
export type Readiness = "ready" | "not-ready" | "unknown";

/** A plan with its words: pure, made anew from the reports of its addresses whenever it is read. */
export interface SendingPlan {
  readonly input: PlanInput;
  readonly readiness: Readiness;
  readonly says: Text;
  readonly because: Text;
  readonly counts: { readonly done: number; readonly of: number };
  readonly lines: readonly ChecklistLine[];
  readonly confirmations: readonly Confirmation[];
  readonly snippets: readonly ZoneSnippet[];
  readonly handOver: readonly HandOverRow[];
  /** What receivers would do with mail from each address, in one line. */
  readonly receivers: readonly { readonly address: string; readonly report: string; readonly says: string }[];
}

/** Where a plan is read. */
export interface ReadAt {
  /** Of the page that it is on. */
  readonly url: string;
  /** Of the reports, from their ids. */
  readonly reportUrl: (id: string) => string;
  /** The language of ticket texts. */
  readonly lang?: string;
}

/** Assembles the plan from the reports of its addresses. */
export function sendingPlan(input: PlanInput, checked: readonly CheckedAddress[], at: ReadAt): SendingPlan {
  const seen = seenAddresses(checked, at);
  const lines = checklist(checked, seen, input);
  const needed = lines.filter(({ tick }) => tick !== "not-needed");
  const done = needed.filter(({ tick }) => tick === "done").length;
  return {
    input,
    ...answer(lines, seen),
    counts: { done, of: needed.length },
    lines,
    confirmations: confirmations(input),
    snippets: zoneSnippets(seen, input, checked.length - seen.length),
    handOver: handOver(seen, input, { url: at.url, ...(at.lang ? { lang: at.lang } : {}) }),
    receivers: seen.map(({ address, id, report }) => ({ address, report: id, says: receiverCounts(report.receivers) })),
  };
}

/** The addresses whose checks are over, each with its report in words. */
export function seenAddresses(checked: readonly CheckedAddress[], { reportUrl, lang }: ReadAt): readonly SeenAddress[] {
  return checked.flatMap(({ address, id, report }) =>
    id !== undefined && report?.state === "done"
      ? [{ address, id, raw: report, report: presentAt(report, id, reportUrl(id), lang) }]
      : [],
  );
}

const presentAt = (report: Report, id: string, url: string, lang: string | undefined) =>
  present(report, { id, url, ...(lang ? { lang } : {}) });

const OPEN: readonly Tick[] = ["open", "waits"];

/** The plan in two sentences. Silence is never readiness. */
function answer(
  lines: readonly ChecklistLine[],
  seen: readonly SeenAddress[],
): Pick<SendingPlan, "readiness" | "says" | "because"> {
  const of = (...ticks: readonly Tick[]) => lines.filter(({ tick }) => ticks.includes(tick));
  const missing = of("missing");
  const improve = of("improve");
  const unknown = of("unknown");
  const open = of(...OPEN);
  if (missing.length > 0) {
    const failing = seen.find(({ report }) => report.headline.status === "fail");
    return {
      readiness: "not-ready",
      says: text`Not ready yet: ${prose(listed(missing.map(({ noun }) => noun)))} ${prose(missing.length === 1 ? "has" : "have")} to be put right.`,
      because: failing ? failing.report.headline.because : [],
    };
  }
  if (unknown.length > 0)
    return {
      readiness: "unknown",
      says: text`Not known yet: ${prose(listed(unknown.map(({ noun }) => noun)))} could not be checked.`,
      because: prose("That says nothing about the server. Check again in a few minutes."),
    };
  const rest = [...improve, ...open];
  if (rest.length > 0)
    return {
      readiness: "not-ready",
      says: text`Almost ready: ${prose(listed(rest.map(({ noun }) => noun)))} ${prose(rest.length === 1 ? "is" : "are")} still open.`,
      because: prose("No receiver refuses mail because of that by a published rule that we know."),
    };
  return {
    readiness: "ready",
    says: prose("Ready, as far as can be seen from outside."),
    because: prose(
      "What only you can confirm is in the list beside. An address without history still has to be warmed up.",
    ),
  };
}

/** As many as a sentence names. */
const NAMED = 4;

function listed(nouns: readonly string[]): string {
  const shown =
    nouns.length > NAMED ? [...nouns.slice(0, NAMED - 1), `${nouns.length - NAMED + 1} other points`] : nouns;
  return shown.join(", ").replace(/, ([^,]*)$/, " and $1");
}
