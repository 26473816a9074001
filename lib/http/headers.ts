/**
 * What `server.ts` tells the pages and routes about a request, in headers that it sets itself and takes off whatever
 * comes in from outside.
 */
export const REQUEST_ID = "x-nameplate-request";
export const CLIENT = "x-nameplate-client";
export const ORIGIN = "x-nameplate-origin";

/** The origin that links to this service begin with, as `https://example.com`. */
export const originOf = (headers: Headers): string =>
  headers.get(ORIGIN) ?? `http://${headers.get("host") ?? "localhost"}`;

/** Who asks, for limits only: never logged, never stored. */
export const clientOf = (headers: Headers): string => headers.get(CLIENT) ?? "unknown";
