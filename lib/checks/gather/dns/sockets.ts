import type { Endpoint } from "../../facts/vantage.ts";
import { random16 } from "./chance.ts";
import { Datagrams } from "./datagrams.ts";
import type { Home, Line, Sent, Waiting } from "./line.ts";
import { keyOf } from "./round-trips.ts";
import { Stream } from "./stream.ts";

/** UDP sockets towards one server at a time, from among which each question picks one by chance. */
const SOCKETS = 12;
/** With so many questions open at one server, more than one check has, more of them go together, over a few connections. */
const CROWD = 96;
const STREAMS = 4;

/** When sockets and connections end that are of no use, in milliseconds. */
export interface Times {
  /** How often they are looked at. */
  readonly sweep: number;
  /** A socket that nothing was sent from for so long is closed; a connection as well (RFC 7766 section 6.2.3). */
  readonly idleSocket: number;
  readonly idleStream: number;
  /** A connection is ended where nothing has come for so long although something should have: longer than anybody waits. */
  readonly silent: number;
  /** So long a server that does not take to TCP is asked over UDP alone. */
  readonly rest: number;
}

const TIMES: Times = { sweep: 1_000, idleSocket: 5_000, idleStream: 2_000, silent: 5_000, rest: 10 * 60_000 };

/** UDP sockets and TCP connections of a vantage, shared by its questions. */
export interface Sockets {
  /** As a datagram, or, where `inBulk` allows that and many wait for the same server, together with them over TCP. */
  readonly send: (to: Endpoint, waiting: Waiting, inBulk?: boolean) => Sent;
  /** Over a TCP connection of its own. */
  readonly sendOverTcp: (to: Endpoint, waiting: Waiting) => Sent;
  readonly close: () => void;
}

/**
 * A rotating pool of UDP sockets: connected, so that the system drops what comes from elsewhere, each from a random
 * port and with random ids (RFC 5452 section 9). Many questions share a socket, which costs the system far less than
 * one each; which of a dozen sockets a question leaves from is chance, and none is used for long.
 *
 * Each datagram costs the system a call to send it and one to receive its answer. Where many questions are open at one
 * server, those that follow go over a few kept TCP connections (RFC 7766 section 6.2.1), dozens with a call. A server
 * that will not have that is asked over UDP, as everybody is meanwhile.
 */
export function createSockets(times = TIMES): Sockets {
  const places = new Map<string, Place>();
  let sweeping: NodeJS.Timeout | undefined;

  /** While there is any: what is out of use is closed. */
  function sweep(): void {
    const now = performance.now();
    for (const [key, place] of places) if (!place.sweep(now)) places.delete(key);
    sweeping = places.size > 0 ? setTimeout(sweep, times.sweep).unref() : undefined;
  }

  function placeOf(to: Endpoint): Place {
    const key = keyOf(to);
    const known = places.get(key);
    if (known) return known;
    const place = new Place(to, times);
    places.set(key, place);
    sweeping ??= setTimeout(sweep, times.sweep).unref();
    return place;
  }

  return {
    send: (to, waiting, inBulk = false) => placeOf(to).lineFor(inBulk).send(waiting),
    sendOverTcp: (to, waiting) => new Stream(to, placeOf(to), 1).send(waiting),
    close() {
      clearTimeout(sweeping);
      for (const place of places.values()) place.close();
      places.clear();
    },
  };
}

/** All sockets and connections towards one server. */
class Place implements Home {
  inFlight = 0;
  readonly #to: Endpoint;
  readonly #times: Times;
  readonly #sockets: Datagrams[] = [];
  readonly #streams: Stream[] = [];
  #restsUntil = 0;

  constructor(to: Endpoint, times: Times) {
    this.#to = to;
    this.#times = times;
  }

  lineFor(inBulk: boolean): Line {
    return (inBulk && this.inFlight >= CROWD && this.#stream()) || this.#socket();
  }

  leave(line: Line): void {
    for (const lines of [this.#sockets, this.#streams] as Line[][]) {
      const place = lines.indexOf(line);
      if (place >= 0) lines.splice(place, 1);
    }
  }

  refuseTcp(): void {
    this.#restsUntil = performance.now() + this.#times.rest;
  }

  /** False where nothing is left. */
  sweep(now: number): boolean {
    for (const socket of this.#sockets.filter((each) => each.isIdleSince(now - this.#times.idleSocket))) socket.shut();
    for (const stream of [...this.#streams]) {
      if (stream.isIdleSince(now - this.#times.idleStream)) stream.shut();
      else stream.endSilence(now - this.#times.silent);
    }
    return this.#sockets.length > 0 || this.#streams.length > 0 || now < this.#restsUntil;
  }

  close(): void {
    for (const line of [...this.#sockets, ...this.#streams]) line.shut();
  }

  #socket(): Datagrams {
    // Sixteen bits by chance, less than one in five thousand off an even share.
    const known = this.#sockets.length < SOCKETS ? undefined : this.#sockets[random16() % SOCKETS];
    if (known) return known;
    const socket = new Datagrams(this.#to, this);
    this.#sockets.push(socket);
    return socket;
  }

  /** A connection with room. Where there is none, another one is made, and nothing waits for that. */
  #stream(): Stream | undefined {
    const known = this.#streams.find((each) => each.hasRoom);
    if (known || this.#streams.length >= STREAMS) return known;
    // One at a time: the next one when the last has shown what it is worth.
    if (this.#streams.every((each) => each.isProven) && performance.now() >= this.#restsUntil)
      this.#streams.push(new Stream(this.#to, this));
    return undefined;
  }
}
