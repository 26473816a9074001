import type { IncomingMessage } from "node:http";
import { isInside, parseAddress } from "../checks/view.ts";
import { originAsked } from "../http/origin.ts";
import type { Env } from "../service/env.ts";

/** As much of a request as tells by which name the service was called. */
export interface Asker {
  readonly headers: IncomingMessage["headers"];
  readonly socket: Pick<IncomingMessage["socket"], "remoteAddress">;
}

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

/** A header field as one text, however often it came; undefined where it says nothing. */
export const one = (value: string | string[] | undefined): string | undefined =>
  [value ?? []].flat().join(",") || undefined;
