import type { SmtpConnection, SmtpSession } from "../../facts/smtp.ts";
import type { Vantage } from "../../facts/vantage.ts";
import { type IpAddress, networkOf } from "../../net/address.ts";
import { type DomainName, isHostname } from "../../net/domain-name.ts";
import type { Budget } from "../budget.ts";
import { pacingOf, takeTurn } from "../pacing.ts";
import { orAborted } from "./or-aborted.ts";

/** Whom a session is for. */
export interface Caller {
  readonly signal: AbortSignal;
  readonly budget: Budget;
  /** Called when the server has answered EHLO, with the session as far as it has come. */
  readonly onIntroduced: (session: SmtpSession) => void;
}

/** Holds one session. */
type Hold = (address: IpAddress, name: DomainName | undefined, caller: Caller) => Promise<SmtpSession>;

interface Shared {
  readonly session: Promise<SmtpSession>;
  readonly stop: AbortController;
  readonly listeners: Set<(session: SmtpSession) => void>;
  callers: number;
  introduced?: SmtpSession;
  /** `performance.now()` of its end. */
  endedAt?: number;
}

const MINUTE_MS = 60_000;
/** Of these nothing is known about the server, or nothing was sent: the next check tries for itself. */
const OURS: ReadonlySet<SmtpConnection> = new Set(["cancelled", "limit", "forbidden"]);

/**
 * Sessions that checks share: those who ask for the same address and name while one is held, or a minute after, get that
 * one, whatever else they ask. What has to be dialled waits for its turn; where it gets none, nothing is sent.
 */
export function shareSessions(vantage: Vantage, hold: Hold): Hold {
  const { sessionSeconds, sessionsPerAddress, sessionsPerNetwork, sessionWaitMs } = vantage.limits;
  const shared = new Map<string, Shared>();

  const paced: Hold = async (address, name, caller) => {
    const paces = [
      { key: `smtp ${address}`, most: sessionsPerAddress, ms: MINUTE_MS },
      { key: `smtp ${networkOf(address)}/net`, most: sessionsPerNetwork, ms: MINUTE_MS },
    ];
    // What the guard or the check's own budget forbids takes nobody's turn.
    const goes =
      !vantage.guard(address).allowed || (await takeTurn(pacingOf(vantage), paces, sessionWaitMs, caller.signal));
    return goes ? hold(address, name, caller) : notHeld(name, caller.signal.aborted ? "cancelled" : "limit");
  };
  if (sessionSeconds <= 0) return paced;

  const forget = () => {
    const now = performance.now();
    for (const [key, { endedAt }] of shared)
      if (endedAt !== undefined && now - endedAt > 1000 * sessionSeconds) shared.delete(key);
  };

  function begin(key: string, address: IpAddress, name: DomainName | undefined, budget: Budget): Shared {
    const stop = new AbortController();
    const one: Omit<Shared, "session"> = { stop, listeners: new Set(), callers: 0 };
    const onIntroduced = (session: SmtpSession) => {
      one.introduced = session;
      for (const tell of one.listeners) tell(session);
    };
    const session = paced(address, name, { signal: stop.signal, budget, onIntroduced }).then((held) => {
      one.endedAt = performance.now();
      if (OURS.has(held.connection) && shared.get(key) === whole) shared.delete(key);
      return held;
    });
    const whole: Shared = Object.assign(one, { session });
    shared.set(key, whole);
    return whole;
  }

  return async (address, name, { signal, budget, onIntroduced }) => {
    forget();
    const key = `${address} ${name ?? ""}`;
    for (;;) {
      const found = shared.get(key);
      // One that is being stopped has nothing to tell: another is held, and what that server says counts.
      const known = found?.stop.signal.aborted ? undefined : found;
      const one = known ?? begin(key, address, name, budget);
      if (one.introduced) onIntroduced(one.introduced);
      else one.listeners.add(onIntroduced);
      one.callers++;
      const since = one.endedAt;
      const session = await orAborted(one.session, signal);
      one.callers--;
      one.listeners.delete(onIntroduced);
      if (!session) {
        if (one.callers > 0 || one.endedAt !== undefined) return leftEarly(one, name);
        // Nobody else waits for it: it ends here, and says how far it came.
        one.stop.abort();
        return one.session;
      }
      // Another check's limit, or its end, is not ours.
      if (known && (session.connection === "limit" || session.connection === "cancelled")) {
        if (shared.get(key) === one) shared.delete(key);
        continue;
      }
      return since === undefined ? session : { ...session, transcript: [remark(since), ...session.transcript] };
    }
  };
}

/** A reader must be able to tell that this is not from their own check. */
const remark = (since: number): string =>
  `-- held ${Math.max(1, Math.round((performance.now() - since) / 1000))} s before this check, and shared with it`;

const WHY = {
  limit: "our limit of SMTP sessions with one address or network in a minute, over all checks",
  cancelled: "stopped while waiting",
} as const;

/** Of a session that goes on without the check that left it: what this one has been told stays said. */
const leftEarly = ({ introduced }: Shared, name: DomainName | undefined): SmtpSession =>
  introduced
    ? {
        ...introduced,
        connection: "cancelled",
        detail: "stopped on the way",
        tls: { kind: "not-reached", why: "cancelled" },
      }
    : notHeld(name, "cancelled");

const notHeld = (name: DomainName | undefined, connection: keyof typeof WHY): SmtpSession => ({
  connection,
  ...(name && isHostname(name) ? { serverName: name } : {}),
  detail: WHY[connection],
  masked: false,
  tls: { kind: "not-reached", why: connection },
  transcript: [],
  ms: 0,
});
