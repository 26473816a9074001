import type { Server } from "node:http";
import type { Socket } from "node:net";
import { ROUTER_HEADERS } from "./router-headers.ts";
import { PATIENCE } from "./wire.ts";

/** What a quick answer may depend on. */
export interface QuickRequest {
  readonly path: string;
  /** The fields that this file knows, in lower case; none of them came twice. */
  readonly fields: Readonly<Record<string, string>>;
  readonly socket: Socket;
}

/** An answer that is at hand; undefined: somebody else answers. */
export type AtHand = (request: QuickRequest) => Buffer | undefined;

/** How long a connection may wait for its first request, in milliseconds, and its reader for what was sent. */
const IDLE_MS = 15_000;
const STALLED_MS = 60_000;

/**
 * A whole request without a body, in the plainest form there is (RFC 9112 sections 3 and 5): one that could be read in any
 * other way is none.
 */
const PLAIN = /^GET (\/[!"$-[\]-~]*) HTTP\/1\.1\r\n((?:[!#$%&'*+.^_`|~\w-]{1,100}:[ \t]*[!-~][\t -~]*\r\n)+)\r\n$/;
/** As large as the head of such a request is, in octets; the HTTP server sets limits to others. */
const MAX_HEAD = 8 * 1024;

/** Fields that a quick answer depends on. */
const KNOWN: ReadonlySet<string> = new Set([
  ...["host", "accept-encoding", "if-none-match", "x-forwarded-host", "x-forwarded-proto"],
]);
/** Fields that mean more than a page that is the same for all. */
const SPECIAL: ReadonlySet<string> = new Set([
  ...["connection", "content-length", "transfer-encoding", "expect", "upgrade", "te", "trailer", "range", "if-range"],
  ...["http2-settings", ...ROUTER_HEADERS],
]);

/** Reads a request if it is of the plainest kind. */
export function readPlain(chunk: Buffer): Pick<QuickRequest, "path" | "fields"> | undefined {
  if (chunk.length > MAX_HEAD) return undefined;
  const [, path = "", lines] = PLAIN.exec(chunk.toString("latin1")) ?? [];
  if (lines === undefined) return undefined;
  const fields: Record<string, string> = {};
  for (let at = 0, end = lines.indexOf("\r\n"); end > 0; at = end + 2, end = lines.indexOf("\r\n", at)) {
    const colon = lines.indexOf(":", at);
    const name = lines.slice(at, colon).toLowerCase();
    const isSpecial = SPECIAL.has(name);
    if (!isSpecial && !KNOWN.has(name)) continue;
    const value = lines.slice(colon + 1, end).trim();
    if (isSpecial && (name !== "connection" || value.toLowerCase() !== "keep-alive")) return undefined;
    if (name in fields) return undefined;
    if (!isSpecial) fields[name] = value;
  }
  return fields.host === undefined ? undefined : { path, fields };
}

/**
 * Has requests of the plainest kind answered from what is at hand, before the HTTP server sees their connection; from the
 * first other request on the connection is its own. `server` does the rest as ever: limits, time-outs, its end.
 *
 * Node's HTTP takes some 60 µs for a request whatever the answer is, three times what the system's share of it is
 * (docs/benchmarks.md).
 */
export function answerQuickly(server: Server, atHand: AtHand): void {
  const [serve] = server.listeners("connection") as ((socket: Socket) => void)[];
  if (!serve) throw new Error("an HTTP server without connections");
  const waiting = new Set<Socket>();
  server.off("connection", serve);
  server.on("connection", (socket: Socket) => {
    let answered = false;
    const handOver = (chunk?: Buffer) => {
      waiting.delete(socket);
      for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
      socket.setTimeout(0);
      socket.pause();
      serve.call(server, socket);
      if (chunk) socket.unshift(chunk);
      process.nextTick(() => socket.resume());
    };
    const listeners = {
      data(chunk: Buffer) {
        const plain = readPlain(chunk);
        const bytes = plain && server.listening ? atHand({ ...plain, socket }) : undefined;
        if (!bytes) return handOver(chunk);
        if (!answered) socket.setTimeout(PATIENCE.keepAliveTimeout);
        answered = true;
        if (!socket.write(bytes)) socket.pause();
      },
      drain: () => void socket.resume(),
      timeout() {
        if (socket.writableLength > 0 && socket.timeout !== STALLED_MS) socket.setTimeout(STALLED_MS);
        else if (answered) socket.destroy();
        else handOver();
      },
      end: () => void socket.end(),
      error: () => void socket.destroy(),
      close: () => void waiting.delete(socket),
    };
    waiting.add(socket);
    socket.setTimeout(IDLE_MS);
    for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
  });
  const closeIdle = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {
    closeIdle();
    for (const socket of waiting) if (socket.writableLength === 0) socket.destroy();
  };
}
