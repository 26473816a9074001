import { Duplex } from "node:stream";
import { movable, type Order, type Peer, type Traffic, WINDOW, type Word } from "./messages.ts";

type Done = (error?: Error | null) => void;

/** A client's connection that the thread in front holds, as the HTTP server wants one: as `net.Socket`, where it looks. */
export class RelayedSocket extends Duplex {
  readonly remoteAddress: string | undefined;
  readonly remotePort: number | undefined;
  readonly remoteFamily: string | undefined;
  readonly localAddress: string | undefined;
  readonly localPort: number | undefined;
  readonly #id: number;
  readonly #say: (order: Order, moved?: ArrayBuffer[]) => void;
  /** Octets that were sent and not taken yet; what waits for that. */
  #open = 0;
  #waiting: Done | undefined;
  /** Octets that came and were not read yet. */
  #unread = 0;
  #isGone = false;
  #idleMs = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(id: number, peer: Peer, say: (order: Order, moved?: ArrayBuffer[]) => void) {
    super({ allowHalfOpen: true });
    this.#id = id;
    this.#say = say;
    this.remoteAddress = peer.remoteAddress;
    this.remotePort = peer.remotePort;
    this.remoteFamily = peer.remoteFamily;
    this.localAddress = peer.localAddress;
    this.localPort = peer.localPort;
    // Requests that came together each listen for its end.
    this.setMaxListeners(0);
    // Whoever uses it mostly listens for that, too. It is over, and that is all there is to it.
    this.on("error", () => undefined);
  }

  /** What the thread in front says about this connection. */
  obey(word: Traffic | Extract<Word, { kind: "closed" }>): void {
    if (this.destroyed) return;
    switch (word.kind) {
      case "data": {
        const { buffer, byteOffset, byteLength } = word.octets;
        this.#unread += byteLength;
        this.#stir();
        this.push(Buffer.from(buffer, byteOffset, byteLength));
        return;
      }
      case "end":
        this.push(null);
        return;
      case "took": {
        this.#open -= word.count;
        this.#stir();
        const waiting = this.#waiting;
        if (this.#open >= WINDOW || !waiting) return;
        this.#waiting = undefined;
        waiting();
        return;
      }
      case "closed":
        this.#isGone = true;
        this.destroy(word.code ? Object.assign(new Error(`read ${word.code}`), { code: word.code }) : undefined);
    }
  }

  /** Tells the thread in front that all that was asked is answered: if it knows where that ended, it goes on with it. */
  sayAnswered(): void {
    if (!this.#isGone && !this.destroyed && this.writable && this.writableLength === 0)
      this.#say({ kind: "answered", id: this.#id });
  }

  override _read(): void {
    if (this.#unread === 0) return;
    this.#say({ kind: "took", id: this.#id, count: this.#unread });
    this.#unread = 0;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    const octets = movable(chunk);
    this.#open += octets.byteLength;
    this.#stir();
    this.#say({ kind: "data", id: this.#id, octets }, [octets.buffer]);
    if (this.#open < WINDOW) done();
    else this.#waiting = done;
  }

  override _writev(chunks: { readonly chunk: Buffer }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "buffer" as BufferEncoding, done);
  }

  override _final(done: Done): void {
    if (!this.#isGone) this.#say({ kind: "end", id: this.#id });
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    clearTimeout(this.#idle);
    if (!this.#isGone) this.#say({ kind: "close", id: this.#id, abruptly: !this.writableFinished });
    this.#isGone = true;
    done(error);
  }

  /** As of `net.Socket`: `timeout` after so many milliseconds in which nothing comes or goes. */
  setTimeout(ms: number, call?: () => void): this {
    this.#idleMs = ms;
    clearTimeout(this.#idle);
    this.#idle = ms > 0 ? setTimeout(() => this.emit("timeout"), ms).unref() : undefined;
    if (call && ms > 0) this.once("timeout", call);
    else if (call) this.off("timeout", call);
    return this;
  }
  get timeout(): number {
    return this.#idleMs;
  }
  #stir(): void {
    this.#idle?.refresh();
  }

  /** As of `net.Socket`: ends when all was sent. */
  destroySoon(): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once("finish", () => this.destroy());
  }

  // The thread in front sees to these.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
