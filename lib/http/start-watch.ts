import { log } from "../service/log.ts";
import { countRefusal } from "../service/metrics.ts";
import { isUnavailable } from "../service/store/unavailable.ts";
import { readWatch, type StartedWatch, startWatch, type WatchFields } from "../service/watches/start-watch.ts";
import { clientOf, originOf } from "./headers.ts";
import { type ProblemCode, retryAfter } from "./problem.ts";
import { type FieldProblem, fieldProblems, takeAllowance } from "./start.ts";

type WatchStarting =
  | { readonly ok: true; readonly started: StartedWatch; readonly headers: Headers }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly problems: readonly FieldProblem[];
      readonly headers: Headers;
    };

/** Reads what is asked for, takes its first look from the asker's allowance, and starts it: the one way in for form and API. */
export async function startWatchOf(request: Request, fields: WatchFields): Promise<WatchStarting> {
  const client = clientOf(request.headers);
  const { allowed, headers } = await takeAllowance(client);
  if (!allowed) return refuse("too-fast", headers);
  const reading = await readWatch(fields);
  if (!reading.ok) {
    const code = reading.problems.some(({ field }) => field === "target") ? "invalid-target" : "invalid-watch";
    return { ok: false, code, problems: fieldProblems(reading.problems), headers };
  }
  const asked = { client, origin: originOf(request.headers), report: fields.report };
  const started = await startWatch(reading, asked).catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    log().error(`a watch could not be written down: ${String(error)}`);
    return "unavailable" as const;
  });
  if (typeof started !== "string") return { ok: true, started, headers };
  const code = ({ own: "too-many-watches", full: "full-of-watches", unavailable: "unavailable" } as const)[started];
  for (const [name, value] of retryAfter(code)) headers.set(name, value);
  return refuse(code, headers);
}

function refuse(code: ProblemCode, headers: Headers): WatchStarting {
  countRefusal(code);
  return { ok: false, code, problems: [], headers };
}
