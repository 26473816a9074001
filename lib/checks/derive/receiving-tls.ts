import type { IpAddress } from "../address.ts";
import type { FailedLookup, Lookup } from "../facts/lookup.ts";
import type { MailExchanger } from "../facts/mx.ts";
import type { HeldSession } from "../facts/receiving.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import type { DomainName } from "../name.ts";
import { matchesSts, parseStsPolicy, type StsPolicy } from "../receiving/mta-sts.ts";
import { type DaneStanding, daneStanding } from "./dane-standing.ts";
import { defineFinding } from "./define.ts";
import { type CertificateStanding, certificateStanding, coversName } from "./pkix.ts";
import { isOldVersion, type TlsState, tlsState } from "./server-tls.ts";

/** What senders that follow MTA-STS would make of one server, asked under one MX name (RFC 8461 section 4.2). */
export type TlsForName =
  | Exclude<CertificateStanding, "valid">
  | Exclude<TlsState, "established">
  /** Valid, but with a version of TLS that has been withdrawn (RFC 8996). */
  | "old-version"
  | "valid"
  /** The certificate is for other hosts. */
  | "other-name"
  /** The certificate names the host in its common name alone, which no longer counts (RFC 9525 section 6.3). */
  | "common-name-only"
  /** TLS without a certificate. */
  | "no-certificate";

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
] as const satisfies readonly TlsForName[];
export type TlsFault = (typeof FAULTS)[number];

export const isTlsFault = (state: TlsForName): state is TlsFault => (FAULTS as readonly TlsForName[]).includes(state);

/** One address of an MX host, asked under the host's name. */
export interface MxAddressTls {
  readonly address: IpAddress;
  readonly state: TlsForName;
}

/** TLS on the way to one MX host, under its name. */
export interface MxHostTls {
  readonly name: DomainName;
  readonly addresses: readonly MxAddressTls[];
  /**
   * All addresses together: `invalid` where one of them has a fault, `valid` where one is in order and none at fault,
   * `unknown` where nobody showed anything, `no-address` where there is nobody to ask.
   */
  readonly tls: "valid" | "old-version" | "invalid" | "unknown" | "no-address";
  /** Addresses for which the check had no room. */
  readonly unasked: readonly IpAddress[];
  /** Address questions without an answer. */
  readonly open: readonly FailedLookup[];
  /** Whether the MTA-STS policy names it; absent where there is no policy that could. */
  readonly named?: boolean;
  readonly dane: DaneStanding;
}

/** How mail for a domain is encrypted on its way in: MTA-STS, DANE and what the hosts show, host by host. */
export interface ReceivingTls {
  readonly hosts: readonly MxHostTls[];
  /** The MTA-STS policy that senders get today, where it is one. */
  readonly policy?: StsPolicy;
}

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
