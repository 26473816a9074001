import { defaultLimits, type Endpoint, type Limits, type Vantage } from "../facts/vantage.ts";
import { type IpAddress, parseCidr } from "../net/address.ts";
import { createGuard } from "../net/guard.ts";
import { testAuthority } from "./certificate.ts";
import { resolverOf } from "./dns-answerers.ts";
import { startDnsServers } from "./dns-server.ts";
import { buildZones } from "./dns-zones.ts";
import { ip } from "./facts.ts";
import type { SmtpBehaviour } from "./smtp-behaviour.ts";
import { startBlackHole, startSmtpServer } from "./smtp-server.ts";
import { startWebServer, type WebBehaviour } from "./web-server.ts";

/** What reached the servers of a flooded internet, counted there. */
export interface Received {
  /** DNS messages, over UDP and TCP, whatever became of them. */
  readonly questions: number;
  /** Connections to port 25. */
  readonly sessions: number;
  /** Connections to port 443. */
  readonly connections: number;
}

export interface Flood {
  readonly vantage: Vantage;
  readonly received: () => Received;
  readonly fault: Awaited<ReturnType<typeof startDnsServers>>["fault"];
  readonly close: () => Promise<void>;
}

export interface FloodOptions {
  readonly mail?: SmtpBehaviour;
  readonly web?: WebBehaviour;
  readonly limits?: Partial<Limits>;
  /** Nothing answers on port 25. */
  readonly silentMail?: boolean;
  /** A resolver that vouches for everything (DNSSEC). */
  readonly signed?: boolean;
}

const [RESOLVER, PUBLIC, ANYBODY] = ["198.51.100.2", "198.51.100.3", "198.51.100.4"].map(ip) as [
  IpAddress,
  IpAddress,
  IpAddress,
];
const ALLOWED = ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32"].flatMap((text) => parseCidr(text) ?? []);
/** Patient, however busy the machine is: an answer comes for certain. */
const PATIENT = {
  dnsTryMs: 10_000,
  smtpConnectMs: 10_000,
  smtpGreetingMs: 10_000,
  smtpReplyMs: 10_000,
  smtpSessionMs: 30_000,
  checkMs: 120_000,
  cacheSeconds: 0,
};

/**
 * An internet made by somebody who wants a check to send as much as it can: one zone text with absolute names, one mail
 * server behind every address, one web server behind every address, one name server behind every address.
 */
export async function startFlood(records: string, options: FloodOptions = {}): Promise<Flood> {
  const { mail = {}, limits = {}, signed = false, silentMail = false } = options;
  const web: WebBehaviour = options.web ?? { certificate: { names: ["mta-sts.flood.example.com"] }, pages: {} };
  const zone = { apex: ".", ns: ["ns.registry.test"], records, ...(signed ? { dnssec: "secure" as const } : {}) };
  const answer = resolverOf(buildZones([zone]));
  const dns = await startDnsServers(
    new Map([
      [RESOLVER, answer],
      [PUBLIC, answer],
      [ANYBODY, (query) => answer({ ...query, recursionDesired: true })],
    ]),
  );
  const [smtp, https, hole] = await Promise.all([startSmtpServer(mail), startWebServer(web), startBlackHole()]);
  let unanswered = 0;
  const port = (address: IpAddress): Endpoint => ({ address: ip("127.0.0.1"), port: dns.portOf(address) ?? 1 });
  const vantage: Vantage = {
    label: "a flood",
    resolvers: [{ address: RESOLVER, port: 53 }],
    publicResolvers: [{ address: PUBLIC, port: 53, name: "Public" }],
    allowed: ALLOWED,
    guard: createGuard(ALLOWED),
    route: ({ address, port: to }) => {
      if (to === 443) return https.endpoint;
      if (to !== 25) return port(dns.portOf(address) ? address : ANYBODY);
      if (!silentMail) return smtp.endpoint;
      // The queue of a black hole sees connections, but cannot count them.
      unanswered++;
      return hole.endpoint;
    },
    now: Date.now,
    ehloName: "probe.example",
    smtpReference: "reference.test",
    trust: [testAuthority()],
    limits: { ...defaultLimits, ...PATIENT, ...(silentMail ? { smtpConnectMs: 300 } : {}), ...limits },
  };
  return {
    vantage,
    received: () => ({
      questions: dns.questions.length,
      sessions: smtp.connections() + unanswered,
      connections: https.connections(),
    }),
    fault: dns.fault,
    async close() {
      await Promise.all([dns.close(), smtp.close(), https.close(), hole.close()]);
    },
  };
}
