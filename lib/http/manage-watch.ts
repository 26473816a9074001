import type { Managed } from "../service/watches/end-watch.ts";
import { readWatchAt } from "../service/watches/read-watch.ts";
import { clientOf, originOf } from "./headers.ts";
import { jsonResponse } from "./json.ts";
import { makerTokenIn } from "./maker-token.ts";
import { type Link, plainPage } from "./plain-page.ts";
import { type ProblemCode, problem, problemStatus, problemTitle, retryAfter } from "./problem.ts";
import { isFromHere } from "./same-site.ts";
import { tooBusyPage } from "./started-page.ts";
import { watchJson } from "./watch-json.ts";

/** The problem that says why a watch could not be stopped or renewed. */
const MANAGED = {
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
  return problem(MANAGED[managed], isForNow(managed) ? { headers: retryAfter(MANAGED[managed]) } : {});
}

/** The same to people, why it could not be done; `page` is the watch's. */
export function managedPage(managed: Exclude<Managed, "done">, page: Link): Response {
  if (isForNow(managed)) return tooBusyPage({ code: MANAGED[managed], headers: retryAfter(MANAGED[managed]) }, page);
  const code = MANAGED[managed];
  return plainPage(problemTitle(code), page, { status: problemStatus(code) });
}

/** Whether it can be done once other watches have ended. */
const isForNow = (managed: Exclude<Managed, "done">) => managed === "own" || managed === "full";

/** A watch as it stands. */
export async function watchResponse(id: string, { headers }: Request): Promise<Response> {
  const found = await readWatchAt(id, originOf(headers));
  if (found.kind !== "watch") return problem(found.kind === "gone" ? "watch-gone" : "not-found");
  return jsonResponse(watchJson(found.watch), { headers: { "cache-control": "no-store" } });
}
