import { plain, type ReportContext } from "../checks/view.ts";
import { type Allowance, takeCheck } from "../service/limits.ts";
import { type Started, startCheck } from "../service/live/checks.ts";
import { type AskFields, type AskProblem, readAsk } from "../service/request.ts";
import { vantage } from "../service/service-vantage.ts";
import { clientOf } from "./headers.ts";
import type { ProblemCode } from "./problem.ts";

/** One thing that is wrong with a field, in words. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly says: string;
  /** What could be put in instead. */
  readonly choices?: readonly string[];
}

/** What is wrong with the fields, as the API says it. */
export const fieldProblems = (problems: readonly AskProblem[]): FieldProblem[] =>
  problems.map(({ says, ...problem }) => ({ ...problem, says: plain(says) }));

/** The members of a problem that say it: the first sentence, what the target could be instead, and all in a row. */
export function problemMembers(problems: readonly FieldProblem[]) {
  const [first] = problems;
  const choices = problems.find(({ field }) => field === "target")?.choices;
  return first ? { detail: first.says, ...(choices ? { choices } : {}), problems } : {};
}

export type Starting =
  | { readonly ok: true; readonly started: Started; readonly headers: Headers }
  | {
      readonly ok: false;
      readonly code: ProblemCode & ("invalid-target" | "too-fast" | "full");
      readonly problems: readonly FieldProblem[];
      readonly headers: Headers;
    };

/** How soon a place is free again where all are taken, in seconds: most checks take less. */
const FULL_RETRY_SECONDS = 10;

/** Reads what is asked for, takes it from the asker's allowance, and starts it: the one way in for form and API. */
export async function start(request: Request, fields: AskFields, context?: ReportContext): Promise<Starting> {
  const reading = readAsk(fields, vantage());
  if (!reading.ok) {
    return { ok: false, code: "invalid-target", problems: fieldProblems(reading.problems), headers: new Headers() };
  }
  const allowance = await takeCheck(clientOf(request.headers));
  const headers = rateLimitFields(allowance);
  if (!allowance.allowed) {
    headers.set("retry-after", String(allowance.resetSeconds));
    return { ok: false, code: "too-fast", problems: [], headers };
  }
  const started = await startCheck(reading.target, context);
  if (started === "full") {
    headers.set("retry-after", String(FULL_RETRY_SECONDS));
    return { ok: false, code: "full", problems: [], headers };
  }
  return { ok: true, started, headers };
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
function rateLimitFields({ limit, remaining, resetSeconds }: Allowance): Headers {
  return new Headers({
    "ratelimit-policy": `"checks";q=${limit};w=60`,
    ratelimit: `"checks";r=${remaining};t=${resetSeconds}`,
  });
}
