import { connect, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";

/** A mail server that sends, as a test has it: says octets as they are and reads replies. */
export interface Client {
  /** The next whole reply, all of its lines; "" once the connection has ended. */
  readonly reply: () => Promise<string>;
  /** Sends octets, without waiting. */
  readonly send: (octets: string | Uint8Array) => void;
  /** Sends a line and waits for its reply. */
  readonly say: (line: string) => Promise<string>;
  /** Goes on in TLS. */
  readonly secure: () => Promise<TLSSocket>;
  /** Settles once the other side has ended or cut the connection. */
  readonly closed: Promise<void>;
  readonly socket: Socket;
  readonly end: () => void;
}

/** Connects to a listener on loopback. */
export function connectClient(port: number, from?: string): Client {
  const socket = connect({ port, host: "127.0.0.1", ...(from ? { localAddress: from } : {}) });
  let stream: Socket = socket;
  let text = "";
  let over = false;
  let wake = () => {};
  const closed = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      wake();
      resolve();
    };
    for (const event of ["end", "close", "error"] as const) socket.on(event, end);
  });
  const onData = (chunk: Buffer) => {
    text += chunk.toString("latin1");
    wake();
  };
  socket.on("data", onData);

  const reply = async () => {
    for (;;) {
      const [whole] = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(text) ?? [];
      if (whole !== undefined) {
        text = text.slice(whole.length);
        return whole.trimEnd();
      }
      if (over) return "";
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const send = (octets: string | Uint8Array) => {
    if (stream.writable) stream.write(octets);
  };
  return {
    reply,
    send,
    say(line) {
      send(`${line}\r\n`);
      return reply();
    },
    secure() {
      socket.removeListener("data", onData);
      const secure = connectTls({ socket, rejectUnauthorized: false });
      stream = secure;
      secure.on("data", onData);
      secure.on("error", () => wake());
      return new Promise((resolve) => secure.once("secureConnect", () => resolve(secure)));
    },
    closed,
    socket,
    end: () => socket.destroy(),
  };
}
