import { type NextRequest, NextResponse } from "next/server";
import { CLIENT, isFronted, ORIGIN, REQUEST_ID } from "./lib/http/headers.ts";
import { refuse } from "./lib/server/refusal.ts";
import { readTarget } from "./lib/server/request-target.ts";
import { POLICY, securityHeaders } from "./lib/server/security-headers.ts";
import { env } from "./lib/service/env.ts";

/**
 * What `server.ts` does with each request before the pages see it, where it was started without that (`next start`): the
 * same refusals and headers. Nobody is told apart there, so all readers share one allowance.
 */
export function proxy(request: NextRequest): Response {
  if (isFronted()) return NextResponse.next();
  const { pathname, search } = request.nextUrl;
  const target = readTarget(request.method, pathname + search);
  const secured = securityHeaders(pathname, { https: env().publicUrl?.startsWith("https:") });
  const headers = new Headers(request.headers);
  for (const name of [CLIENT, ORIGIN]) headers.delete(name);
  headers.set(REQUEST_ID, crypto.randomUUID());
  headers.set(POLICY, secured[POLICY] ?? "");
  const answer = target.kind === "ok" ? NextResponse.next({ request: { headers } }) : refuse(target);
  for (const [name, value] of Object.entries(secured)) answer.headers.set(name, value);
  return answer;
}

/** Built files are the same for everybody and come as they are. */
export const config = { matcher: ["/((?!_next/static/).*)"] };
