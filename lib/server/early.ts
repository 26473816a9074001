import type { IncomingMessage, ServerResponse } from "node:http";
import { plainPage, START_PAGE } from "../http/plain-page.ts";
import { type ProblemCode, problem, problemStatus, problemTitle, retryAfter } from "../http/problem.ts";
import { tooBusyPage } from "../http/started-page.ts";
import { places } from "../service/live/places.ts";
import { countRefusal } from "../service/metrics.ts";
import { audienceOf } from "./routes.ts";
import { LONGEST, type Uploads } from "./uploads.ts";
import { type Wire, wireOf } from "./wire.ts";

/** What only starts checks: a pasted text may be a table, which needs no place. */
const STARTING: readonly string[] = [
  ...["/check", "/plan/make", "/move/make"],
  ...["/api/v1/checks", "/api/v1/plans", "/api/v1/moves"],
];

/**
 * Turns away, before anybody reads what it is about, what is too long by its Content-Length, what would start a check
 * where nobody new could even wait, and what there is no room for.
 */
export function turnAway(request: IncomingMessage, response: ServerResponse, uploads: Uploads): Response | undefined {
  const { method, url = "", headers: asked } = request;
  const [path = ""] = url.split("?");
  if (Number(asked["content-length"] ?? 0) > LONGEST)
    return audienceOf(path) === "programs"
      ? problem("too-large")
      : plainPage(problemTitle("too-large"), START_PAGE, { status: problemStatus("too-large") });
  if (method === "POST" && STARTING.includes(path) && places().isFull) {
    countRefusal("full");
    return comeAgain(path, "full");
  }
  return uploads(request, response) ? undefined : comeAgain(path, "full-of-uploads");
}

function comeAgain(path: string, code: ProblemCode & Parameters<typeof retryAfter>[0]): Response {
  const headers = retryAfter(code);
  return audienceOf(path) === "programs" ? problem(code, { headers }) : tooBusyPage({ code, headers }, START_PAGE);
}

/** What `turnAway` answers where there is no place for another check, by path: the same for everybody. */
export const fullAnswers = async (): Promise<ReadonlyMap<string, Wire>> =>
  new Map(await Promise.all(STARTING.map(async (path) => [path, await wireOf(comeAgain(path, "full"))] as const)));

/** What asks by whatever name it has at hand: load balancers, monitoring. */
const ANY_NAME = /^\/(healthz|readyz|metrics)(\?|$)/;
const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const LOCAL_PEER = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** Whether a request says once by which name it asks, as it has to since HTTP/1.1 (RFC 9112 section 3.2). */
function isNamedOnce({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const names = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host").length;
  return names === 1 || (names === 0 && httpVersion === "1.0");
}

/**
 * Refuses a request that names no host or several, and one by another name than `PUBLIC_URL` says (RFC 9110 section
 * 15.5.20), where that is set: somebody else's name that leads here is none of ours. The machine itself may say localhost.
 */
export function misdirected(
  request: IncomingMessage,
  origin: string,
  publicUrl: string | undefined,
): Response | undefined {
  const { url = "", headers, socket } = request;
  if (!isNamedOnce(request))
    return plainPage("A request has to name one host, and not several.", START_PAGE, { status: 400 });
  if (!publicUrl || ANY_NAME.test(url) || new URL(origin).host === new URL(publicUrl).host) return undefined;
  if (LOCAL_NAME.test(headers.host ?? "") && LOCAL_PEER.test(socket.remoteAddress ?? "")) return undefined;
  return plainPage(
    "This service is not reached by that name.",
    { href: publicUrl, text: "Go to the service" },
    { status: 421 },
  );
}
