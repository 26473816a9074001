import type { IncomingMessage, ServerResponse } from "node:http";
import { keptLogs } from "../service/kept-logs/kept-log-store.ts";
import { plans } from "../service/plans/plan-store.ts";
import { pools, store } from "../service/store/current.ts";
import { isId } from "../service/store/ids.ts";
import { isGone } from "../service/watches/read-watch.ts";
import { type Render, renderWhole } from "./render-page.ts";

/** What pages show that may be gone; the groups of a path are ids. */
const KINDS: readonly { readonly path: RegExp; readonly stateOf: (id: string) => Promise<string | undefined> }[] = [
  {
    path: /^\/(?:r\/([\w-]+)(?:\/evidence\/[^/]+)?|compare\/([\w-]+)\/([\w-]+))$/,
    stateOf: async (id) => (await store()).stateOf(id),
  },
  {
    path: /^\/pool\/([\w-]+)(?:\/compare\/([\w-]+))?$/,
    stateOf: async (id) => (await (await pools()).stateOf(id))?.state,
  },
  { path: /^\/watch\/([\w-]+)$/, stateOf: async (id) => ((await isGone(id)) ? "expired" : undefined) },
  { path: /^\/log\/([\w-]+)$/, stateOf: async (id) => (await keptLogs()).stateOf(id) },
  { path: /^\/(?:plan|move)\/([\w-]+)$/, stateOf: async (id) => (await plans()).stateOf(id) },
];

/**
 * Answers 410 for pages of what was deleted or has expired. A page cannot say so itself: it says in words that what was
 * there is gone, and the status is set here.
 */
export function createGoneAnswer(
  render: Render,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    if (!(await showsGone(request))) return false;
    const page = await renderWhole(request, response, render);
    if (!page) return true;
    response.statusCode = request.headers.rsc ? page.status : 410;
    response.setHeader("cache-control", "no-store");
    response.end(request.method === "HEAD" ? undefined : page.body);
    return true;
  };
}

async function showsGone({ method, url = "" }: IncomingMessage): Promise<boolean> {
  if (method !== "GET" && method !== "HEAD") return false;
  const [path = ""] = url.split("?");
  const states = KINDS.flatMap((kind) =>
    (kind.path.exec(path)?.slice(1) ?? []).filter((id) => id !== undefined && isId(id)).map(kind.stateOf),
  );
  return (await Promise.all(states)).some((state) => state === "deleted" || state === "expired");
}
