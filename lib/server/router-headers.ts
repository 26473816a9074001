import type { IncomingHttpHeaders } from "node:http";

/** Asks for a part of a page instead of the page; what the other headers say matters only beside it. */
const PART = "rsc";

/** What the framework's own client sends to get a part of a page. The test beside compares it with the framework. */
export const ROUTER_HEADERS: readonly string[] = [
  PART,
  "next-action",
  "next-hmr-refresh",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-url",
];

/** Whether a request is for a part of a page: another body at the same address, made for one reader. */
export const wantsPart = (headers: IncomingHttpHeaders): boolean => headers[PART] !== undefined;

/** Whether a request carries anything of the framework's client. */
export const hasRouterHeaders = (headers: IncomingHttpHeaders): boolean =>
  ROUTER_HEADERS.some((name) => headers[name] !== undefined);

/** Headers that a full page is allowed to vary by; a page that varies by another one must not be kept. */
const HARMLESS: ReadonlySet<string> = new Set([...ROUTER_HEADERS, "accept-encoding"]);

/** The names of a `Vary` field, in lower case (RFC 9110 section 12.5.5). */
export const namesIn = (vary: unknown): string[] =>
  String(vary ?? "")
    .toLowerCase()
    .split(/\s*,\s*/)
    .filter(Boolean);

/** Whether one full page serves all readers, as far as its `Vary` field says. */
export const isSameForAll = (vary: unknown): boolean => namesIn(vary).every((name) => HARMLESS.has(name));
