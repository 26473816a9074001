import { makerCookie } from "./maker-token.ts";
import { type Link, plainPage } from "./plain-page.ts";
import { type ProblemCode, problemStatus, problemTitle } from "./problem.ts";
import type { Starting } from "./start.ts";

/**
 * Leads the browser that sent a form to the report, and leaves it the means to delete it. `since` is the report it was
 * sent from, if it was.
 */
export function startedPage(
  request: Request,
  { started, repeated, headers }: Starting & { readonly ok: true },
  since?: string,
): Response {
  const { id, deleteToken } = started;
  const query = repeated ? "?repeated=1" : since && since !== id ? `?since=${since}` : "";
  headers.set("location", `/r/${id}${query}`);
  if (deleteToken) headers.set("set-cookie", makerCookie(request, `/r/${id}`, deleteToken));
  return new Response(null, { status: 303, headers });
}

/** Says when to come back. */
export function tooBusyPage(
  { code, headers }: { readonly code: ProblemCode; readonly headers: Headers },
  back: Link,
): Response {
  const soon = `${problemTitle(code)} Try again in ${headers.get("retry-after")} seconds.`;
  return plainPage(soon, back, { status: problemStatus(code), headers });
}
