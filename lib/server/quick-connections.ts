import type { Socket } from "node:net";
import { ROUTER_HEADERS } from "./router-headers.ts";
import { PATIENCE, STALLED_MS } from "./wire.ts";

/** What a quick answer may depend on. */
export interface QuickRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The fields that this file knows, in lower case; none of them came twice. */
  readonly fields: Readonly<Record<string, string>>;
  readonly socket: Pick<Socket, "remoteAddress">;
}

/** An answer that is at hand; undefined: somebody else answers. The same request again may be the same object. */
export type AtHand = (request: QuickRequest) => Buffer | undefined;

/** How long a connection may wait for its first request, in milliseconds. */
const IDLE_MS = 15_000;

/**
 * A request's head in the plainest form there is (RFC 9112 sections 3 and 5): one that could be read in any other way is
 * none.
 */
const PLAIN =
  /^(GET|POST) (\/[!"$-[\]-~]*) HTTP\/1\.1\r\n((?:[!#$%&'*+.^_`|~\w-]{1,100}:[ \t]*[!-~][\t -~]*\r\n)+)\r\n$/;
/** As large as the head of such a request is, in octets; the HTTP server sets limits to others. */
const MAX_HEAD = 8 * 1024;
/** As large as the body is that is read to be dropped, in octets. */
const MAX_DROPPED = 64 * 1024;
const END_OF_HEAD = "\r\n\r\n";

/** Fields that a quick answer depends on. */
const KNOWN: ReadonlySet<string> = new Set([
  ...["host", "accept-encoding", "if-none-match", "x-forwarded-host", "x-forwarded-proto"],
]);
/** Fields that mean more than a page that is the same for all. */
const SPECIAL: ReadonlySet<string> = new Set([
  ...["connection", "content-length", "transfer-encoding", "expect", "upgrade", "te", "trailer", "range", "if-range"],
  ...["http2-settings", ...ROUTER_HEADERS],
]);

/** What has been read of a connection that is somebody else's from there on. */
export interface Handed {
  readonly chunk: Buffer | undefined;
  /**
   * Octets that are missing of its one request, if that is of the plainest kind: when it is answered, and nothing else has
   * come, the connection can be taken again.
   */
  readonly missing: number | undefined;
}

interface PlainRequest extends Omit<QuickRequest, "socket"> {
  /** Octets of its body. */
  readonly body: number;
  /** Those that have not come yet. */
  readonly missing: number;
}

/** Reads a request if it is of the plainest kind, and nothing comes after it. */
export function readPlain(text: string): PlainRequest | undefined {
  const end = text.indexOf(END_OF_HEAD) + END_OF_HEAD.length;
  if (end < END_OF_HEAD.length || end > MAX_HEAD) return undefined;
  const [, method, path = "", lines] = PLAIN.exec(end === text.length ? text : text.slice(0, end)) ?? [];
  if (lines === undefined) return undefined;
  const fields: Record<string, string> = {};
  let body: number | undefined;
  for (let at = 0, stop = lines.indexOf("\r\n"); stop > 0; at = stop + 2, stop = lines.indexOf("\r\n", at)) {
    const colon = lines.indexOf(":", at);
    const name = lines.slice(at, colon).toLowerCase();
    const isSpecial = SPECIAL.has(name);
    if (!isSpecial && !KNOWN.has(name)) continue;
    const value = lines.slice(colon + 1, stop).trim();
    if (name === "content-length" && method === "POST") {
      if (body !== undefined || !/^\d{1,5}$/.test(value)) return undefined;
      body = Number(value);
      continue;
    }
    if (isSpecial && (name !== "connection" || value.toLowerCase() !== "keep-alive")) return undefined;
    if (name in fields) return undefined;
    if (!isSpecial) fields[name] = value;
  }
  if (fields.host === undefined || (method === "POST" && body === undefined)) return undefined;
  const length = body ?? 0;
  const missing = end + length - text.length;
  if (missing < 0 || length > MAX_DROPPED) return undefined;
  return { method: method === "POST" ? "POST" : "GET", path, fields, body: length, missing };
}

/** Connections that are answered from what is at hand. */
export interface QuickConnections {
  /** Takes a new one, or one back whose requests were `answered`. */
  readonly take: (socket: Socket, answered?: boolean) => void;
  /** Ends those that wait for their next request. */
  readonly closeIdle: () => void;
}

/**
 * Has requests of the plainest kind answered from what is at hand; with the first other request a connection is somebody
 * else's: `handOver` gets it, paused, and what has been read of it. The body of a request that is answered so is dropped.
 *
 * Node's HTTP takes some 60 µs for a request whatever the answer is, three times what the system's share of it is
 * (docs/benchmarks.md).
 */
export function createQuickConnections(
  atHand: AtHand,
  handOver: (socket: Socket, read: Handed) => void,
): QuickConnections {
  const waiting = new Set<Socket>();

  function take(socket: Socket, before = false): void {
    let answered = before;
    /** Octets of a body that are to be dropped. */
    let dropping = 0;
    /** The latest request without a body: whoever asks again mostly asks the same. */
    let latest: { readonly text: string; readonly request: QuickRequest } | undefined;

    const giveAway = (chunk?: Buffer, missing?: number) => {
      waiting.delete(socket);
      for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
      socket.setTimeout(0);
      socket.pause();
      handOver(socket, { chunk, missing });
    };
    const answer = (bytes: Buffer) => {
      if (!answered) socket.setTimeout(PATIENCE.keepAliveTimeout);
      answered = true;
      if (!socket.write(bytes)) socket.pause();
    };
    const listeners = {
      data(all: Buffer) {
        const chunk = dropping > 0 ? all.subarray(dropping) : all;
        dropping = Math.max(0, dropping - all.length);
        if (chunk.length === 0) return;
        if (chunk.length > MAX_HEAD + MAX_DROPPED) return giveAway(chunk);
        const text = chunk.toString("latin1");
        if (latest && text === latest.text) {
          const bytes = atHand(latest.request);
          return bytes ? answer(bytes) : giveAway(chunk, 0);
        }
        const plain = readPlain(text);
        if (!plain) return giveAway(chunk);
        const { method, path, fields, body, missing } = plain;
        const request = { method, path, fields, socket };
        const bytes = atHand(request);
        if (!bytes) return giveAway(chunk, missing);
        if (body === 0) latest = { text, request };
        dropping = missing;
        answer(bytes);
      },
      drain: () => void socket.resume(),
      timeout() {
        if (socket.writableLength > 0 && socket.timeout !== STALLED_MS) socket.setTimeout(STALLED_MS);
        else if (answered) socket.destroy();
        else giveAway();
      },
      end: () => void socket.end(),
      error: () => void socket.destroy(),
      close: () => void waiting.delete(socket),
    };
    waiting.add(socket);
    socket.setTimeout(before ? PATIENCE.keepAliveTimeout : IDLE_MS);
    for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
    socket.resume();
  }

  return {
    take,
    closeIdle() {
      for (const socket of waiting) if (socket.writableLength === 0) socket.destroy();
    },
  };
}
