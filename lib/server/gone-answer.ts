import type { IncomingMessage, ServerResponse } from "node:http";
import { pools, store } from "../service/store/current.ts";
import { isId } from "../service/store/ids.ts";
import { type Render, renderWhole } from "./render-page.ts";

/**
 * Answers 410 for pages of reports and pools that were deleted or have expired. A page cannot say so itself: it says in
 * words that what was there is gone, and the status is set here.
 */
export function createGoneAnswer(
  render: Render,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const path = pathOf(request);
    if (!(await anyGone(reportsOf(path))) && !(await anyPoolGone(poolsOf(path)))) return false;
    const page = await renderWhole(request, response, render);
    if (!page) return true;
    response.statusCode = request.headers.rsc ? page.status : 410;
    response.setHeader("cache-control", "no-store");
    response.end(request.method === "HEAD" ? undefined : page.body);
    return true;
  };
}

/** The path of what a request wants to see; empty where it wants something else. */
function pathOf({ method, url = "" }: IncomingMessage): string {
  return method === "GET" || method === "HEAD" ? (url.split("?")[0] ?? "") : "";
}

/** The reports that a page shows: the one of `/r/<id>` and of its evidence, the two of `/compare/<id>/<id>`. */
function reportsOf(path: string): readonly string[] {
  const [, one, earlier, later] =
    /^\/(?:r\/([\w-]+)(?:\/evidence\/[^/]+)?|compare\/([\w-]+)\/([\w-]+))$/.exec(path) ?? [];
  return [one, earlier, later].filter((id) => id !== undefined).filter(isId);
}

/** The pools that a page shows: the one of `/pool/<id>`, both of `/pool/<id>/compare/<id>`. */
function poolsOf(path: string): readonly string[] {
  const [, one, other] = /^\/pool\/([\w-]+)(?:\/compare\/([\w-]+))?$/.exec(path) ?? [];
  return [one, other].filter((id) => id !== undefined).filter(isId);
}

async function anyPoolGone(ids: readonly string[]): Promise<boolean> {
  const kept = await pools();
  const heads = await Promise.all(ids.map((id) => kept.head(id)));
  return heads.some((head) => head?.state === "deleted" || head?.state === "expired");
}

async function anyGone(ids: readonly string[]): Promise<boolean> {
  const kept = await store();
  const states = await Promise.all(ids.map((id) => kept.stateOf(id)));
  return states.some((state) => state === "deleted" || state === "expired");
}
