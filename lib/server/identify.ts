import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isInside, parseAddress } from "../checks/view.ts";
import { CLIENT, ORIGIN, originAsked, REQUEST_ID } from "../http/headers.ts";
import type { Env } from "../service/env.ts";
import { clientAddress } from "../service/limits.ts";

/** What asks for parts of files, or for files in a certain state only: the framework answers some of it with 500. */
const PARTS = ["range", "if-range", "if-match", "if-unmodified-since"];

/**
 * Tells the pages and routes who asks, by which name, and gives the request an id; nobody outside can say so. Parts are
 * not served: whoever asks for one gets the whole (RFC 9110 section 14.2).
 */
export function identify(request: IncomingMessage, env: Pick<Env, "publicUrl" | "trustedProxies">): void {
  const { headers, socket } = request;
  for (const name of PARTS) delete headers[name];
  const peer = socket.remoteAddress ?? "";
  headers[REQUEST_ID] = randomUUID();
  headers[CLIENT] = clientAddress(peer, one(headers["x-forwarded-for"]), env.trustedProxies);
  headers[ORIGIN] = env.publicUrl ?? originAskedOf(request, env.trustedProxies);
}

/** As much of a request as tells that. */
export type Asker = Pick<IncomingMessage, "headers" | "socket">;

/** The origin by which the service was called. */
export const originAskedOf = (request: Asker, trusted: Env["trustedProxies"]): string =>
  originOfRequest(request, isProxy(request.socket.remoteAddress ?? "", trusted));

function originOfRequest({ headers }: Asker, behindProxy: boolean): string {
  const forwarded = (name: string) => (behindProxy ? one(headers[name])?.split(",").at(-1)?.trim() : undefined);
  const scheme = forwarded("x-forwarded-proto") === "https" ? "https" : "http";
  return originAsked(forwarded("x-forwarded-host") ?? headers.host, scheme);
}

function isProxy(peer: string, trusted: Env["trustedProxies"]): boolean {
  if (trusted.kind === "hops") return trusted.hops > 0;
  const address = parseAddress(peer.replace(/^::ffff:/, ""));
  return address !== undefined && trusted.ranges.some((range) => isInside(address, range));
}

const one = (value: string | string[] | undefined): string | undefined => [value ?? []].flat().join(",") || undefined;
