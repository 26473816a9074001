import { env } from "../service/env.ts";
import { shared } from "../service/shared.ts";
import { originAsked } from "./origin.ts";

/**
 * What `server.ts` tells the pages and routes about a request, in headers that it sets itself and takes off whatever
 * comes in from outside.
 */
export const REQUEST_ID = "x-nameplate-request";
export const CLIENT = "x-nameplate-client";
export const ORIGIN = "x-nameplate-origin";

/**
 * Said once, by `server.ts`: every request of this process passes it first. Started in another way (`next start`), the
 * headers above are whatever somebody sent.
 */
export const markFronted = (): void => {
  fronted().on = true;
};
const fronted = () => shared("fronted", () => ({ on: false }));

/** Whether the headers above were set by us. */
export const isFronted = (): boolean => fronted().on;

/** The origin that links to this service begin with, as `https://example.com`. */
export const originOf = (headers: Headers): string =>
  (isFronted() ? headers.get(ORIGIN) : undefined) ?? env().publicUrl ?? originAsked(headers.get("host"));

/** Who asks, for limits only: never logged, never stored. Who was not told apart shares one allowance with all others. */
export const clientOf = (headers: Headers): string => (isFronted() ? headers.get(CLIENT) : undefined) ?? NOBODY;

/** Who asks where that is not known: they are all one. */
const NOBODY = "unknown";
