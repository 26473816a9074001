import { random16 } from "./chance.ts";
import { Ids } from "./ids.ts";

/** What becomes of one message. */
export interface Waiting {
  /** The question; its id is filled in when it is sent. */
  readonly query: Buffer;
  /** A message under the question's id. False where it answers another question: it is then ignored. */
  readonly take: (message: Buffer) => boolean;
  /** The system could not send, the other side's refused it, or what it was sent over has ended. */
  readonly fail: (reason: "network" | "malformed") => void;
}

/** Where one message left from: needed to ask how it stands, and to forget it. */
export interface Sent {
  readonly overTcp: boolean;
  /** Whether something came the same way meanwhile that answers none of our questions. */
  readonly hasStrays: () => boolean;
  /** An answer is due and has not come. */
  readonly late: () => void;
  /** Nobody waits for it any more. */
  readonly forget: () => void;
}

/** All that goes to one server. */
export interface Home {
  /** Questions that wait for an answer, over all lines. */
  inFlight: number;
  /** The line takes no more questions. */
  readonly leave: (line: Line) => void;
  /** The other side has ended a TCP connection that it had hardly used, or never took it. */
  readonly refuseTcp: () => void;
}

/** What one kind of line is like. */
export interface LineKind {
  readonly overTcp: boolean;
  /** Questions that one line ever sends. */
  readonly questions: number;
  /** After so many replies to questions that we did not ask it ends, and whatever waits there has failed. */
  readonly strays: number;
}

/** A socket that carries questions to one server, and what waits there. */
export abstract class Line {
  readonly #kind: LineKind;
  readonly #home: Home;
  readonly #ids: Ids;
  #retired = false;
  #lastUse = performance.now();
  protected closed = false;
  /** Questions that wait for an answer. */
  waiting = 0;
  /** Messages that came, and those that answered none of our questions. */
  came = 0;
  strays = 0;

  constructor(kind: LineKind, home: Home) {
    this.#kind = kind;
    this.#home = home;
    this.#ids = new Ids(kind.questions);
  }

  protected abstract transmit(query: Buffer, id: number): void;
  protected abstract close(): void;

  get overTcp(): boolean {
    return this.#kind.overTcp;
  }

  send(waiting: Waiting): Sent {
    let id = random16();
    while (this.#ids.has(id)) id = random16();
    waiting.query.writeUInt16BE(id, 0);
    this.#ids.set(id, waiting);
    this.waiting++;
    this.#home.inFlight++;
    this.#lastUse = performance.now();
    if (this.#ids.size >= this.#kind.questions) this.#retire();
    this.transmit(waiting.query, id);
    return new Ticket(this, id);
  }

  /** An answer to a question under this id is due. */
  late(_came: number): void {}

  forget(id: number): void {
    if (this.#ids.get(id) === undefined) return;
    this.#ids.set(id, undefined);
    this.waiting--;
    this.#home.inFlight--;
    if (this.#retired && this.waiting === 0) this.shut();
  }

  isIdleSince(moment: number): boolean {
    return this.waiting === 0 && this.#lastUse < moment;
  }

  /** Takes no more questions; closed when the last one has ended. */
  #retire(): void {
    if (this.#retired) return;
    this.#retired = true;
    this.#home.leave(this);
  }

  shut(): void {
    this.#retire();
    if (this.closed) return;
    this.closed = true;
    this.close();
  }

  protected waitsFor(id: number): Waiting | undefined {
    return this.#ids.get(id);
  }

  /** One message from the other side. */
  protected take(message: Buffer): void {
    this.came++;
    const id = message.length >= 2 ? message.readUInt16BE(0) : undefined;
    const waiting = id === undefined ? undefined : this.#ids.get(id);
    if (waiting?.take(message)) return;
    // Late, and not forged.
    if (!waiting && id !== undefined && this.#ids.has(id)) return;
    if (++this.strays >= this.#kind.strays) this.drop("malformed");
  }

  /** Whatever was asked over this line, and not answered, has failed. */
  protected drop(reason: "network" | "malformed"): void {
    if (this.closed) return;
    this.#retire();
    const all = this.#ids.empty();
    this.#home.inFlight -= this.waiting;
    this.waiting = 0;
    this.shut();
    for (const each of all) each.fail(reason);
  }
}

class Ticket implements Sent {
  readonly #line: Line;
  readonly #id: number;
  readonly #strays: number;
  readonly #came: number;

  constructor(line: Line, id: number) {
    this.#line = line;
    this.#id = id;
    this.#strays = line.strays;
    this.#came = line.came;
  }

  get overTcp(): boolean {
    return this.#line.overTcp;
  }

  hasStrays(): boolean {
    return this.#line.strays > this.#strays;
  }

  late(): void {
    this.#line.late(this.#came);
  }

  forget(): void {
    this.#line.forget(this.#id);
  }
}
