import { randomInt } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import type { Endpoint } from "../../facts/vantage.ts";
import { family } from "../../net/address.ts";
import { keyOf } from "./round-trips.ts";

/** Sockets towards one server at a time, from among which each question picks one by chance. */
const SOCKETS = 12;
/** Questions that one socket ever sends: then its port is given up for another one. */
const QUESTIONS = 200;
/** A socket that nothing was sent from for so long is closed, in milliseconds. */
const IDLE_MS = 5_000;
/** After so many replies to questions that we did not ask, somebody is guessing at ours: we stop listening. */
const MAX_STRAYS = 50;

/** What becomes of one datagram. */
export interface Waiting {
  /** The question, without its id. Whoever waits says whether a message with that id answers it. */
  readonly query: Buffer;
  /** A message under the question's id. False where it answers another question: it is then ignored. */
  readonly take: (message: Buffer) => boolean;
  /** The system could not send, or the other side's refused it. */
  readonly fail: (reason: "network" | "malformed") => void;
}

/** One datagram under way. */
export interface Sent {
  /** Whether something came to its socket meanwhile that answers none of our questions. */
  readonly hasStrays: () => boolean;
  /** Nobody waits for it any more. */
  readonly forget: () => void;
}

interface Line {
  readonly socket: Socket;
  readonly waiting: Map<number, Waiting>;
  /** Ids that were ever used here: none is used twice, so a late reply cannot be taken for another question's. */
  readonly used: Set<number>;
  ready: boolean;
  /** Takes no more questions; closed when the last one has ended. */
  retired: boolean;
  closed: boolean;
  strays: number;
  lastUse: number;
  /** What the system said of one datagram. */
  readonly onSent: (error: Error | null) => void;
}

/** UDP sockets of a vantage, shared by its questions. */
export interface Sockets {
  readonly send: (to: Endpoint, waiting: Waiting) => Sent;
  readonly close: () => void;
}

/**
 * A rotating pool of UDP sockets: connected, so that the system drops what comes from elsewhere, each from a random
 * port and with random ids (RFC 5452 section 9). Many questions share a socket, which costs the system far less than
 * one each; which of a dozen sockets a question leaves from is chance, and none is used for long.
 */
export function createSockets(): Sockets {
  const pools = new Map<string, Line[]>();
  let sweeping: NodeJS.Timeout | undefined;

  function open(to: Endpoint, pool: Line[]): Line {
    const socket = createSocket({
      type: family(to.address) === 6 ? "udp6" : "udp4",
      // An address needs no looking up.
      lookup: (address, _, found) => found(null, address, family(to.address)),
    });
    const drop = (reason: "network" | "malformed") => {
      if (line.closed) return;
      retire(line, pool);
      const all = [...line.waiting.values()];
      line.waiting.clear();
      for (const each of all) each.fail(reason);
      shut(line);
    };
    const line: Line = {
      socket,
      waiting: new Map(),
      used: new Set(),
      ready: false,
      retired: false,
      closed: false,
      strays: 0,
      lastUse: performance.now(),
      onSent: (error) => error && drop("network"),
    };
    pool.push(line);
    // Nothing listens there, or there is no way: whatever was asked over this socket has failed at once.
    socket.on("error", () => drop("network"));
    socket.on("message", (message) => {
      const id = message.length >= 2 ? message.readUInt16BE(0) : -1;
      const waiting = line.waiting.get(id);
      if (waiting?.take(message)) return;
      if (!waiting && line.used.has(id)) return;
      if (++line.strays >= MAX_STRAYS) drop("malformed");
    });
    socket.connect(to.port, to.address, (error?: Error) => {
      if (line.closed) return;
      if (error) return drop("network");
      line.ready = true;
      for (const each of line.waiting.values()) socket.send(each.query, line.onSent);
    });
    socket.unref();
    return line;
  }

  function retire(line: Line, pool: Line[]): void {
    if (line.retired) return;
    line.retired = true;
    pool.splice(pool.indexOf(line), 1);
  }

  /** Once a second, while there is any: sockets out of use are closed. */
  function sweep(): void {
    const now = performance.now();
    for (const [key, pool] of pools) {
      for (const line of pool.filter(({ waiting, lastUse }) => waiting.size === 0 && now - lastUse > IDLE_MS)) {
        retire(line, pool);
        shut(line);
      }
      if (pool.length === 0) pools.delete(key);
    }
    sweeping = pools.size > 0 ? setTimeout(sweep, 1_000).unref() : undefined;
  }

  return {
    send(to, waiting) {
      const key = keyOf(to);
      const pool = pools.get(key) ?? [];
      if (pool.length === 0) pools.set(key, pool);
      const line = (pool.length < SOCKETS ? undefined : pool[randomInt(pool.length)]) ?? open(to, pool);
      const id = freshId(line);
      waiting.query.writeUInt16BE(id, 0);
      line.waiting.set(id, waiting);
      line.lastUse = performance.now();
      if (line.used.size >= QUESTIONS) retire(line, pool);
      const { strays } = line;
      if (line.ready) line.socket.send(waiting.query, line.onSent);
      sweeping ??= setTimeout(sweep, 1_000).unref();
      return {
        hasStrays: () => line.strays > strays,
        forget: () => {
          line.waiting.delete(id);
          if (line.retired && line.waiting.size === 0) shut(line);
        },
      };
    },
    close() {
      clearTimeout(sweeping);
      for (const pool of pools.values()) for (const line of [...pool]) shut(line);
      pools.clear();
    },
  };
}

function freshId(line: Line): number {
  for (;;) {
    const id = randomInt(0x10000);
    if (line.used.has(id)) continue;
    line.used.add(id);
    return id;
  }
}

function shut(line: Line): void {
  if (line.closed) return;
  line.closed = true;
  line.socket.close();
}
