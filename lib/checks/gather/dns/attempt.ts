import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { deadline } from "../smtp/deadline.ts";
import type { Sent, Waiting } from "./line.ts";
import {
  answersQuery,
  decodeReply,
  encodeQuery,
  type Flag,
  type Form,
  isTruncated,
  type Message,
  type Question,
} from "./message.ts";
import { type Reading, readReply } from "./reading.ts";
import type { Over } from "./scope.ts";
import type { Sockets } from "./sockets.ts";
import type { Spelling } from "./spelling.ts";

/** One try of one question at one server: what it says, and how that looks as evidence. */
export interface Attempt {
  readonly reading: Reading;
  readonly rcode: string;
  readonly flags: readonly string[];
}

/** Whoever has a try made: a race, as a rule. */
export interface Trying {
  /** Why nothing is wanted any more. */
  readonly over: Over | undefined;
  /** Takes one message, or one TCP connection, from the budget; where it says no, nothing leaves. */
  readonly pay: (what?: "again") => boolean;
  /** Whether it may go over TCP together with others, where many wait for the same server. */
  readonly inBulk: boolean;
  /** Milliseconds that the whole of an answer may take over TCP, where a part came over UDP. */
  readonly tcpMs: number;
  /** Called with each message that answers. */
  readonly heard: (tried: Try) => void;
  /** Called once. */
  readonly ended: (tried: Try, attempt: Attempt) => void;
  /** A fault of ours. */
  readonly broke: (error: unknown) => void;
}

/** What all tries of a vantage share. */
export interface Means {
  readonly sockets: Sockets;
  readonly spelling: Spelling;
}

/**
 * Asks one server once: over UDP, over TCP when the reply says that it is cut short, in plain lower case when the server
 * changes the case of a question, and without EDNS when it stumbles over that (RFC 6891 section 7). Replies to other
 * questions are ignored; if nothing else came, the exchange was malformed rather than silent. What went over TCP with many
 * others is asked over UDP where the connection ends first, or what comes cannot be read.
 *
 * An object with its state, and not a chain of promises: there are thousands in a second.
 */
export class Try implements Waiting {
  /** `performance.now()` when it began, and when something last came. */
  at: number;
  heardAt: number | undefined = undefined;
  query: Buffer = NOTHING;
  readonly server: Endpoint;
  readonly #to: Endpoint;
  readonly #question: Question;
  readonly #means: Means;
  readonly #for: Trying;
  #form: Form = MIXED;
  /** A reply came back in letters of one case. */
  #respelled = false;
  #sent: Sent | undefined = undefined;
  #inBulk: boolean;
  /** Calls off the time of the whole answer, asked for over TCP because a part came over UDP. */
  #callOff: (() => void) | undefined = undefined;
  /** Whether the next datagram repeats a question that may still be answered. */
  #again: boolean;
  #ended = false;

  /** `to` is where packets for `server` really go. */
  constructor(question: Question, server: Endpoint, to: Endpoint, means: Means, trying: Trying, again: boolean) {
    this.server = server;
    this.#question = question;
    this.#to = to;
    this.#means = means;
    this.#for = trying;
    this.#again = again;
    // What is late over one connection would be late there again.
    this.#inBulk = trying.inBulk && !again;
    this.at = performance.now();
  }

  begin(): void {
    this.#send(this.#means.spelling.isPreserved(this.#to) ? MIXED : PLAIN);
  }

