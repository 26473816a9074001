import { randomUUID } from "node:crypto";
import type { LogText } from "../inbound/log/reading.ts";
import type { Meant } from "../inbound/log/table.ts";
import { shared } from "../service/shared.ts";

/** What a form brought and a page shows once. It is in memory for as long as that page is rendered, and nowhere else. */
export interface ShownOnce {
  readonly log: LogText;
  readonly meant: Meant;
}

/** In an answer of a route: the page that is to be shown instead. In the request for it: what to show. */
export const SHOW = "x-nameplate-show";

const waiting = () => shared("shown-once", () => new Map<string, ShownOnce>());

/** Puts it where its page finds it; the answer makes `server.ts` render that page at the same address. */
export function showOnce(what: ShownOnce): Response {
  const key = randomUUID();
  waiting().set(key, what);
  // The page is rendered within this very request: what nobody fetches by then is of nobody.
  setTimeout(() => waiting().delete(key), 60_000).unref();
  return new Response(null, { headers: { [SHOW]: key, "cache-control": "no-store" } });
}

/** Takes it away. */
export function takeShown(key: string | null): ShownOnce | undefined {
  const what = key === null ? undefined : waiting().get(key);
  if (key !== null) waiting().delete(key);
  return what;
}
