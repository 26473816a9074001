import type { Endpoint } from "../../facts/vantage.ts";
import type { Question } from "./message.ts";
import { type Asking, createRacer, failureOf, type Patience, type Settled } from "./race.ts";
import type { Kind } from "./round-trips.ts";

/** RFC 8914 codes by which a resolver says itself that validation failed. */
const validationErrors = new Set([1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 25, 27].map((code) => `ede:${code}`));
/** Tries of the questions that tell why a resolver failed. */
const TRIES = 3;

/** Asks servers a question, and finds out whether a failure means that validation failed. */
export interface Servers {
  /** `kind` says whose servers these are: what is known of one kind is no guide to the other. */
  readonly ask: (
    question: Question,
    servers: readonly Endpoint[],
    kind: Kind,
    patience: Patience,
    asking: Asking,
  ) => Promise<Settled>;
  readonly close: () => void;
}

export function createServers(route: (endpoint: Endpoint) => Endpoint): Servers {
  const { race, close } = createRacer(route);
  return {
    ask(question, servers, kind, patience, asking) {
      return new Promise((resolve, reject) => {
        const done = (settled: Settled) =>
          resolve(isMaybeBogus(settled, question) ? isBogus(settled, settled.server) : settled);
        race({ question, servers, kind, patience, asking }, done, reject);
      });

      // A validating resolver answers SERVFAIL where validation fails, and the answer itself with checking disabled.
      // So would one whose trouble has just passed: unless it named the cause, the ordinary question is asked again.
      async function isBogus(failed: Settled, server: Endpoint): Promise<Settled> {
        const course = { servers: [server], kind, patience: { ...patience, tries: TRIES }, asking };
        const again = (asked: Question): Promise<Settled> =>
          new Promise((resolve, reject) => race({ ...course, question: asked }, resolve, reject));
        const unchecked = await again({ ...question, checkingDisabled: true });
        if (failureOf(unchecked)) return failureOf(unchecked) === "cancelled" ? unchecked : failed;
        const bogus: Settled = { ...failed, reading: { kind: "failed", reason: "bogus" } };
        if (failed.flags.some((flag) => validationErrors.has(flag))) return bogus;
        const checked = await again(question);
        return failureOf(checked) === "servfail" ? bogus : failureOf(checked) ? failed : checked;
      }
    },
    close,
  };
}

function isMaybeBogus(failed: Settled, question: Question): failed is Settled & { server: Endpoint } {
  return failed.rcode === "SERVFAIL" && failed.server !== undefined && question.recursion && !question.checkingDisabled;
}
