import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { type Attempt, attempt, noReply } from "./attempt.ts";
import type { Question } from "./message.ts";
import type { Sending } from "./transport.ts";

/** What a question came to, over all tries at all servers. */
export interface Settled extends Attempt {
  /** The server that answered, or whose failure is reported. */
  readonly server: Endpoint | undefined;
}

/** How often and how long to try. */
export interface Patience {
  readonly tries: number;
  readonly tryMs: number;
}

/** A server that kept silent is asked after the others for so long. */
const REST_MS = 10_000;

/** Which failure says most about what is wrong, first. */
const informative: readonly Failure[] = ["servfail", "refused", "formerr", "malformed", "timeout", "network"];

/** RFC 8914 codes by which a resolver says itself that validation failed. */
const validationErrors = new Set([1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 25, 27].map((code) => `ede:${code}`));

/**
 * Asks servers in turn until one answers. A server that refuses a question is not asked it again; one that kept
 * silent stays at the end of the line for a while. `route` says where packets really go.
 */
export function createServers(route: (endpoint: Endpoint) => Endpoint) {
  const restsUntil = new Map<string, number>();
  const key = (server: Endpoint) => `${server.address}#${server.port}`;
  const note = (server: Endpoint, failure: Failure | undefined) => {
    if (failure === "timeout" || failure === "network") restsUntil.set(key(server), performance.now() + REST_MS);
    else if (failure !== "cancelled" && failure !== "limit") restsUntil.delete(key(server));
  };
  const isResting = (server: Endpoint) => (restsUntil.get(key(server)) ?? 0) > performance.now();

  const tryOne = async (question: Question, server: Endpoint, ms: number, sending: Sending): Promise<Settled> => {
    return { ...(await attempt(question, route(server), ms, sending)), server };
  };

  return async (
    question: Question,
    servers: readonly Endpoint[],
    { tries, tryMs }: Patience,
    sending: Sending,
  ): Promise<Settled> => {
    const line = [...servers.filter((server) => !isResting(server)), ...servers.filter(isResting)];
    let worst: Settled = { ...noReply("network"), server: undefined };
    for (let i = 0; i < tries; i++) {
      const server = line.shift();
      if (!server) break;
      const tried = await tryOne(question, server, tryMs, sending);
      const failure = failureOf(tried);
      // Of the servers that strangers' zones name we remember nothing.
      if (servers.length > 1) note(server, failure);
      // A circle of aliases is the same everywhere. Where our own limit ends the trying, that is why nothing is known,
      // whatever was said or not said before.
      if (!failure || failure === "cancelled" || failure === "limit" || failure === "alias-loop") return tried;
      if (!worst.server || rank(tried) <= rank(worst)) worst = tried;
      if (failure !== "refused" && failure !== "formerr") line.push(server);
    }
    return isMaybeBogus(worst, question) ? isBogus(worst, worst.server, question) : worst;

    // A validating resolver answers SERVFAIL where validation fails, and the answer itself with checking disabled.
    // So would one whose trouble has just passed: unless it named the cause, the ordinary question is asked again.
    async function isBogus(failed: Settled, server: Endpoint, asked: Question): Promise<Settled> {
      const unchecked = await tryOne({ ...asked, checkingDisabled: true }, server, tryMs, sending);
      if (failureOf(unchecked)) return failureOf(unchecked) === "cancelled" ? unchecked : failed;
      const bogus: Settled = { ...failed, reading: { kind: "failed", reason: "bogus" } };
      if (failed.flags.some((flag) => validationErrors.has(flag))) return bogus;
      const again = await tryOne(asked, server, tryMs, sending);
      return failureOf(again) === "servfail" ? bogus : failureOf(again) ? failed : again;
    }
  };
}

const failureOf = ({ reading }: Attempt): Failure | undefined =>
  reading.kind === "failed" ? reading.reason : undefined;

const rank = (tried: Attempt): number => informative.indexOf(failureOf(tried) ?? "network");

function isMaybeBogus(failed: Settled, question: Question): failed is Settled & { server: Endpoint } {
  return failed.rcode === "SERVFAIL" && failed.server !== undefined && question.recursion && !question.checkingDisabled;
}
