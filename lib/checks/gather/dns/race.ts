import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { deadline } from "../smtp/deadline.ts";
import { type Attempt, attempt, noReply } from "./attempt.ts";
import type { Question } from "./message.ts";
import { createRoundTrips, type Kind } from "./round-trips.ts";
import { createScope, type Scope } from "./scope.ts";
import type { Pay } from "./single-flight.ts";
import { createSockets } from "./sockets.ts";
import { createSpelling } from "./spelling.ts";
import { createSuspicion } from "./suspicion.ts";

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

/** What all questions of a vantage share: sockets, and what is known of servers. `route` says where packets really go. */
export function createRacer(route: (endpoint: Endpoint) => Endpoint) {
  const sockets = createSockets();
  const trips = createRoundTrips();
  const spelling = createSpelling();
  const suspicion = createSuspicion();

  /** Asks a server that has been silent whether it is back. Nobody waits for that, and its answer is not used. */
  function lookAfter(server: Endpoint, kind: Kind, question: Question, ms: number, pay: Pay): void {
    const scope = createScope();
    const sent = performance.now();
    const heard = () => {
      trips.note(server, kind, performance.now() - sent);
      suspicion.answered(server);
      scope.end("cancelled");
    };
    const trying = { scope, pay: () => pay("again"), sockets, spelling, tcpMs: ms, heard };
    void attempt(question, route(server), trying);
    setTimeout(() => scope.end("timeout"), ms).unref();
  }

  /**
   * Asks servers until one answers. The first is asked at once; when it takes longer than it usually does, the next one
   * as well, and so on, while all of them are still listened to: the first answer counts, also one that comes late to
   * the first try. One that fails makes room for the next at once. A server that refuses is not asked again.
   */
  function race(
    question: Question,
    servers: readonly Endpoint[],
    kind: Kind,
    { tries, tryMs }: Patience,
    { scope: wanted, pay }: Asking,
  ): Promise<Settled> {
    return new Promise((resolve, reject) => {
      const scope = createScope();
      const { sound, silent } = suspicion.inOrder(servers);
      const line = [...sound, ...silent];
      const alone = servers.length < 2;
      let left = tries;
      let begun = 0;
      let open = 0;
      let worst: Settled = { ...noReply("network"), server: undefined };
      let isLimited = false;
      let over = false;
      let latest: { readonly server: Endpoint; readonly at: number; heardAt: number | undefined } | undefined;
      let timer: NodeJS.Timeout | undefined;
      let [due, timers] = [0, 0];
      let moreTimers = MORE_TIMERS;

      const finish = (settled: Settled) => {
        if (over) return;
        over = true;
        clearTimeout(timer);
        callOff();
        wanted.leave(abort);
        scope.end("cancelled");
        resolve(settled);
      };
      const abort = () => finish({ ...noReply("cancelled"), server: latest?.server ?? servers[0] });
      /** Nobody is left to be waited for, or asked. */
      const giveUp = () => finish(isLimited ? { ...noReply("limit"), server: worst.server ?? servers[0] } : worst);

      const begin = (again: boolean) => {
        const server = line.shift();
        if (!server) return giveUp();
        left--;
        begun++;
        open++;
        if (begun < MOST_TO_ONE * servers.length) line.push(server);
        const current = { server, at: performance.now(), heardAt: undefined as number | undefined };
        latest = current;
        const heard = () => {
          const now = performance.now();
          if (current.heardAt === undefined) trips.note(server, kind, now - current.at);
          current.heardAt = now;
          if (!alone) suspicion.answered(server);
        };
        let isFirst = again;
        const payOne = () => {
          if (!isFirst) return pay();
          isFirst = false;
          return pay("again");
        };
        const trying = { scope, pay: payOne, sockets, spelling, tcpMs: tryMs, heard };
        attempt(question, route(server), trying).then((tried) => ended({ ...tried, server }, server), reject);
        moreTimers = MORE_TIMERS;
        arm();
      };

      const ended = (tried: Settled, server: Endpoint) => {
        if (over) return;
        open--;
        const failure = failureOf(tried);
        // A circle of aliases is the same everywhere.
        if (!failure || failure === "cancelled" || failure === "alias-loop") return finish(tried);
        if (failure === "limit") {
          // What is under way may still be answered. Where it is not, our own limit is why nothing is known.
          isLimited = true;
          left = 0;
        } else {
          if (!alone && failure === "network") suspicion.silent(server);
          if (!worst.server || rank(tried) <= rank(worst)) worst = tried;
          const place = failure === "refused" || failure === "formerr" ? line.indexOf(server) : -1;
          if (place >= 0) line.splice(place, 1);
        }
        if (open > 0) return;
        if (scope.over || left === 0 || line.length === 0) giveUp();
        else begin(false);
      };

      /** How long the latest try may go unanswered before the next begins. */
      const waitFor = ({ server, heardAt }: NonNullable<typeof latest>): number => {
        const rounds = Math.floor((begun - 1) / Math.max(1, servers.length));
        return Math.min(tryMs, trips.wait(server, kind) * 2 ** rounds * (heardAt === undefined ? 1 : REST));
      };
      const arm = () => {
        if (!latest) return;
        clearTimeout(timer);
        const wait = latest.at + waitFor(latest) - performance.now();
        const step = Math.max(1, trips.isGuess(latest.server, kind) ? Math.min(LOOK_AGAIN_MS, wait) : wait);
        setTimer(step);
      };
      /** Timers run before the sockets are read, immediates after it. */
      const setTimer = (ms: number) => {
        due = performance.now() + ms;
        const mine = ++timers;
        timer = setTimeout(() => setImmediate(() => mine === timers && onTimer()), ms);
      };
      const onTimer = () => {
        if (over || !latest) return;
        const now = performance.now();
        // Where this process was busy, answers may lie unread in its sockets, or unsent in another's.
        if (now - due > LATE_MS && moreTimers-- > 0) {
          return setTimer(LATE_MS);
        }
        if (now - latest.at < waitFor(latest) - 1) return arm();
        if (!alone && latest.heardAt === undefined) suspicion.silent(latest.server);
        if (left > 0 && line.length > 0 && !isLimited) begin(true);
      };

      const callOff = deadline(tries * tryMs, () => {
        scope.end("timeout");
      });
      if (wanted.over) return abort();
      wanted.enter(abort);
      begin(false);
      if (sound.length > 0)
        for (const server of silent)
          if (suspicion.isDue(server)) lookAfter(server, kind, question, Math.max(tryMs, 250), pay);
    });
  }

  return { race, close: () => sockets.close() };
}

export const failureOf = ({ reading }: Attempt): Failure | undefined =>
  reading.kind === "failed" ? reading.reason : undefined;

const rank = (tried: Attempt): number => informative.indexOf(failureOf(tried) ?? "network");
