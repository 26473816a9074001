import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { type Attempt, type Means, noReply, Try, type Trying } from "./attempt.ts";
import type { Question } from "./message.ts";
import { createRoundTrips, type Kind, type RoundTrips } from "./round-trips.ts";
import type { Bound, Over, Scope } from "./scope.ts";
import type { Pay } from "./single-flight.ts";
import { createSockets } from "./sockets.ts";
import { createSpelling } from "./spelling.ts";
import { createSuspicion, type Suspicion } from "./suspicion.ts";
import { createTimers, Timed, type Timers } from "./timers.ts";

/** What a question came to, over all tries at all servers. */
export interface Settled extends Attempt {
  /** The server that answered, or whose failure is reported. */
  readonly server: Endpoint | undefined;
}

/** How often to ask, and how long to wait: `tries` times `tryMs` altogether, in milliseconds. */
export interface Patience {
  readonly tries: number;
  readonly tryMs: number;
}

/** Whose question it is. */
export interface Asking {
  readonly scope: Scope;
  readonly pay: Pay;
}

/** RFC 9520 section 3.1: no question is sent to one server over one transport more often than this. */
const MOST_TO_ONE = 3;
/** A server that has answered, if only with a part, has so many times its round trip for the rest. */
const REST = 4;
/** While nothing is known of any server, we look again after so many milliseconds whether something is. */
const LOOK_AGAIN_MS = 20;
/** A timer that is this late tells of a busy process, not of a silent server: it is set once more, so often. */
const [LATE_MS, MORE_TIMERS] = [8, 3];

/** Which failure says most about what is wrong, first. */
const informative: readonly Failure[] = ["servfail", "refused", "formerr", "malformed", "timeout", "network"];

/** What all questions of a vantage share: sockets, timers, and what is known of servers. */
interface Shared extends Means {
  /** Where packets really go. */
  readonly route: (endpoint: Endpoint) => Endpoint;
  readonly timers: Timers;
  readonly trips: RoundTrips;
  readonly suspicion: Suspicion;
}

/** Whom a question may be asked of, and for how long. */
interface Course {
  readonly question: Question;
  readonly servers: readonly Endpoint[];
  readonly kind: Kind;
  readonly patience: Patience;
  readonly asking: Asking;
}

/** Asks servers until one answers (`Race`). `route` says where packets really go. */
export function createRacer(route: (endpoint: Endpoint) => Endpoint) {
  const shared: Shared = {
    route,
    sockets: createSockets(),
    spelling: createSpelling(),
    timers: createTimers(),
    trips: createRoundTrips(),
    suspicion: createSuspicion(),
  };
  return {
    /** Calls `done` once, or `broke` for a fault of ours. */
    race: (course: Course, done: (settled: Settled) => void, broke: (error: unknown) => void): void =>
      new Race(shared, course, done, broke).begin(),
    close: () => {
      shared.timers.close();
      shared.sockets.close();
    },
  };
}

/**
 * One question's way to its answer. The first server is asked at once; when it takes longer than it usually does, the next
 * one as well, and so on, while all of them are still listened to: the first answer counts, also one that comes late to
 * the first try. One that fails makes room for the next at once. A server that refuses is not asked again.
 */
class Race extends Timed implements Trying, Bound {
  place = -1;
  over: Over | undefined = undefined;
  readonly inBulk: boolean;
  readonly tcpMs: number;
  readonly #shared: Shared;
  readonly #course: Course;
  readonly #resolve: (settled: Settled) => void;
  readonly #reject: (error: unknown) => void;
  readonly #began = performance.now();
  /** Whom to ask next. */
  readonly #line: Endpoint[];
  readonly #alone: boolean;
  /** Tries that are not over. */
  readonly #open: Try[] = [];
  #left: number;
  #begun = 0;
  #latest: Try | undefined = undefined;
  #worst: Settled | undefined = undefined;
  #isLimited = false;
  #isSettled = false;
  /** The moment at which the timer was to ring, and how often it may be set once more because it was late. */
  #rings = 0;
  #moreTimers = MORE_TIMERS;

