import type { Managed } from "../service/watches/end-watch.ts";
import { readWatchAt } from "../service/watches/read-watch.ts";
import { clientOf, originOf } from "./headers.ts";
import { jsonResponse } from "./json.ts";
import { makerTokenIn } from "./maker-token.ts";
import { type ProblemCode, problem, retryAfter } from "./problem.ts";
import { isFromHere } from "./same-site.ts";
import { watchJson } from "./watch-json.ts";

/** The problem that says why a watch could not be stopped or renewed. */
export const MANAGED = {
  over: "watch-over",
  own: "too-many-watches",
  full: "full-of-watches",
  forbidden: "watch-forbidden",
  gone: "watch-gone",
  unknown: "not-found",
} as const satisfies Readonly<Record<Exclude<Managed, "done">, ProblemCode>>;

/** Does something to a watch for the program that has its token, and answers with the watch as it is then. */
export async function manageWatch(
  id: string,
  request: Request,
  manage: (id: string, token: string | undefined, client: string) => Promise<Managed>,
): Promise<Response> {
  const { headers } = request;
  if (!isFromHere(headers, originOf(headers))) return problem("cross-site");
  const managed = await manage(id, makerTokenIn(headers), clientOf(headers));
  if (managed === "done") return watchResponse(id, request);
  const more = managed === "own" || managed === "full" ? { headers: retryAfter(MANAGED[managed]) } : {};
  return problem(MANAGED[managed], more);
}

/** A watch as it stands. */
export async function watchResponse(id: string, { headers }: Request): Promise<Response> {
  const found = await readWatchAt(id, originOf(headers));
  if (found.kind !== "watch") return problem(found.kind === "gone" ? "watch-gone" : "not-found");
  return jsonResponse(watchJson(found.watch), { headers: { "cache-control": "no-store" } });
}
