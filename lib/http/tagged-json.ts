import { createHash } from "node:crypto";
import { toJson } from "./json.ts";

/**
 * Something that ends, in JSON as it stands. While it runs it is to be asked for anew; from its end on it has a tag to
 * ask again by (RFC 9110 section 8.8.3). It may be deleted, so it is asked for each time.
 */
export function taggedJson(
  value: unknown,
  request: Request,
  { running, init = {} }: { readonly running: boolean; readonly init?: ResponseInit },
): Response {
  const body = toJson(value);
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/json");
  headers.set("vary", "accept");
  if (running) {
    headers.set("cache-control", "no-store");
    return new Response(body, { ...init, headers });
  }
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  headers.set("cache-control", "private, no-cache");
  headers.set("etag", tag);
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/\s*,\s*/);
  if (request.method === "GET" && known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { ...init, headers });
}
