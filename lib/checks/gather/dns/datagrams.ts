import { createSocket, type Socket } from "node:dgram";
import type { Endpoint } from "../../facts/vantage.ts";
import { family } from "../../net/address.ts";
import { type Home, Line, type LineKind } from "./line.ts";

/** Room for the answers of all of a socket's questions, should this process be busy: the system's own is often less. Octets. */
const RECEIVE_BUFFER = 512 * 1024;

/**
 * A socket's port is given up for another one after so many questions; after so many strays somebody is guessing at our
 * questions, and we stop listening.
 */
const UDP: LineKind = { overTcp: false, questions: 200, strays: 50 };

/** One UDP socket, connected: the system drops what comes from elsewhere. */
export class Datagrams extends Line {
  readonly #socket: Socket;
  /** Ids of what is to be sent as soon as the socket is connected, in order. */
  readonly #early: number[] = [];
  #ready = false;

  constructor(to: Endpoint, home: Home) {
    super(UDP, home);
    const of = family(to.address);
    this.#socket = createSocket({
      type: of === 6 ? "udp6" : "udp4",
      recvBufferSize: RECEIVE_BUFFER,
      // An address needs no looking up.
      lookup: (address, _, found) => found(null, address, of),
    });
    // Nothing listens there, or there is no way: whatever was asked over this socket has failed at once.
    this.#socket.on("error", () => this.drop("network"));
    this.#socket.on("message", (message) => this.take(message));
    this.#socket.connect(to.port, to.address, (error?: Error) => this.#connected(error));
    this.#socket.unref();
  }

  protected transmit(query: Buffer, id: number): void {
    if (this.#ready) this.#socket.send(query, this.#onSent);
    else this.#early.push(id);
  }

  protected close(): void {
    this.#socket.close();
  }

  #connected(error: Error | undefined) {
    if (this.closed) return;
    if (error) return this.drop("network");
    this.#ready = true;
    for (const id of this.#early.splice(0)) {
      const waiting = this.waitsFor(id);
      if (waiting) this.#socket.send(waiting.query, this.#onSent);
    }
  }

  /** What the system said of one datagram. */
  readonly #onSent = (error: Error | null): void => {
    if (error) this.drop("network");
  };
}