  /** Ends it from outside: nothing more is waited for. */
  end(how: Over) {
    if (this.#callOff) return this.#end(noReply(how, CUT_SHORT));
    this.#end(noReply(how === "timeout" && this.#sent?.hasStrays() ? "malformed" : how));
  }

  /** Its answer is due. */
  late(): void {
    this.#sent?.late();
  }

  take(message: Buffer): boolean {
    const answer = answersQuery(message, this.query);
    if (answer === "no") return false;
    // Called by a socket, which has nobody to throw to.
    try {
      const overTcp = this.#sent?.overTcp ?? false;
      this.#sent?.forget();
      this.#sent = undefined;
      this.#for.heard(this);
      // What came was enough for whoever waited.
      if (!this.#ended) this.#read(message, answer === "respelled", overTcp);
    } catch (error) {
      this.#for.broke(error);
    }
    return true;
  }

  fail(reason: "network" | "malformed") {
    const overTcp = this.#sent?.overTcp ?? false;
    this.#sent = undefined;
    // The server did reply, but only with a part; that it refuses the whole is its fault, not the network's.
    if (this.#callOff) return this.#end(noReply("malformed", CUT_SHORT));
    if (!overTcp) return this.#end(noReply(reason));
    this.#askAlone();
  }

  #send(form: Form) {
    const query = encodeQuery(this.#question, form);
    if (!query) return this.#end(noReply("formerr"));
    const refused = this.#refusal();
    if (refused) return this.#end(noReply(refused));
    this.#form = form;
    this.query = query;
    this.#sent = this.#means.sockets.send(this.#to, this, this.#inBulk);
  }

  /** Why nothing leaves; undefined where it may. Called once for each datagram and each connection. */
  #refusal(): Failure | undefined {
    if (this.#for.over) return this.#for.over;
    const what = this.#again ? "again" : undefined;
    this.#again = false;
    return this.#for.pay(what) ? undefined : "limit";
  }

  #read(message: Buffer, respelled: boolean, overTcp: boolean) {
    if (respelled && this.#form.mixed && !this.#callOff) {
      this.#respelled = true;
      return this.#send(PLAIN);
    }
    // Only an answer to the plain question shows that it was the server, and nobody else, who changed the case.
    if (this.#respelled) this.#means.spelling.changes(this.#to);
    const inBulk = overTcp && !this.#callOff;
    if (isTruncated(message)) {
      if (this.#callOff) return this.#end(noReply("malformed"));
      return inBulk ? this.#askAlone() : this.#askForWhole();
    }
    const attempt = replied(message, this.#question, overTcp ? OVER_TCP : NONE);
    const failure = attempt.reading.kind === "failed" ? attempt.reading.reason : undefined;
    if (failure === "malformed" && inBulk) return this.#askAlone();
    if (failure === "formerr" && this.#form.edns) {
      this.#clearTime();
      return this.#send(BARE);
    }
    this.#end(attempt);
  }

  /** Over UDP what went over TCP with others, to no end. */
  #askAlone() {
    this.#inBulk = false;
    this.at = performance.now();
    this.#send(this.#form);
  }

  #askForWhole() {
    const refused = this.#refusal();
    if (refused) return this.#end(noReply(refused, ["tc"]));
    this.#callOff = deadline(this.#for.tcpMs, () => this.end("timeout"));
    this.#sent = this.#means.sockets.sendOverTcp(this.#to, this);
  }

  #clearTime() {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #end(attempt: Attempt): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#clearTime();
    this.#sent?.forget();
    this.#sent = undefined;
    this.#for.ended(this, attempt);
  }
}

const NOTHING = Buffer.alloc(0);
/** The forms of a question, one after the other: in mixed case, in plain lower case, and without EDNS. */
const MIXED: Form = { edns: true, mixed: true };
const PLAIN: Form = { edns: true, mixed: false };
const BARE: Form = { edns: false, mixed: false };
/** How an answer came, as evidence: over TCP, and of what was cut short over UDP. */
const NONE: readonly string[] = [];
const OVER_TCP = ["tcp"];
const CUT_SHORT = ["tc", "tcp"];

/** An attempt without a reply that could be read. */
export const noReply = (reason: Failure, flags: readonly string[] = []): Attempt => ({
  reading: { kind: "failed", reason },
  rcode: reason.toUpperCase(),
  flags,
});

function replied(reply: Buffer, question: Question, transport: readonly string[]): Attempt {
  const message = decodeReply(reply, question.name);
  if (!message) return noReply("malformed", transport);
  const reading = readReply(message, question);
  return { reading, rcode: rcodeOf(message, reading), flags: flagsOf(message, transport) };
}

const rcodes: Readonly<Record<number, string>> = {
  0: "NOERROR",
  1: "FORMERR",
  2: "SERVFAIL",
  3: "NXDOMAIN",
  4: "NOTIMP",
  5: "REFUSED",
  6: "YXDOMAIN",
  9: "NOTAUTH",
  16: "BADVERS",
  23: "BADCOOKIE",
};

/** The rcode's name; where the message contradicts itself, our own word for it. */
function rcodeOf(message: Message, reading: Reading): string {
  const contradicts = reading.kind === "failed" && (reading.reason === "malformed" || reading.reason === "alias-loop");
  return contradicts ? reading.reason.toUpperCase() : (rcodes[message.rcode] ?? `RCODE${message.rcode}`);
}

function flagsOf({ flags, extendedError }: Message, transport: readonly string[]): readonly string[] {
  const plain = listed(flags);
  if (extendedError === undefined && transport.length === 0) return plain;
  return [...plain, ...(extendedError === undefined ? [] : [`ede:${extendedError}`]), ...transport];
}

/** The sets of flags that a message can have are few, and each is one object. */
const lists = new WeakMap<ReadonlySet<Flag>, readonly Flag[]>();
function listed(flags: ReadonlySet<Flag>): readonly Flag[] {
  const known = lists.get(flags);
  if (known) return known;
  const list = [...flags];
  lists.set(flags, list);
  return list;
}
