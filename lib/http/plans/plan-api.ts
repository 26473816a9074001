import { linesOf } from "../../service/plans/address-lines.ts";
import type { KeptInput } from "../../service/plans/plan-input.ts";
import { plans } from "../../service/plans/plan-store.ts";
import { type FoundPlan, followPlan, readPlan } from "../../service/plans/read-plan.ts";
import { readMoveFields, readPlanFields, type WishReading } from "../../service/plans/read-wish.ts";
import { vantage } from "../../service/service-vantage.ts";
import { isId } from "../../service/store/ids.ts";
import { moveRequest, planRequest } from "../api/plan-schemas.ts";
import { forAnybody } from "../cors.ts";
import { originOf } from "../headers.ts";
import { jsonResponse } from "../json.ts";
import { readJsonRequest } from "../json-request.ts";
import { langOf } from "../lang.ts";
import { makerTokenIn } from "../maker-token.ts";
import { ndjsonResponse, wantsStream } from "../ndjson.ts";
import { guarded, missing, problem } from "../problem.ts";
import { isFromHere } from "../same-site.ts";
import { roundIn } from "./page-facts.ts";
import { checkJson, moveJson, planJson } from "./plan-json.ts";
import { checkAgain, type PlanStarting, startPlan } from "./start-plan.ts";

/* What programs can do with plans and moves: the same for both, at /api/v1/plans and /api/v1/moves. */

type Kind = KeptInput["kind"];
interface WithId {
  readonly params: Promise<{ readonly id: string }>;
}

const MAX_BYTES = 256 * 1024;

/** Writes a plan down and begins its checks: 202 with its address and, once, the token that deletes it. */
export const planPost = guarded(async (request) => {
  const read = await readJsonRequest(
    request,
    planRequest,
    '{"from": "example.com", "name": "mail01.example.com", "addresses": ["203.0.113.10"]}',
    MAX_BYTES,
  );
  if (!read.ok) return read.response;
  const { from, name, helo, addresses = [], text, selectors = [], ipv6 } = read.data;
  const lines = [...addresses, ...(text === undefined ? [] : linesOf(text))];
  const fields = { from, name: name ?? helo ?? "", selectors, addresses: lines, ipv6Off: ipv6 === "off" };
  return start(request, readPlanFields(fields, vantage()));
});

/** The same for a move. */
export const movePost = guarded(async (request) => {
  const read = await readJsonRequest(
    request,
    moveRequest,
    '{"before": ["203.0.113.10"], "after": ["203.0.113.11"]}',
    MAX_BYTES,
  );
  if (!read.ok) return read.response;
  const { from = "", name, helo, before, after, selectors = [], purpose = "move" } = read.data;
  return start(
    request,
    readMoveFields({ from, name: name ?? helo ?? "", selectors, before, after, purpose }, vantage()),
  );
});

async function start(request: Request, reading: WishReading): Promise<Response> {
  if (!reading.ok) {
    const { problems } = reading;
    return problem("invalid-target", { ...(problems[0] ? { detail: problems[0].says } : {}), problems });
  }
  return started(request, reading.input.kind, await startPlan(request, reading.input));
}

async function started(request: Request, kind: Kind, starting: PlanStarting): Promise<Response> {
  const { headers } = starting;
  if (!starting.ok) return problem(starting.code, { headers });
  const { id, deleteToken } = starting;
  headers.set("location", `/api/v1/${kind}s/${id}`);
  if (deleteToken) headers.set("nameplate-delete-token", deleteToken);
  headers.set("cache-control", "no-store");
  const found = await readPlan(id, kind);
  return found.kind === "plan" ? jsonResponse(bodyOf(found, request), { status: 202, headers }) : missing(found);
}

/** A plan as it stands, or round `?round=` of it; with `Accept: application/x-ndjson` how it goes on. */
export const planGet = (kind: Kind) =>
  guarded<WithId>(async (request, { params }) => {
    const { id } = await params;
    const asked = new URL(request.url).searchParams.get("round");
    const round = roundIn(asked ?? undefined);
    const found =
      asked !== null && round === undefined ? ({ kind: "unknown" } as const) : await readPlan(id, kind, round);
    const response =
      found.kind !== "plan"
        ? missing(found)
        : wantsStream(request.headers)
          ? ndjsonResponse(lines(found, request))
          : jsonResponse(bodyOf(found, request), { headers: { "cache-control": "no-store", vary: "accept" } });
    return forAnybody(response);
  });

/** Checks the same addresses once more, under the same address. */
export const checksPost = (kind: Kind) =>
  guarded<WithId>(async (request, { params }) => {
    const { id } = await params;
    if (!isFromHere(request.headers, originOf(request.headers))) return problem("cross-site");
    const starting = await checkAgain(request, id, kind);
    return starting ? started(request, kind, starting) : missing(await readPlan(id, kind));
  });

/** Deletes a plan for good, with the reports made for it. */
export const planDelete = (kind: Kind) =>
  guarded<WithId>(async (request, { params }) => {
    const { id } = await params;
    const reading = await readPlan(id, kind);
    if (reading.kind !== "plan") return missing(reading);
    const removed = isId(id) ? await (await plans()).remove(id, makerTokenIn(request.headers) ?? "") : "unknown";
    if (removed === "removed") return new Response(null, { status: 204 });
    return removed === "forbidden" ? problem("delete-forbidden") : missing(await readPlan(id, kind));
  });

const bodyOf = (found: FoundPlan, { headers, url }: Request) =>
  (found.input.kind === "plan" ? planJson : moveJson)(found, originOf(headers), langOf(url));

/** Each address as its check goes on, a line each; at the end the whole. */
async function* lines({ id, input: { kind } }: FoundPlan, request: Request) {
  const origin = originOf(request.headers);
  const told = new Map<string, string>();
  const events = followPlan(id, kind);
  for (;;) {
    const { value, done } = await events.next();
    if (value.kind !== "plan") return;
    for (const check of value.checks) {
      const key = `${check.side} ${check.address}`;
      const now = `${check.state} ${check.report?.verdicts.length ?? 0}`;
      if (told.get(key) === now) continue;
      told.set(key, now);
      yield { check: checkJson(check, origin) };
    }
    if (!done) continue;
    yield { [kind]: bodyOf(value, request) };
    return;
  }
}
