import type { Socket } from "node:net";
import { type SecureContext, TLSSocket } from "node:tls";
import type { IpAddress } from "../checks/view.ts";
import { createDataReader } from "./data-reader.ts";
import { createLineReader } from "./line-reader.ts";
import { BelowTls, slimSocket } from "./slim-socket.ts";
import type { DataReading, Ending, TlsOutcome, Wire } from "./wire.ts";

export interface WireCaps {
  /** Octets that are kept of one line. */
  readonly maxLine: number;
  /** Octets of a session, without those of messages that were asked for. */
  readonly maxOctets: number;
}

/** So many octets may wait to be asked for before we stop reading. */
const AHEAD = 4_096;
/** How long what was said has to arrive before the connection is cut, in milliseconds. */
const LINGER_MS = 500;

export interface SocketWire extends Wire {
  /** The connection itself. */
  readonly socket: Socket;
  /** Nothing more is waited for: the time is up. */
  readonly timeOut: () => void;
  /** Sends what was said and closes. */
  readonly close: () => void;
}

/**
 * A session's wire over a connection that was accepted with `pauseOnConnect`, and belongs to it from then on: reads no
 * faster than it is asked, holds no more than the caps allow.
 */
export function createSocketWire(
  accepted: Socket,
  address: IpAddress,
  secureContext: SecureContext,
  { maxLine, maxOctets }: WireCaps,
): SocketWire {
  const lines = createLineReader(maxLine);
  let octets = 0;
  let ending: Ending | undefined;
  /** Called when something has come, or nothing more will. */
  let wake: (() => void) | undefined;
  /** Takes octets away from the lines, after DATA. */
  let divert: ((chunk: Buffer) => void) | undefined;

  const end = (why: Ending) => {
    ending ??= why;
    wake?.();
  };
  const onData = (chunk: Buffer) => {
    if (ending === "size" || ending === "time") return;
    if (divert) return divert(chunk);
    octets += chunk.length;
    if (octets > maxOctets) {
      stream.pause();
      return end("size");
    }
    lines.push(chunk);
    if (lines.pending() > AHEAD) stream.pause();
    wake?.();
  };
  /** Who gets the octets of the connection: this session, later its TLS. */
  let take = onData;
  const socket = slimSocket(accepted, (chunk) => take(chunk));
  let stream: Socket = socket;
  const listen = (to: Socket) => {
    to.on("end", () => end("closed"));
    to.on("close", () => end("closed"));
    // Whoever breaks off is gone; there is nobody to be told.
    to.on("error", () => end("closed"));
  };
  listen(socket);

  const woken = () =>
    new Promise<void>((resolve) => {
      wake = () => {
        wake = undefined;
        resolve();
      };
    });

  return {
    socket,
    address,
    port: socket.remotePort ?? 0,

    async line() {
      for (;;) {
        // Who has left may have said something before; who is over a cap is not listened to.
        if (ending && ending !== "closed") return ending;
        const line = lines.take();
        if (line) return line;
        if (ending) return ending;
        stream.resume();
        await woken();
      }
    },

    hasMore: () => lines.pending() > 0,

    async pause(ms) {
      if (lines.pending() > 0 || ending) return;
      const timer = setTimeout(() => wake?.(), ms);
      await woken();
      clearTimeout(timer);
    },

    say(text) {
      if (stream.writable) stream.write(text);
    },

    async startTls() {
      lines.drain();
      const below = new BelowTls(socket);
      take = (chunk) => below.feed(chunk);
      const secure = new TLSSocket(below, { isServer: true, secureContext });
      const outcome = await handshake(
        secure,
        () => ending,
        (call) => {
          wake = call;
        },
      );
      if (outcome.kind === "established") {
        stream = secure;
        secure.on("data", onData);
        listen(secure);
      } else secure.destroy();
      return outcome;
    },

    data(max, share) {
      const reader = createDataReader(max, share);
      return new Promise<DataReading>((resolve) => {
        const settle = (reading: DataReading, rest?: Buffer) => {
          divert = undefined;
          wake = undefined;
          if (rest?.length) lines.push(rest);
          resolve(reading);
        };
        const take = (chunk: Buffer) => {
          const came = reader.push(chunk);
          if (came === "too-long" || came === "no-room") return settle(came);
          if (came !== "more") settle({ message: came.message }, came.rest);
        };
        divert = take;
        wake = () => settle({ ending: ending ?? "closed" });
        if (ending) return settle({ ending });
        const before = lines.drain();
        if (before.length > 0) take(before);
        stream.resume();
      });
    },

    timeOut: () => end("time"),

    close() {
      stream.end();
      setTimeout(() => socket.destroy(), LINGER_MS);
    },
  };
}

/** Waits for the client's side of it, or for its end. */
function handshake(
  secure: TLSSocket,
  ended: () => Ending | undefined,
  onWake: (call: () => void) => void,
): Promise<TlsOutcome> {
  return new Promise((resolve) => {
    const fail = (why: string) => resolve({ kind: "failed", why });
    secure.once("secure", () => {
      const { servername } = secure as { servername?: string | false };
      resolve({
        kind: "established",
        version: secure.getProtocol() ?? "TLS",
        cipher: secure.getCipher().name,
        ...(servername ? { serverName: String(servername).slice(0, 255) } : {}),
      });
    });
    secure.once("error", (error: NodeJS.ErrnoException) => fail(error.code ?? "handshake"));
    secure.once("close", () => fail("closed"));
    onWake(() => fail(ended() === "time" ? "timeout" : "closed"));
  });
}
