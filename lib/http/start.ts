import { plain, type ReportContext, type Target, type Text } from "../checks/index.ts";
import { type Allowance, takeCheck } from "../service/limits.ts";
import { admit } from "../service/live/admission.ts";
import { type Started, startCheck } from "../service/live/checks.ts";
import type { Repeated } from "../service/live/repeats.ts";
import { log } from "../service/log.ts";
import { countRefusal } from "../service/metrics.ts";
import { type AskFields, readAsk } from "../service/request.ts";
import { ownGuardKnown, vantage } from "../service/service-vantage.ts";
import { isUnavailable } from "../service/store/unavailable.ts";
import { clientOf } from "./headers.ts";
import { type ProblemCode, RETRY_SECONDS, retryAfter } from "./problem.ts";

/** One thing that is wrong with a field, in words. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly says: string;
  /** What could be put in instead. */
  readonly choices?: readonly string[];
}

type SaidProblem = Omit<FieldProblem, "says"> & { readonly says: Text };

/** What is wrong with the fields, as the API says it. */
export const fieldProblems = (problems: readonly SaidProblem[]): FieldProblem[] =>
  problems.map(({ says, ...problem }) => ({ ...problem, says: plain(says) }));

/** The members of a problem that say it: the first sentence, what the target could be instead, and all in a row. */
export function problemMembers(problems: readonly FieldProblem[]) {
  const [first] = problems;
  const choices = problems.find(({ field }) => field === "target")?.choices;
  return first ? { detail: first.says, ...(choices ? { choices } : {}), problems } : {};
}

export type Starting =
  | {
      readonly ok: true;
      readonly started: Started;
      /** The report of a moment ago, where nothing was started because of it. */
      readonly repeated?: Repeated;
      readonly headers: Headers;
    }
  | {
      readonly ok: false;
      readonly code: ProblemCode & ("invalid-target" | "too-fast" | "too-many" | "unavailable" | "full");
      readonly problems: readonly FieldProblem[];
      readonly headers: Headers;
    };

/** How old a report is that is shown instead of a new check, and when the same can be checked again; both in seconds. */
const REPORT_AGE = "nameplate-report-age";
const AGAIN_IN = "nameplate-check-again-in";

/** Reads what is asked for, takes it from the asker's allowance, and starts it: the one way in for form and API. */
export async function start(request: Request, fields: AskFields, context?: ReportContext): Promise<Starting> {
  await ownGuardKnown();
  const reading = readAsk(fields, vantage());
  if (!reading.ok) {
    return { ok: false, code: "invalid-target", problems: fieldProblems(reading.problems), headers: new Headers() };
  }
  const begun = await begin(clientOf(request.headers), reading.target, context).catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    log().error(`a check could not be written down: ${String(error)}`);
    return { ok: false, code: "unavailable", problems: [], headers: retryAfter("unavailable") } as const;
  });
  if (!begun.ok) countRefusal(begun.code);
  return begun;
}

/**
 * Takes a check from the client's allowance and starts it, as soon as there is a place for it; or gives the report of
 * the same check where that has just been made.
 */
async function begin(client: string, target: Target, context: ReportContext | undefined): Promise<Starting> {
  const { allowed, headers } = await takeAllowance(client);
  if (!allowed) return { ok: false, code: "too-fast", problems: [], headers };
  const started = await startCheck(target, { context, admit: () => admit(client) });
  if (typeof started === "string") {
    headers.set("retry-after", String(RETRY_SECONDS.full));
    return { ok: false, code: started === "own" ? "too-many" : "full", problems: [], headers };
  }
  const { repeated } = started;
  if (!repeated) return { ok: true, started, headers };
  headers.set(REPORT_AGE, String(repeated.ageSeconds));
  headers.set(AGAIN_IN, String(repeated.againSeconds));
  return { ok: true, started, repeated, headers };
}

/**
 * Takes so many checks from a client's allowance. The fields of the answer say what is left of it, and when to come back
 * where it is used up.
 */
export async function takeAllowance(
  client: string,
  checks = 1,
): Promise<{ readonly allowed: boolean; readonly headers: Headers }> {
  const allowance = await takeCheck(client, checks);
  const headers = rateLimitFields(allowance);
  if (!allowance.allowed) headers.set("retry-after", String(allowance.resetSeconds));
  return { allowed: allowance.allowed, headers };
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
function rateLimitFields({ limit, remaining, resetSeconds }: Allowance): Headers {
  return new Headers({
    "ratelimit-policy": `"checks";q=${limit};w=60`,
    ratelimit: `"checks";r=${remaining};t=${resetSeconds}`,
  });
}
