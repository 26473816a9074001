import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createServer, type Socket } from "node:net";
import type { Endpoint } from "../facts/vantage.ts";
import { type CertificateDeclaration, makeCertificate } from "./certificate.ts";
import { ip } from "./facts.ts";

/** What a web server has at one path. */
export interface Page {
  /** Default 200. */
  readonly status?: number;
  /** Default `text/plain`. */
  readonly type?: string;
  readonly body?: string;
  readonly location?: string;
  /** Sends so much and then breaks off. */
  readonly breaksOff?: boolean;
  /** Never answers. */
  readonly silent?: boolean;
  /** Goes on for ever. */
  readonly endless?: boolean;
}

/** A web server, declared: HTTPS on port 443 of one address. Paths that are not there are 404. */
export interface WebBehaviour {
  readonly certificate: CertificateDeclaration;
  readonly pages: Readonly<Record<string, Page>>;
}

export interface WebServer {
  readonly endpoint: Endpoint;
  /** `host path` of every request that came. */
  readonly asked: string[];
  /** How many connections came. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Starts one on loopback. */
export async function startWebServer({ certificate, pages }: WebBehaviour): Promise<WebServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const answer: RequestListener = (request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    const page = pages[request.url ?? ""] ?? { status: 404, body: "not found" };
    if (page.silent) return;
    response.writeHead(page.status ?? 200, {
      "content-type": page.type ?? "text/plain; charset=utf-8",
      ...(page.location ? { location: page.location } : {}),
      ...(page.breaksOff ? { "content-length": 1_000_000 } : {}),
    });
    if (page.endless) {
      const more = () => response.writable && response.write("x".repeat(16_384), () => setImmediate(more));
      return void more();
    }
    response.write(page.body ?? "", () => (page.breaksOff ? response.destroy() : response.end()));
  };
  // Made when the first client comes: a world has many servers, and most checks ask none of them.
  let https: ReturnType<typeof createHttpsServer> | undefined;
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket.on("error", () => {}));
    https ??= createHttpsServer(makeCertificate(certificate), answer).on("tlsClientError", () => {});
    https.emit("connection", socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: { address: ip("127.0.0.1"), port: (server.address() as { port: number }).port },
    asked,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
