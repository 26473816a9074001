import { createSocket, type Socket } from "node:dgram";
import type { Endpoint } from "../../facts/vantage.ts";
import { family } from "../../net/address.ts";
import { random16 } from "./chance.ts";
import { keyOf } from "./round-trips.ts";

/** Sockets towards one server at a time, from among which each question picks one by chance. */
const SOCKETS = 12;
/** Questions that one socket ever sends: then its port is given up for another one. */
const QUESTIONS = 200;
/** Room for the answers of all of them, should this process be busy: the system's own is often less. Octets. */
const RECEIVE_BUFFER = 512 * 1024;
/** A socket that nothing was sent from for so long is closed, in milliseconds. */
const IDLE_MS = 5_000;
/** After so many replies to questions that we did not ask, somebody is guessing at ours: we stop listening. */
const MAX_STRAYS = 50;

/** What becomes of one datagram. */
export interface Waiting {
  /** The question; its id is filled in when it is sent. */
  readonly query: Buffer;
  /** A message under the question's id. False where it answers another question: it is then ignored. */
  readonly take: (message: Buffer) => boolean;
  /** The system could not send, or the other side's refused it. */
  readonly fail: (reason: "network" | "malformed") => void;
}

/** Where one datagram left from: needed to ask how it stands, and to forget it. */
export interface Sent {
  /** Whether something came to its socket meanwhile that answers none of our questions. */
  readonly hasStrays: () => boolean;
  /** Nobody waits for it any more. */
  readonly forget: () => void;
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

  /** Once a second, while there is any: sockets out of use are closed. */
  function sweep(): void {
    const now = performance.now();
    for (const [key, pool] of pools) {
      for (const line of pool.filter((each) => each.isIdleSince(now - IDLE_MS))) line.shut();
      if (pool.length === 0) pools.delete(key);
    }
    sweeping = pools.size > 0 ? setTimeout(sweep, 1_000).unref() : undefined;
  }

  return {
    send(to, waiting) {
      const key = keyOf(to);
      let pool = pools.get(key);
      if (!pool) {
        pool = [];
        pools.set(key, pool);
      }
      sweeping ??= setTimeout(sweep, 1_000).unref();
      // Sixteen bits by chance, less than one in five thousand off an even share.
      const line = (pool.length < SOCKETS ? undefined : pool[random16() % pool.length]) ?? new Line(to, pool);
      return line.send(waiting);
    },
    close() {
      clearTimeout(sweeping);
      for (const pool of pools.values()) for (const line of [...pool]) line.shut();
      pools.clear();
    },
  };
}

/** Places for ids: a power of two, more than twice as many as are ever used. */
const PLACES = 512;
const FREE = -1;

/**
 * By id, what waits; the rest were used before. No id is used twice, so no late reply is taken for another's. Not a Map:
 * one that grows is copied again and again, and the copies keep alive what was in them.
 */
class Ids {
  readonly #ids = new Int32Array(PLACES).fill(FREE);
  readonly #waiting: (Waiting | undefined)[] = new Array(PLACES).fill(undefined);
  size = 0;

  /** Where an id is, or would be. Ids come by chance, so their last bits spread them. */
  #placeOf(id: number): number {
    let place = id % PLACES;
    while (this.#ids[place] !== id && this.#ids[place] !== FREE) place = (place + 1) % PLACES;
    return place;
  }

  has(id: number): boolean {
    return this.#ids[this.#placeOf(id)] === id;
  }

  get(id: number): Waiting | undefined {
    return this.#waiting[this.#placeOf(id)];
  }

  set(id: number, waiting: Waiting | undefined): void {
    const place = this.#placeOf(id);
    if (this.#ids[place] === FREE) this.size++;
    this.#ids[place] = id;
    this.#waiting[place] = waiting;
  }

  /** All that waits. From here on no id was ever used. */
  empty(): Waiting[] {
    const all = this.#waiting.filter((each) => each !== undefined);
    this.#ids.fill(FREE);
    this.#waiting.fill(undefined);
    this.size = 0;
    return all;
  }
}

/** One socket, and what waits there. */
class Line {
  readonly #socket: Socket;
  readonly #pool: Line[];
  readonly #ids = new Ids();
  /** Ids of what is to be sent as soon as the socket is connected, in order. */
  readonly #early: number[] = [];
  #waiting = 0;
  #ready = false;
  /** Takes no more questions; closed when the last one has ended. */
  #retired = false;
  #closed = false;
  #lastUse = 0;
  strays = 0;

  constructor(to: Endpoint, pool: Line[]) {
    this.#pool = pool;
    const of = family(to.address);
    this.#socket = createSocket({
      type: of === 6 ? "udp6" : "udp4",
      recvBufferSize: RECEIVE_BUFFER,
      // An address needs no looking up.
      lookup: (address, _, found) => found(null, address, of),
    });
    pool.push(this);
    // Nothing listens there, or there is no way: whatever was asked over this socket has failed at once.
    this.#socket.on("error", () => this.#drop("network"));
    this.#socket.on("message", (message) => this.#take(message));
    this.#socket.connect(to.port, to.address, (error?: Error) => this.#connected(error));
    this.#socket.unref();
  }

  send(waiting: Waiting): Sent {
    let id = random16();
    while (this.#ids.has(id)) id = random16();
    waiting.query.writeUInt16BE(id, 0);
    this.#ids.set(id, waiting);
    this.#waiting++;
    this.#lastUse = performance.now();
    if (this.#ids.size >= QUESTIONS) this.#retire();
    if (this.#ready) this.#socket.send(waiting.query, this.#onSent);
    else this.#early.push(id);
    return new Datagram(this, id);
  }

  forget(id: number) {
    if (this.#ids.get(id) === undefined) return;
    this.#ids.set(id, undefined);
    this.#waiting--;
    if (this.#retired && this.#waiting === 0) this.shut();
  }

  isIdleSince(moment: number): boolean {
    return this.#waiting === 0 && this.#lastUse < moment;
  }

  shut(): void {
    this.#retire();
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.close();
  }

  #connected(error: Error | undefined) {
    if (this.#closed) return;
    if (error) return this.#drop("network");
    this.#ready = true;
    for (const id of this.#early.splice(0)) {
      const waiting = this.#ids.get(id);
      if (waiting) this.#socket.send(waiting.query, this.#onSent);
    }
  }

  /** What the system said of one datagram. */
  readonly #onSent = (error: Error | null): void => {
    if (error) this.#drop("network");
  };

  #take(message: Buffer): void {
    const id = message.length >= 2 ? message.readUInt16BE(0) : undefined;
    const waiting = id === undefined ? undefined : this.#ids.get(id);
    if (waiting?.take(message)) return;
    if (!waiting && id !== undefined && this.#ids.has(id)) return;
    if (++this.strays >= MAX_STRAYS) this.#drop("malformed");
  }

  #drop(reason: "network" | "malformed"): void {
    if (this.#closed) return;
    this.#retire();
    const all = this.#ids.empty();
    this.#waiting = 0;
    this.shut();
    for (const each of all) each.fail(reason);
  }

  #retire() {
    if (this.#retired) return;
    this.#retired = true;
    this.#pool.splice(this.#pool.indexOf(this), 1);
  }
}

class Datagram implements Sent {
  readonly #line: Line;
  readonly #id: number;
  readonly #strays: number;

  constructor(line: Line, id: number) {
    this.#line = line;
    this.#id = id;
    this.#strays = line.strays;
  }

  hasStrays(): boolean {
    return this.#line.strays > this.#strays;
  }

  forget(): void {
    this.#line.forget(this.#id);
  }
}
