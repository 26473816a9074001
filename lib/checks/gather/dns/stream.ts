import { connect, type Socket } from "node:net";
import type { Endpoint } from "../../facts/vantage.ts";
import { type Home, Line, type LineKind } from "./line.ts";

/** Questions that one connection ever carries. */
const QUESTIONS = 4_000;
/** Over TCP nobody can guess: one answer to a question that we did not ask, and the other side is not to be trusted. */
const kindOf = (questions: number): LineKind => ({ overTcp: true, questions, strays: 1 });
/** Questions that wait on one connection at a time: before anything came over it, and then. */
const [AT_FIRST, AT_ONCE] = [8, 64];
/** A connection that the other side ends before it has answered so many was not worth making. */
const WORTH = 100;
/** Octets of length before each message (RFC 1035 section 4.2.2). */
const LENGTH = 2;

/**
 * One TCP connection (RFC 7766): questions are sent without waiting for answers, all that are asked in one turn of the
 * event loop in one piece, and answers come in any order. When it ends, whatever waits there has failed.
 */
export class Stream extends Line {
  readonly #socket: Socket;
  readonly #home: Home;
  /** What is sent at the end of this turn. */
  #out: Buffer[] = [];
  #outSize = 0;
  /** The beginning of a message whose end has not come, and how long it will be, in octets. */
  #parts: Buffer[] = [];
  #partsSize = 0;
  #whole = 0;
  #ready = false;
  /** An answer is late, and nothing has come since its question was sent. */
  #doubted = false;
  /** Since when an answer has been due, or the connection itself. */
  #quietSince = performance.now();

  constructor(to: Endpoint, home: Home, questions = QUESTIONS) {
    super(kindOf(questions), home);
    this.#home = home;
    this.#socket = connect({ host: to.address, port: to.port, noDelay: true });
    this.#socket.on("connect", () => {
      this.#ready = true;
    });
    this.#socket.on("data", (chunk) => this.#read(chunk));
    this.#socket.on("error", () => this.drop("network"));
    this.#socket.on("end", () => this.drop("malformed"));
    this.#socket.on("close", () => this.drop("malformed"));
    this.#socket.unref();
  }

  /** Whether another question may be sent over it now. */
  get hasRoom(): boolean {
    return this.#ready && !this.#doubted && this.waiting < (this.isProven ? AT_ONCE : AT_FIRST);
  }

  /** Whether something came over it. */
  get isProven(): boolean {
    return this.came > 0;
  }

  /** Ends it where nothing has come since then although something should have. */
  endSilence(moment: number): void {
    const isDue = this.waiting > 0 || this.#doubted || !this.#ready;
    if (isDue && this.#quietSince < moment) this.drop("network");
  }

  // Messages over a connection may come all together late: only what came since tells.
  override late(came: number): void {
    if (this.came === came) this.#doubted = true;
  }

  protected transmit(query: Buffer): void {
    if (this.waiting === 1) this.#quietSince = performance.now();
    if (this.#outSize === 0) setImmediate(this.#flush);
    this.#out.push(query);
    this.#outSize += LENGTH + query.length;
  }

  protected close(): void {
    this.#socket.destroy();
  }

  protected override drop(reason: "network" | "malformed"): void {
    if (!this.closed && this.came < WORTH) this.#home.refuseTcp();
    super.drop(reason);
  }

  readonly #flush = (): void => {
    const bytes = Buffer.allocUnsafe(this.#outSize);
    let at = 0;
    for (const query of this.#out) {
      at = bytes.writeUInt16BE(query.length, at);
      bytes.set(query, at);
      at += query.length;
    }
    this.#out = [];
    this.#outSize = 0;
    if (!this.closed) this.#socket.write(bytes);
  };

  #read(chunk: Buffer): void {
    this.#doubted = false;
    this.#quietSince = performance.now();
    const bytes = this.#joined(chunk);
    let at = 0;
    while (bytes && !this.closed) {
      const start = at + LENGTH;
      const end = start <= bytes.length ? start + bytes.readUInt16BE(at) : start;
      if (end > bytes.length) {
        this.#keep(bytes.subarray(at), end - at);
        return;
      }
      this.take(bytes.subarray(start, end));
      at = end;
    }
  }

  /** With what came before; undefined while that is not a whole message. Joined once, however small the pieces. */
  #joined(chunk: Buffer): Buffer | undefined {
    if (this.#parts.length === 0) return chunk;
    this.#parts.push(chunk);
    this.#partsSize += chunk.length;
    if (this.#partsSize < this.#whole) return undefined;
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    return bytes;
  }

  #keep(rest: Buffer, whole: number): void {
    if (rest.length === 0) return;
    this.#parts = [rest];
    this.#partsSize = rest.length;
    this.#whole = whole;
  }
}
