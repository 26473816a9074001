import type { SmtpSession } from "../../facts/smtp.ts";
import type { Vantage } from "../../facts/vantage.ts";
import { family, type IpAddress } from "../../net/address.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { type Budget, unlimited } from "../budget.ts";
import { orAborted } from "./or-aborted.ts";
import { createPort25, type Port25, type ResolveHost } from "./port25.ts";
import { probeSmtp } from "./session.ts";
import { shareSessions } from "./shared-sessions.ts";

/** The SMTP probe of a vantage, shared by its checks. It remembers just enough to tell whose silence it hears. */
export interface SmtpProbe {
  /**
   * One session with port 25 of one address; `name` is the host name it was found by, `budget` that of the check that
   * asks. `onIntroduced` is told when EHLO is answered. Always resolves.
   */
  readonly probe: (
    address: IpAddress,
    signal: AbortSignal,
    name?: DomainName,
    budget?: Budget,
    onIntroduced?: (session: SmtpSession) => void,
  ) => Promise<SmtpSession>;
  /** Whether port 25 works from here, as far as we know. */
  readonly port25: Port25;
}

/** `resolve` finds the reference host of the vantage; without it only other servers' answers tell. */
export function createSmtpProbe(vantage: Vantage, resolve?: ResolveHost): SmtpProbe {
  const port25 = createPort25(vantage, resolve);

  const hold = shareSessions(vantage, async (address, name, { signal, budget, onIntroduced }) => {
    const session = await probeSmtp(address, vantage, signal, {
      budget,
      onIntroduced,
      ...(name ? { name } : {}),
    });
    port25.note(family(address), session.connection);
    if (session.connection !== "filtered") return session;
    const works = await orAborted(port25.works(family(address), budget), signal);
    return works === undefined
      ? { ...session, ...VERDICTS.unknown(session) }
      : { ...session, ...VERDICTS[`${works}`](session) };
  });

  return {
    probe: (address, signal, name, budget = unlimited, onIntroduced = () => {}) =>
      hold(address, name, { signal, budget, onIntroduced }),
    port25,
  };
}

/** What a silent address comes to in the light of the control. */
const VERDICTS = {
  true: ({ detail }: SmtpSession) => ({ port25: "works", detail: `${detail}; others answer us on port 25` }) as const,
  false: ({ detail }: SmtpSession) =>
    ({
      connection: "blocked-here",
      port25: "blocked",
      tls: { kind: "not-reached", why: "blocked-here" },
      detail: `${detail}; nor does a server that is known to answer`,
    }) as const,
  unknown: ({ detail }: SmtpSession) =>
    ({ port25: "unknown", detail: `${detail}; whether port 25 is blocked at our side is not known` }) as const,
};
