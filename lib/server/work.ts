import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { log } from "../service/log.ts";
import { metricsText } from "../service/metrics.ts";
import { health, readiness } from "../service/readiness.ts";
import { protocolHeaders } from "./security-headers.ts";
import { answerOddities, PATIENCE } from "./wire.ts";

/** What an instance answers that does jobs and nothing else: how it is. */
export function createWorkServer(https: boolean): Server {
  const server = createServer(PATIENCE, (request, response) => {
    for (const [name, value] of Object.entries(protocolHeaders(https))) response.setHeader(name, value);
    response.setHeader("cache-control", "no-store");
    answer(request, response).catch((error: unknown) => {
      log().error({ err: error }, "a request failed by a fault of ours");
      response.writeHead(500).end();
    });
  });
  answerOddities(server, https);
  return server;
}

async function answer({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  switch (url.split("?")[0]) {
    case "/healthz":
      return json(response, 200, await health());
    case "/readyz": {
      const { ready, checks } = await readiness();
      return json(response, ready ? 200 : 503, { status: ready ? "ready" : "not-ready", checks });
    }
    case "/metrics": {
      const { text, type } = await metricsText();
      response.setHeader("content-type", type);
      response.end(text);
      return;
    }
    default:
      json(response, 404, { status: "There is nothing here." });
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}
