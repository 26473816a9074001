import type { HttpsExchange } from "../facts/https.ts";
import { isHostname, parseName } from "../net/domain-name.ts";
import type { Gathering } from "./gatherer.ts";
import { type HttpsQuestion, httpsGet } from "./https.ts";

/** Hops that are followed: nobody sends a file's reader further than that. */
const MAX_REDIRECTS = 3;

/**
 * A file at an HTTPS address that a stranger published. Redirects are followed, at most three: each hop is looked up,
 * judged by the guard and paid for like the first. Never rejects.
 */
export async function httpsFile(
  address: string,
  how: Pick<HttpsQuestion, "accept" | "maxBytes" | "ms">,
  gathering: Gathering,
): Promise<HttpsExchange> {
  let last: HttpsExchange = { kind: "failed", why: "no HTTPS address" };
  let next = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const url = URL.canParse(next) ? new URL(next) : undefined;
    const host = url && parseName(url.hostname);
    // A redirect to what is no public HTTPS address leads nowhere: it is then itself what came.
    if (url?.protocol !== "https:" || url.port !== "" || !host || !isHostname(host)) return last;
    last = await httpsGet({ ...how, host, path: `${url.pathname}${url.search}` }, gathering);
    const redirects = last.kind === "response" && last.status >= 300 && last.status <= 399;
    if (last.kind !== "response" || !redirects || !last.location || !URL.canParse(last.location, url)) return last;
    next = new URL(last.location, url).href;
  }
  return last;
}
