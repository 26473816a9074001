import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "../service/log.ts";
import { capture } from "./capture.ts";
import type { Wire } from "./wire.ts";

/** Next's way of answering a request. */
export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Has the whole page rendered, uncompressed. */
export function renderWhole(
  request: IncomingMessage,
  response: ServerResponse,
  render: Render,
): Promise<Wire | undefined> {
  const { method, headers } = request;
  const encodings = headers["accept-encoding"];
  delete headers["accept-encoding"];
  request.method = "GET";
  const captured = capture(response).finally(() => {
    request.method = method;
    if (encodings) headers["accept-encoding"] = encodings;
  });
  // A rendering that breaks off would be waited for in vain: ending the connection ends the waiting.
  void render(request, response).catch((error: unknown) => {
    log().error({ err: error }, "a page failed by a fault of ours");
    response.destroy();
  });
  return captured;
}
