import { constants } from "node:crypto";
import { once } from "node:events";
import type { Socket } from "node:net";
import { createSecureContext, type SecureVersion, TLSSocket } from "node:tls";
import type { ServerCertificate } from "./certificate.ts";

export interface PeerTls {
  readonly certificate: ServerCertificate;
  /** Others, by the server name that the client sends. */
  readonly byName?: ReadonlyMap<string, ServerCertificate>;
  readonly min?: SecureVersion;
  readonly max?: SecureVersion;
}

/** The server's end of one connection: lines in, octets out, TLS in between, and ways to end it badly. */
export interface Peer {
  /** The next line the client sent, without its end; undefined when no more will come. */
  readonly line: () => Promise<string | undefined>;
  /** False when the client is gone. */
  readonly send: (octets: string | Uint8Array) => Promise<boolean>;
  readonly wait: (ms: number) => Promise<void>;
  /** Takes the server's side of the handshake; false when it failed. */
  readonly secure: (tls: PeerTls) => Promise<boolean>;
  /** Asks the client to shake hands again, with another certificate this time (TLS 1.2 and older). */
  readonly renegotiate: (certificate: ServerCertificate) => void;
  readonly close: () => void;
  /** Ends with RST instead of FIN. */
  readonly reset: () => void;
}

/** `heard` gets every line, in order, also those that nobody waits for. */
export function createPeer(raw: Socket, heard: (line: string) => void): Peer {
  const gone = new AbortController();
  let socket: Socket = raw;
  let buffer = Buffer.alloc(0);
  let ended = false;
  let wake = () => {};

  const onData = (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    wake();
  };
  const onEnd = () => {
    ended = true;
    wake();
  };
  const listen = (to: Socket) => to.on("data", onData).on("end", onEnd).on("close", onEnd);
  raw.on("error", () => {}).once("close", () => gone.abort());
  listen(raw);

  function take(): string | undefined {
    const lf = buffer.indexOf(0x0a);
    if (lf < 0) return undefined;
    const line = buffer.toString("latin1", 0, lf).replace(/\r$/, "");
    buffer = buffer.subarray(lf + 1);
    heard(line);
    return line;
  }

  return {
    async line() {
      for (;;) {
        const line = take();
        if (line !== undefined || ended) return line;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async send(octets) {
      if (socket.destroyed || !socket.writable) return false;
      if (!socket.write(octets)) await once(socket, "drain", { signal: gone.signal }).catch(() => {});
      return !socket.destroyed;
    },
    wait: (ms) =>
      new Promise((resolve) => {
        if (gone.signal.aborted) return resolve();
        // By the timers in force, as the clients' patience: tests may replace both together.
        const timer = setTimeout(resolve, ms);
        const leave = () => {
          clearTimeout(timer);
          resolve();
        };
        gone.signal.addEventListener("abort", leave, { once: true });
      }),
    async secure({ certificate, byName, min = "TLSv1", max }) {
      raw.off("data", onData).off("end", onEnd).off("close", onEnd).pause();
      // The client may have been quicker than our own 220.
      if (buffer.length > 0) raw.unshift(buffer);
      buffer = Buffer.alloc(0);
      const contextOf = (shown: ServerCertificate) =>
        createSecureContext({
          ...shown,
          minVersion: min,
          ...(max ? { maxVersion: max } : {}),
          ciphers: "DEFAULT:@SECLEVEL=0",
          secureOptions: constants.SSL_OP_CIPHER_SERVER_PREFERENCE,
        });
      const secured = new TLSSocket(raw, {
        isServer: true,
        secureContext: contextOf(certificate),
        SNICallback: (name, done) => {
          const own = byName?.get(name);
          done(null, own && contextOf(own));
        },
      });
      secured.on("error", () => secured.destroy());
      // Not every end of the one is one of the other.
      secured.once("close", () => raw.destroy());
      socket = secured;
      listen(secured);
      try {
        await once(secured, "secure", { signal: gone.signal });
        return true;
      } catch {
        return false;
      }
    },
    renegotiate(certificate) {
      if (!(socket instanceof TLSSocket)) return;
      socket.setKeyCert(createSecureContext({ ...certificate }));
      socket.renegotiate({}, () => {});
    },
    close() {
      while (take() !== undefined);
      socket.end();
      raw.destroySoon();
    },
    reset() {
      while (take() !== undefined);
      raw.resetAndDestroy();
    },
  };
}
