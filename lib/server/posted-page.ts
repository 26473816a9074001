import { IncomingMessage, type ServerResponse } from "node:http";
import { ORIGIN, REQUEST_ID } from "../http/headers.ts";
import { SHOW } from "../http/shown-once.ts";
import { log } from "../service/log.ts";
import { capture } from "./capture.ts";
import { type Render, renderWhole } from "./render-page.ts";
import { POLICY } from "./security-headers.ts";

/** Where the page of a form's result is, which only we ask for. */
const PAGES: Readonly<Record<string, string>> = { "/bounce/read": "/bounce/table" };

/**
 * Answers a form with a page that is rendered of what it brought, at the form's own address: nothing is kept for a second
 * request, and it works without scripts. The route says with `SHOW` that it wants this, and otherwise answers itself.
 */
export function createPostedPage(
  render: Render,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    delete request.headers[SHOW];
    const page = request.method === "POST" ? PAGES[(request.url ?? "").split("?")[0] ?? ""] : undefined;
    if (!page) return false;
    // Two renderings listen to one response.
    response.setMaxListeners(30);
    const captured = capture(response);
    // A rendering that breaks off would be waited for in vain: ending the connection ends the waiting.
    void render(request, response).catch((error: unknown) => {
      log().error({ err: error }, "a request failed by a fault of ours");
      response.destroy();
    });
    const answer = await captured;
    if (!answer) return true;
    const key = answer.headers[SHOW];
    if (typeof key !== "string") {
      response.end(answer.body);
      return true;
    }
    response.removeHeader(SHOW);
    const shown = await renderWhole(requestFor(page, key, request), response, render);
    if (!shown) return true;
    response.statusCode = shown.status;
    response.setHeader("cache-control", "no-store");
    response.end(shown.body);
    return true;
  };
}

/** A request of our own for the page: what the framework noted on the first one is about another address. */
function requestFor(page: string, key: string, { socket, headers, httpVersion }: IncomingMessage): IncomingMessage {
  const request = new IncomingMessage(socket);
  const seen = ["host", ORIGIN, REQUEST_ID, POLICY].map((name) => [name, headers[name]]);
  // Who names no agent gets metadata behind the page instead of in its head, whatever `htmlLimitedBots` says.
  request.headers = { ...Object.fromEntries(seen), "user-agent": "nameplate", [SHOW]: key };
  Object.assign(request, { method: "GET", url: page, httpVersion, complete: true });
  request.push(null);
  return request;
}
