import type { IncomingMessage } from "node:http";
import { plainPage, START_PAGE } from "../http/plain-page.ts";
import { problem, retryAfter } from "../http/problem.ts";
import { tooBusyPage } from "../http/started-page.ts";
import { places } from "../service/live/places.ts";
import { countRefusal } from "../service/metrics.ts";
import { audienceOf } from "./routes.ts";

/** What only starts checks: a pasted text may be a table, which needs no place. */
const STARTING = /^\/(check|(plan|move)\/make|api\/v1\/(checks|plans|moves))$/;

/** Turns away what would start a check where nobody new could even wait, before anybody reads what it is about. */
export function turnAway({ method, url = "" }: IncomingMessage): Response | undefined {
  const [path = ""] = url.split("?");
  if (method !== "POST" || !STARTING.test(path) || !places().isFull) return undefined;
  countRefusal("full");
  const headers = retryAfter("full");
  return audienceOf(path) === "programs"
    ? problem("full", { headers })
    : tooBusyPage({ code: "full", headers }, START_PAGE);
}

/** What asks by whatever name it has at hand: load balancers, monitoring. */
const ANY_NAME = /^\/(healthz|readyz|metrics)(\?|$)/;
const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const LOCAL_PEER = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * Refuses a request by another name than `PUBLIC_URL` says (RFC 9110 section 15.5.20), where that is set: somebody
 * else's name that leads here is none of ours. The machine itself may say localhost.
 */
export function misdirected(
  { url = "", headers, socket }: IncomingMessage,
  origin: string,
  publicUrl: string | undefined,
): Response | undefined {
  if (!publicUrl || ANY_NAME.test(url) || new URL(origin).host === new URL(publicUrl).host) return undefined;
  if (LOCAL_NAME.test(headers.host ?? "") && LOCAL_PEER.test(socket.remoteAddress ?? "")) return undefined;
  return plainPage(
    "This service is not reached by that name.",
    { href: publicUrl, text: "Go to the service" },
    { status: 421 },
  );
}
