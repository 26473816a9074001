import {
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Duplex } from "node:stream";
import { readTarget } from "./request-target.ts";
import { protocolHeaders } from "./security-headers.ts";

/** Sends an answer made for the web's interfaces, under the headers that were set before. */
export async function sendResponse(answer: Response, request: IncomingMessage, response: ServerResponse) {
  const wire = await wireOf(answer);
  // What is wrong with the line may be wrong with the body, too: nobody reads it.
  if (!request.complete) response.setHeader("connection", "close");
  sendWire(wire, request, response);
}

/** Sends an answer in the form in which it goes over the wire, under the headers that were set before. */
export function sendWire({ status, headers, body }: Wire, request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * How long a request may take to arrive: its head, and all of it. Whoever is slower is answered 408. And how long a
 * connection waits for its next one: longer than reverse proxies keep theirs (nginx and most load balancers: 60 s), so
 * that none sends a request just as we close. In milliseconds.
 */
export const PATIENCE = {
  keepAliveTimeout: 65_000,
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
};

/** How long what was sent may wait for a reader who takes none of it, in milliseconds; then its connection ends. */
export const STALLED_MS = 60_000;

/** Answers by hand what never becomes a request: methods that the parser does not know, CONNECT, and what is no HTTP. */
export function answerOddities(server: Server, https: boolean): void {
  const say = sayWith(protocolHeaders(https));
  const notAllowed = (socket: Duplex, method: string, target: string) => {
    const read = readTarget(method, target);
    const allow = read.kind === "refused" && read.allow ? read.allow : ["GET", "HEAD"];
    say(socket, read.kind === "refused" && method !== "CONNECT" ? read.status : 405, allow);
  };
  server.on("clientError", (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const [, method, target] = /^([!#$%&'*+.^_`|~\w-]+) (\S+) HTTP\/1\.\d\r?$/m.exec(firstLine(error.rawPacket)) ?? [];
    if (error.code === "HPE_INVALID_METHOD" && method && target) notAllowed(socket, method, target);
    else say(socket, STATUS[error.code ?? ""] ?? 400);
  });
  server.on("checkExpectation", (_request, response) => {
    for (const [name, value] of Object.entries(protocolHeaders(https))) response.setHeader(name, value);
    response.writeHead(417, { "content-type": "text/plain; charset=utf-8", connection: "close" });
    response.end(`${STATUS_CODES[417]}\n`);
  });
  server.on("connect", ({ url = "" }, socket) => notAllowed(socket, "CONNECT", url));
}

const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const firstLine = (packet: Buffer | undefined): string =>
  packet?.subarray(0, 8192).toString("latin1").split("\n")[0] ?? "";

const sayWith =
  (headers: Readonly<Record<string, string>>) => (socket: Duplex, status: number, allow?: readonly string[]) => {
    const body = `${STATUS_CODES[status]}\n`;
    const fields = [
      "Content-Type: text/plain; charset=utf-8",
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${body.length}`,
      "Connection: close",
      ...(status === 405 && allow ? [`Allow: ${allow.join(", ")}`] : []),
    ];
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${fields.join("\r\n")}\r\n\r\n${body}`);
  };

/** An answer as it goes over the wire, but for the time. */
export interface Wire {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** An answer made for the web's interfaces, in that form. */
export async function wireOf(answer: Response): Promise<Wire> {
  const body = Buffer.from(await answer.arrayBuffer());
  return {
    status: answer.status,
    headers: {
      ...Object.fromEntries(answer.headers),
      ...(answer.status === 204 ? {} : { "content-length": body.length }),
    },
    body,
  };
}

/** Its octets, made anew once a second (RFC 9110 section 6.6.1). */
export function createWriter({ status, headers, body }: Wire): () => Buffer {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}: ${each}\r\n`),
  );
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${fields.join("")}Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n`;
  let written: { readonly second: number; readonly bytes: Buffer } | undefined;
  return () => {
    const second = Math.floor(Date.now() / 1000);
    if (written?.second !== second) {
      const date = `Date: ${new Date(second * 1000).toUTCString()}\r\n\r\n`;
      written = { second, bytes: Buffer.concat([Buffer.from(head + date, "latin1"), body]) };
    }
    return written.bytes;
  };
}
