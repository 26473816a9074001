import type { IncomingMessage } from "node:http";
import { decoded } from "../http/decoded.ts";
import { isId } from "../service/store/ids.ts";
import { wantsPart } from "./router-headers.ts";

/** A page that is the same for every reader. */
export interface KeptPage {
  readonly path: string;
  /** The report whose page it is: kept once that is finished, and only while it is there. */
  readonly report: string | undefined;
  /** The target whose latest report the page shows: kept for as long as that is the latest. */
  readonly target?: string;
}

/**
 * The pages that do not depend on who asks, and the fields of a query that make another page of each. Any other field
 * names the same page.
 */
const PAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/$/, ["q", "action", "from", "helo", "selector"]],
  [/^\/pool$/, ["text", "from", "helo", "selector", "again"]],
  [/^\/bounce$/, ["why", "cause", "receiver", "code"]],
  [/^\/(signals|receivers|providers|api|tools)$/, []],
  [/^\/(signals|receivers)\/[\w.-]+$/, []],
  [/^\/providers\/[\w.-]+$/, ["address", "name"]],
  [/^\/check\/[^/]+$/, ["from", "helo", "selector"]],
  [/^\/r\/[\w-]{22}$/, ["since", "full", "repeated", "lang", "deleted"]],
];

/** The page that a request asks to see, if that is one to keep. */
export function keptPage({ method, url = "", headers }: IncomingMessage): KeptPage | undefined {
  if ((method !== "GET" && method !== "HEAD") || wantsPart(headers)) return undefined;
  const [path = "", query] = url.split("?", 2);
  const fields = PAGES.find(([pattern]) => pattern.test(path))?.[1];
  const asked = new URLSearchParams(query);
  if (!fields || fields.some((field) => asked.has(field))) return undefined;
  const [, target] = /^\/check\/(.*)$/.exec(path) ?? [];
  if (target !== undefined) return { path, report: undefined, target: decoded(target) };
  const [, report] = /^\/r\/(.*)$/.exec(path) ?? [];
  return report === undefined || isId(report) ? { path, report } : undefined;
}
