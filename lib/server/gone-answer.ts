import type { IncomingMessage, ServerResponse } from "node:http";
import { store } from "../service/store/current.ts";
import { isId } from "../service/store/ids.ts";
import { isGone } from "../service/watches/read-watch.ts";
import { type Render, renderWhole } from "./render-page.ts";

/**
 * Answers 410 for pages of reports that were deleted or have expired, and of watches that are no longer kept. A page cannot say so itself: it says in words that
 * the report is gone, and the status is set here.
 */
export function createGoneAnswer(
  render: Render,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    if (!(await anyGone(reportsOf(request))) && !(await isGoneWatch(request))) return false;
    const page = await renderWhole(request, response, render);
    if (!page) return true;
    response.statusCode = request.headers.rsc ? page.status : 410;
    response.setHeader("cache-control", "no-store");
    response.end(request.method === "HEAD" ? undefined : page.body);
    return true;
  };
}

/** The reports that a page shows: the one of `/r/<id>` and of its evidence, the two of `/compare/<id>/<id>`. */
function reportsOf({ method, url = "" }: IncomingMessage): readonly string[] {
  if (method !== "GET" && method !== "HEAD") return [];
  const [path = ""] = url.split("?");
  const [, one, earlier, later] =
    /^\/(?:r\/([\w-]+)(?:\/evidence\/[^/]+)?|compare\/([\w-]+)\/([\w-]+))$/.exec(path) ?? [];
  return [one, earlier, later].filter((id) => id !== undefined).filter(isId);
}

async function isGoneWatch({ method, url = "" }: IncomingMessage): Promise<boolean> {
  const [, id] = /^\/watch\/([\w-]+)(?:\?|$)/.exec(url) ?? [];
  return id !== undefined && (method === "GET" || method === "HEAD") && isGone(id);
}

async function anyGone(ids: readonly string[]): Promise<boolean> {
  const kept = await store();
  const states = await Promise.all(ids.map((id) => kept.stateOf(id)));
  return states.some((state) => state === "deleted" || state === "expired");
}
