import type { FailedLookup, Lookup } from "../facts/lookup.ts";
import type { MailExchanger } from "../facts/mx.ts";
import type { HeldSession } from "../facts/receiving.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import type { MxAddressTls, MxHostTls, ReceivingTls, TlsFault, TlsForName } from "../findings/receiving-tls.ts";
import { matchesSts, parseStsPolicy } from "../formats/receiving/mta-sts.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { daneStanding } from "./dane-standing.ts";
import { defineFinding } from "./define.ts";
import { certificateStanding, coversName } from "./pkix.ts";
import { isOldVersion, tlsState } from "./server-tls.ts";

const FAULTS = [
  "not-offered",
  "declined",
  "handshake-failed",
  "no-certificate",
  "expired",
  "not-yet-valid",
  "self-signed",
  "untrusted",
  "other-name",
  "common-name-only",
] as const satisfies readonly TlsFault[];

export const isTlsFault = (state: TlsForName): state is TlsFault => (FAULTS as readonly TlsForName[]).includes(state);

export const receivingTls = defineFinding<"receivingTls">()({
  needs: ["mx", "mtaSts", "dane", "mxSessions", "now"],
  derive({ mx, mtaSts, dane, mxSessions, now }): ReceivingTls {
    const served = mtaSts?.policy;
    const read =
      served?.kind === "response" && served.status === 200 && !served.cut ? parseStsPolicy(served.body) : undefined;
    const policy = read && read.problems.length === 0 ? read : undefined;
    const hosts = (mx?.exchangers ?? []).map((exchanger): MxHostTls => {
      const { name, a, aaaa } = exchanger;
      const sessions = mxSessions?.hosts.find((each) => each.name === name)?.sessions ?? [];
      const addresses = sessions.map(({ address, session }) => ({ address, state: tlsForName(session, name, now) }));
      const pinned = dane?.hosts.find((each) => each.name === name);
      const unasked = notAsked(exchanger, sessions);
      return {
        name,
        addresses,
        tls: together(exchanger, addresses),
        unasked,
        open: [a, aaaa].filter((lookup): lookup is FailedLookup & Lookup<IpAddress> => lookup.kind === "failed"),
        ...(policy ? { named: matchesSts(name, policy.mx) } : {}),
        dane: daneStanding({ exchanger, pinned, domain: mx?.domain, mx: mx?.mx, now }),
      };
    });
    return { hosts, ...(policy ? { policy } : {}) };
  },
});

/** TLS of one session, judged for one name. */
export function tlsForName(session: SmtpSession, name: DomainName, now: number): TlsForName {
  const state = tlsState(session);
  if (state !== "established" || session.tls.kind !== "established") return state as TlsForName;
  const { certificate, protocol } = session.tls;
  if (!certificate) return "no-certificate";
  const standing = certificateStanding(certificate, now);
  if (standing !== "valid") return standing;
  const covered = coversName(certificate, name);
  if (covered !== true) return covered === false ? "other-name" : covered;
  return isOldVersion(protocol) ? "old-version" : "valid";
}

function together({ reachable, own = [] }: MailExchanger, addresses: readonly MxAddressTls[]): MxHostTls["tls"] {
  if (reachable.length + own.length === 0) return "no-address";
  if (addresses.some(({ state }) => isTlsFault(state))) return "invalid";
  if (addresses.some(({ state }) => state === "old-version")) return "old-version";
  return addresses.some(({ state }) => state === "valid") ? "valid" : "unknown";
}

/** The addresses of a host that were not asked because our limits for one check were reached. */
export function notAsked({ reachable }: MailExchanger, sessions: readonly HeldSession[]): readonly IpAddress[] {
  const asked = new Set(sessions.filter(({ session }) => session.connection !== "limit").map(({ address }) => address));
  return reachable.filter((address) => !asked.has(address));
}
