import { type PoolSource, parseClaims, plain, type RejectedLine } from "../../checks/index.ts";
import { withoutLocalParts } from "../../inbound/scrub.ts";
import { env } from "../../service/env.ts";
import { log } from "../../service/log.ts";
import { countRefusal } from "../../service/metrics.ts";
import { createPool } from "../../service/pools/start-pool.ts";
import { vantage } from "../../service/service-vantage.ts";
import { isUnavailable } from "../../service/store/unavailable.ts";
import { clientOf } from "../headers.ts";
import { RETRY_SECONDS, retryAfter } from "../problem.ts";
import { type FieldProblem, takeAllowance } from "../start.ts";

/** What somebody asks for: one of `targets` and `text`, and the options beside it; `selector` as in the form. */
export interface PoolFields {
  readonly targets?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly from?: string | undefined;
  readonly helo?: string | undefined;
  readonly selector?: readonly string[] | undefined;
}

/** The largest request: 4,096 lines of a table, in octets. */
export const MAX_POOL_BYTES = 1024 * 1024;
/** As many lines as are read. */
const MAX_LINES = 10_000;
/** As many lines as a problem names. */
const NAMED = 100;

export type PoolStarting =
  | {
      readonly ok: true;
      readonly id: string;
      /** For the maker alone: cancels and deletes. */
      readonly deleteToken: string;
      readonly headers: Headers;
    }
  | {
      readonly ok: false;
      readonly code: "invalid-target" | "too-fast" | "too-many" | "unavailable" | "full";
      /** `field` is `text`, `targets`, `from`, `helo` or `selector`. */
      readonly problems: readonly FieldProblem[];
      readonly headers: Headers;
    };

/** Reads what is asked for, takes it from the asker's allowance and starts it: the one way in for form and API. */
export async function startPool(request: Request, fields: PoolFields): Promise<PoolStarting> {
  const started = await begin(clientOf(request.headers), fields).catch((error: unknown): PoolStarting => {
    if (!isUnavailable(error)) throw error;
    log().error(`a pool could not be written down: ${String(error)}`);
    return { ok: false, code: "unavailable", problems: [], headers: retryAfter("unavailable") };
  });
  if (!started.ok && started.code !== "invalid-target") countRefusal(started.code);
  return started;
}

async function begin(client: string, fields: PoolFields): Promise<PoolStarting> {
  const { zones = [], isOptedOut } = vantage();
  const source = sourceOf(fields);
  const { claims, problems: wrong } = parseClaims(fields, { zones });
  const problems: FieldProblem[] = [
    ...("field" in source ? [source] : []),
    ...(["from", "helo", "selector"] as const).flatMap((field) => {
      const problem = wrong[field];
      return problem ? [{ field, code: problem.code, says: plain(problem.says) }] : [];
    }),
    ...(claims.from && isOptedOut?.(claims.from) ? [{ field: "from", code: "opted-out", says: OPTED_OUT }] : []),
  ];
  if (problems.length > 0 || "field" in source)
    return { ok: false, code: "invalid-target", problems, headers: new Headers() };

  const { allowed, headers } = await takeAllowance(client);
  if (!allowed) return { ok: false, code: "too-fast", problems: [], headers };
  const started = await createPool(client, source, claims);
  switch (started.kind) {
    case "started":
      return { ok: true, id: started.id, deleteToken: started.deleteToken, headers };
    case "nothing":
      return { ok: false, code: "invalid-target", problems: nothing(source, started.rejected), headers };
    case "own":
    case "full":
      headers.set("retry-after", String(RETRY_SECONDS.full));
      return { ok: false, code: started.kind === "own" ? "too-many" : "full", problems: [], headers };
  }
}

const OPTED_OUT = "The holder of this domain asked this service not to look at it.";

/** What is to be read. Local parts of e-mail addresses go no further than this. */
function sourceOf({ targets, text }: PoolFields): PoolSource | FieldProblem {
  const hasText = text !== undefined && text.trim() !== "";
  const hasTargets = targets !== undefined && targets.length > 0;
  if (hasText && hasTargets)
    return { field: "text", code: "several", says: "Put in either targets or text, and not both." };
  if (hasTargets) return { targets: targets.map(withoutLocalParts) };
  const field = targets === undefined ? "text" : "targets";
  if (!hasText)
    return { field, code: "empty", says: "Put in addresses, ranges, host names or a domain, one on each line." };
  if (text.split("\n", MAX_LINES + 1).length > MAX_LINES)
    return { field, code: "too-long", says: `That has more than ${MAX_LINES} lines; put in as many at most.` };
  return { text: withoutLocalParts(text) };
}

/** Why there is nothing to look at: each line by its number, in one sentence. */
function nothing(source: PoolSource, rejected: readonly RejectedLine[]): FieldProblem[] {
  const field = "targets" in source ? "targets" : "text";
  if (rejected.length === 0)
    return [{ field, code: "empty", says: "There is no address and no name in it; put in one on each line." }];
  return rejected.slice(0, NAMED).map(({ line, why }) => ({ field, code: "line", says: `Line ${line}: ${why}` }));
}

/** Why a network may have no other pool now. */
export const tooManyPools = (): string => `One network may have only ${env().poolsAtOnce} pools running at once.`;