  constructor(shared: Shared, course: Course, resolve: (settled: Settled) => void, reject: (error: unknown) => void) {
    super();
    this.#shared = shared;
    this.#course = course;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#alone = course.servers.length < 2;
    this.#left = course.patience.tries;
    // A server that a zone names is a stranger's, and is asked as everybody asks it.
    this.inBulk = course.kind === "resolver";
    this.tcpMs = course.patience.tryMs;
    this.#line = [];
  }

  begin() {
    const { servers, asking } = this.#course;
    if (asking.scope.over) return this.stop();
    asking.scope.enter(this);
    const { sound, silent } = this.#shared.suspicion.inOrder(servers);
    this.#line.push(...sound, ...silent);
    this.#next(false);
    if (sound.length > 0) for (const server of silent) this.#lookAfter(server);
  }

  pay(what?: "again"): boolean {
    return this.#course.asking.pay(what);
  }

  heard(tried: Try): void {
    const now = performance.now();
    const { trips, suspicion } = this.#shared;
    if (tried.heardAt === undefined) trips.note(tried.server, this.#course.kind, now - tried.at);
    tried.heardAt = now;
    if (!this.#alone) suspicion.answered(tried.server);
  }

  ended(tried: Try, attempt: Attempt) {
    if (this.#isSettled) return;
    this.#open.splice(this.#open.indexOf(tried), 1);
    const { server } = tried;
    const { reading, rcode, flags } = attempt;
    const failure = failureOf(attempt);
    // A circle of aliases is the same everywhere.
    if (!failure || failure === "cancelled" || failure === "alias-loop")
      return this.#finish({ reading, rcode, flags, server });
    if (failure === "limit") {
      // What is under way may still be answered. Where it is not, our own limit is why nothing is known.
      this.#isLimited = true;
      this.#left = 0;
    } else {
      if (!this.#alone && failure === "network") this.#shared.suspicion.silent(server);
      if (!this.#worst || rank(attempt) <= rank(this.#worst)) this.#worst = { reading, rcode, flags, server };
      const place = failure === "refused" || failure === "formerr" ? this.#line.indexOf(server) : -1;
      if (place >= 0) this.#line.splice(place, 1);
    }
    if (this.#open.length > 0) return;
    if (this.over || this.#left === 0 || this.#line.length === 0) this.#giveUp();
    else this.#next(false);
  }

  broke(error: unknown): void {
    this.#close();
    this.#reject(error);
  }

  /** The latest try takes long, or all of it has taken too long. */
  ring() {
    const latest = this.#latest;
    if (this.#isSettled || !latest) return;
    const now = performance.now();
    if (now >= this.#deadline()) return this.#expire();
    // Where this process was busy, answers may lie unread in its sockets, or unsent in another's.
    if (now - this.#rings > LATE_MS && this.#moreTimers-- > 0) return this.#setTimer(now, LATE_MS);
    if (now - latest.at < this.#waitFor(latest) - 1) return this.#arm(now);
    if (latest.heardAt === undefined) {
      latest.late();
      if (!this.#alone) this.#shared.suspicion.silent(latest.server);
    }
    if (this.#left > 0 && this.#line.length > 0) this.#next(true);
    else this.#setTimer(now, this.#deadline() - now);
  }

  #next(again: boolean) {
    const server = this.#line.shift();
    if (!server) return this.#giveUp();
    const { question, servers } = this.#course;
    this.#left--;
    this.#begun++;
    if (this.#begun < MOST_TO_ONE * servers.length) this.#line.push(server);
    const tried = new Try(question, server, this.#shared.route(server), this.#shared, this, again);
    this.#latest = tried;
    this.#open.push(tried);
    this.#moreTimers = MORE_TIMERS;
    tried.begin();
    if (!this.#isSettled && this.#latest === tried) this.#arm(tried.at);
  }

  /** How long the latest try may go unanswered before the next begins. */
  #waitFor({ server, heardAt }: Try): number {
    const { servers, kind, patience } = this.#course;
    const rounds = Math.floor((this.#begun - 1) / Math.max(1, servers.length));
    const rest = heardAt === undefined ? 1 : REST;
    return Math.min(patience.tryMs, this.#shared.trips.wait(server, kind) * 2 ** rounds * rest);
  }

  #arm(now: number): void {
    const latest = this.#latest;
    if (!latest) return;
    const wait = latest.at + this.#waitFor(latest) - now;
    const guess = this.#shared.trips.isGuess(latest.server, this.#course.kind);
    this.#setTimer(now, guess ? Math.min(LOOK_AGAIN_MS, wait) : wait);
  }

  #setTimer(now: number, wait: number) {
    const ms = Math.max(1, Math.min(wait, this.#deadline() - now));
    this.#rings = now + ms;
    this.#shared.timers.set(this, now, ms);
  }

  #deadline(): number {
    const { tries, tryMs } = this.#course.patience;
    return this.#began + tries * tryMs;
  }

  /** Ends what is open; the last to end gives up. */
  #expire(): void {
    this.over = "timeout";
    for (const each of [...this.#open]) each.end("timeout");
  }

  stop(): void {
    this.#finish({ ...noReply("cancelled"), server: this.#latest?.server ?? this.#course.servers[0] });
  }

  /** Nobody is left to be waited for, or asked. */
  #giveUp(): void {
    const first = this.#course.servers[0];
    if (this.#isLimited) this.#finish({ ...noReply("limit"), server: this.#worst?.server ?? first });
    else this.#finish(this.#worst ?? { ...noReply("network"), server: undefined });
  }

  #finish(settled: Settled): void {
    if (this.#isSettled) return;
    this.#close();
    this.#resolve(settled);
  }

  #close(): void {
    this.#isSettled = true;
    this.over ??= "cancelled";
    this.#shared.timers.callOff(this);
    this.#course.asking.scope.leave(this);
    for (const each of this.#open) each.end("cancelled");
  }

  /** Asks a server that has been silent whether it is back. Nobody waits for that, and its answer is not used. */
  #lookAfter(server: Endpoint): void {
    if (!this.#shared.suspicion.isDue(server)) return;
    new Look(this.#shared, this.#course, server).begin();
  }
}

/** One try beside a race, at a server that has been silent. */
class Look extends Timed implements Trying {
  over: Over | undefined = undefined;
  readonly inBulk = false;
  readonly tcpMs: number;
  readonly #shared: Shared;
  readonly #course: Course;
  readonly #try: Try;

  constructor(shared: Shared, course: Course, server: Endpoint) {
    super();
    this.#shared = shared;
    this.#course = course;
    this.tcpMs = Math.max(course.patience.tryMs, 250);
    this.#try = new Try(course.question, server, shared.route(server), shared, this, true);
  }

  begin() {
    this.#shared.timers.set(this, this.#try.at, this.tcpMs);
    this.#try.begin();
  }

  // Whatever it takes is a repetition.
  pay(): boolean {
    return this.#course.asking.pay("again");
  }

  heard({ server, at }: Try): void {
    this.#shared.trips.note(server, this.#course.kind, performance.now() - at);
    this.#shared.suspicion.answered(server);
    this.#end("cancelled");
  }

  ended(): void {
    this.#shared.timers.callOff(this);
  }

  // Nobody waits for it who could be told: the race beside it reads the same kind of answer.
  broke(): void {
    this.#end("cancelled");
  }

  ring(): void {
    this.#end("timeout");
  }

  #end(how: Over): void {
    this.over = how;
    this.#try.end(how);
  }
}

export const failureOf = ({ reading }: Attempt): Failure | undefined =>
  reading.kind === "failed" ? reading.reason : undefined;

const rank = (tried: Attempt): number => informative.indexOf(failureOf(tried) ?? "network");
