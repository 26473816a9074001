import { createServer, type Server, type Socket } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import { type IpAddress, networkOf, parseAddress, unmapped } from "../checks/view.ts";
import type { OwnCertificate } from "./certificate.ts";
import type { Desk } from "./desk.ts";
import { createRoom } from "./room.ts";
import { type SessionRules, serveSession } from "./session.ts";
import { createSocketWire } from "./socket-wire.ts";

export interface ListenerOptions extends Omit<SessionRules, "now" | "room" | "takeTls"> {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly certificate: OwnCertificate;
  /** Connections at once, of one network and in all. */
  readonly perNetwork: number;
  readonly connections: number;
  /** Connections in TLS at once: each takes four times what another one takes. */
  readonly inTls: number;
  readonly sessionMs: number;
  readonly maxOctets: number;
  /** Octets of all messages that are being read, together. */
  readonly maxMessages: number;
}

export interface Listener {
  /** Where it listens. */
  readonly port: number;
  /** Connections there are now. */
  readonly count: () => number;
  /** Takes no more, ends those there are, and waits until all they showed is kept. */
  readonly close: () => Promise<void>;
}

/** Octets kept of one line: an EHLO argument of 510 with its verb, a path with parameters. */
const MAX_LINE = 1_024;
/** How long a session whose time is up has to say so, in milliseconds. */
const GRACE_MS = 1_000;
/** Connections over a cap that are told so at once; any more are closed without a word. */
const TURNED_AWAY = 50;
/** How long they have to take that, in milliseconds. */
const TOLD_MS = 500;

/** Listens for mail servers (RFC 5321) under caps on time, octets, commands and connections. Rejects where it cannot. */
export async function startListener(options: ListenerOptions, desk: Desk): Promise<Listener> {
  const open = new Map<Socket, () => void>();
  const networks = new Map<IpAddress, number>();
  const sessions = new Set<Promise<void>>();
  const secureContext = contextOf(options.certificate);
  const rules = { ...options, room: createRoom(options.maxMessages), now: Date.now };
  let turnedAway = 0;
  let inTls = 0;

  // One that has ended its side may still be told something.
  const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (accepted) => {
    const address = parseAddress(accepted.remoteAddress ?? "");
    if (!address) return accepted.destroy();
    const own = unmapped(address);
    const network = networkOf(own);
    const here = networks.get(network) ?? 0;
    if (open.size >= options.connections || here >= options.perNetwork) {
      if (turnedAway >= TURNED_AWAY) return accepted.destroy();
      turnedAway++;
      accepted.once("close", () => turnedAway--);
      return turnAway(accepted, options.name);
    }
    networks.set(network, here + 1);
    const socket = serve(accepted, own);
    socket.once("close", () => {
      open.delete(socket);
      const left = (networks.get(network) ?? 1) - 1;
      if (left > 0) networks.set(network, left);
      else networks.delete(network);
    });
  });

  /** Begins a session, and gives its connection. */
  const serve = (accepted: Socket, address: IpAddress): Socket => {
    const wire = createSocketWire(accepted, address, secureContext, { ...options, maxLine: MAX_LINE });
    const { socket } = wire;
    open.set(socket, wire.timeOut);
    const timer = setTimeout(wire.timeOut, options.sessionMs);
    // Whatever the session waits for then, and whether or not the client reads.
    const last = setTimeout(() => socket.destroy(), options.sessionMs + GRACE_MS);
    const takeTls = () => {
      if (inTls >= options.inTls) return false;
      inTls++;
      socket.once("close", () => inTls--);
      return true;
    };
    const session = serveSession(wire, { ...rules, takeTls }, desk)
      .catch(options.onFault)
      .finally(() => {
        clearTimeout(timer);
        clearTimeout(last);
        wire.close();
        sessions.delete(session);
      });
    sessions.add(session);
    return socket;
  };

  // Beyond those, Node makes nothing of a connection before it closes it.
  server.maxConnections = options.connections + TURNED_AWAY;
  await listen(server, options);
  const at = server.address();
  return {
    port: at && typeof at === "object" ? at.port : options.port,
    count: () => open.size,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const [socket, timeOut] of open) {
        timeOut();
        socket.destroySoon();
      }
      await Promise.all([closed, ...sessions]);
    },
  };
}

function listen(server: Server, { host, port }: ListenerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.removeListener("error", reject);
      // Where no descriptor is left for another connection, those that are open go on.
      server.on("error", () => undefined);
      resolve();
    });
  });
}

/** Says that there is no room, and reads nothing. */
function turnAway(socket: Socket, name: string): void {
  socket.on("error", () => undefined);
  socket.end(`421 4.7.0 ${name} Too many connections; try again later.\r\n`);
  setTimeout(() => socket.destroy(), TOLD_MS);
}

/** OpenSSL's groups without its hybrid one, which keeps 8 KiB more for each connection. */
const GROUPS = "X25519:P-256:X448:P-384:P-521:ffdhe2048:ffdhe3072";

/** Old clients are to be seen, too, not turned away: nothing here is worth protecting. */
const contextOf = ({ cert, key }: OwnCertificate): SecureContext =>
  createSecureContext({ cert, key, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0", ecdhCurve: GROUPS });
