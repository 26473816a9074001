import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { CLIENT, ORIGIN, REQUEST_ID } from "../http/headers.ts";
import type { Env } from "../service/env.ts";
import { clientAddress } from "../service/limits.ts";
import { one, originAskedOf } from "./origin-asked.ts";

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
