import {
  type PresentedReport,
  plain,
  prepareCheck,
  present,
  presentVerdict,
  type ReportContext,
  reportJson,
  reportText,
  type Target,
  targetTitle,
  type Vantage,
  verdictJson,
  visible,
} from "../checks/index.ts";
import { toJson } from "../http/json.ts";
import { explain } from "../inbound/explain.ts";
import { type AskFields, readAsk } from "../service/request.ts";
import type { Arguments } from "./arguments.ts";
import { EXIT, exitOf } from "./exit.ts";
import { painted, wantsColours } from "./paint.ts";
import { createCheckProgress, createProgressLine } from "./progress.ts";
import { Refusal, type Surroundings } from "./surroundings.ts";

/** `nameplate <target>`: one check, written down. Gives the exit code. */
export async function checkCommand(args: Arguments, around: Surroundings): Promise<number> {
  if (!args.operand.trim())
    throw new Refusal("Name an address, a host name or a domain to check, as nameplate 203.0.113.10.", EXIT.usage);
  const { from, helo, selectors } = args;
  const vantage = await vantageFor(args, around);
  const ask = { target: args.operand, from, helo, selector: selectors };
  const report = await checked(targetOf(ask, vantage), vantage, args, around);
  write(args, around, report);
  return exitOf(report);
}

export const vantageFor = ({ demo }: Arguments, around: Surroundings): Promise<Vantage> =>
  demo ? around.demo() : around.vantage();

/** What is to be checked, or a refusal that says why it cannot be. */
export function targetOf(ask: AskFields, vantage: Vantage): Target {
  const reading = readAsk(ask, vantage);
  if (reading.ok) return reading.target;
  const sentences = reading.problems.map(({ field, says }) => {
    const where = field === "target" ? "" : `--${field === "selector" ? "selectors" : field}: `;
    return where + plain(says);
  });
  throw new Refusal(sentences.join("\n"), EXIT.usage);
}

/** Runs a check to its end, or to where it is stopped; verdicts are written as they come where that is asked for. */
export async function checked(
  target: Target,
  vantage: Vantage,
  { format, quiet, lang }: Arguments,
  { out, err, stop, env }: Surroundings,
  context?: ReportContext,
): Promise<PresentedReport> {
  const line = createProgressLine(err, `Checking ${visible(targetTitle(target))}`, { quiet, env });
  const progress = createCheckProgress(line);
  const check = prepareCheck(target, vantage, {
    signal: stop,
    onEvent: (event) => {
      progress(event);
      if (event.kind === "verdict" && format === "ndjson")
        writeLine(out, { verdict: verdictJson(presentVerdict(event.verdict, check.snapshot().lookups)) });
    },
  });
  const report = await check.begin().finally(line.done);
  return present({ ...report, ...(context ? { context } : {}) }, { ...NOWHERE, ...(lang ? { lang } : {}) });
}

/** The report is kept nowhere. */
const NOWHERE = { id: "", url: "" };

/** As the API has it, but for what belongs to a report that is kept. */
export const ownJson = (report: PresentedReport) => ({ ...reportJson(report), id: null, url: null });

export function write({ format }: Arguments, { out, env }: Surroundings, report: PresentedReport): void {
  switch (format) {
    case "json":
      writeLine(out, ownJson(report));
      break;
    case "ndjson":
      writeLine(out, { report: ownJson(report) });
      break;
    default: {
      const text = reportText(report, explain(report));
      const partial = report.ended === "cancelled" ? "Stopped: what follows is part of a report.\n\n" : "";
      out.write(partial + (wantsColours(out, env) ? painted(text) : text));
    }
  }
}

export const writeLine = (out: Surroundings["out"], value: unknown): void => {
  out.write(`${toJson(value)}\n`);
};
