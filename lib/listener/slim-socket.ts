import { Socket, type SocketConstructorOpts } from "node:net";
import { Duplex } from "node:stream";

/*
 * Sockets of which a thread may have hundreds. Left to itself Node makes 64 KiB for each chunk that it reads, and keeps 64 KiB
 * for each connection in TLS.
 */

/** Octets that are read at once. All sockets read into the same buffer: what is in it is looked at before the next one reads. */
const READ = 4_096;
/** Node keeps a buffer for each connection in TLS that is as large as what came at once, and 1 KiB at least. */
const BELOW_TLS = 1_000;

const buffer = Buffer.allocUnsafeSlow(READ);

/**
 * Takes over a connection that a server has accepted with `pauseOnConnect`, and reads as long as it is not paused. There are
 * no "data" events: `take` gets the octets, and copies what it wants to keep.
 */
export function slimSocket(accepted: Socket, take: (chunk: Buffer) => void): Socket {
  const holder = accepted as unknown as { _handle: object | null };
  const handle = holder._handle;
  // The server counts its connections by those that it has made.
  holder._handle = null;
  const callback = (octets: number) => {
    take(buffer.subarray(0, octets));
    return true;
  };
  const options = { handle, allowHalfOpen: true, onread: { buffer, callback } };
  const socket = new Socket(options as SocketConstructorOpts);
  socket.once("close", () => accepted.destroy());
  return socket.resume();
}

/** What TLS gets instead of a slim socket, so that it keeps less for it. Octets go in by `feed`. */
export class BelowTls extends Duplex {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super({ readableHighWaterMark: READ, writableHighWaterMark: READ });
    this.#socket = socket;
    socket.once("end", () => this.push(null));
    socket.once("close", () => this.destroy());
    this.on("error", () => undefined);
  }

  feed(chunk: Buffer): void {
    let more = true;
    for (let at = 0; at < chunk.length; at += BELOW_TLS)
      more = this.push(Buffer.from(chunk.subarray(at, at + BELOW_TLS)));
    if (!more) this.#socket.pause();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _: string, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done);
  }

  override _final(done: () => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
