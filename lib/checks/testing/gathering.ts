import { onTestFinished } from "vitest";
import type { SmtpSession } from "../facts/smtp.ts";
import { defaultLimits, type Endpoint, type Vantage } from "../facts/vantage.ts";
import { unlimited } from "../gather/budget.ts";
import { createResolver } from "../gather/dns/resolver.ts";
import type { Gathering } from "../gather/gatherer.ts";
import { type IpAddress, parseCidr } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { createGuard } from "../net/guard.ts";
import { testAuthority } from "./certificate.ts";
import { resolverOf } from "./dns-answerers.ts";
import { startDnsServers } from "./dns-server.ts";
import { buildZones } from "./dns-zones.ts";
import { ip } from "./facts.ts";
import { noSession } from "./sessions.ts";

/** What there is beside the DNS. */
export interface Surroundings {
  /** What listens on port 443, by public-looking address. */
  readonly web?: Readonly<Record<string, Endpoint>>;
  /** By address, or by address and host name. */
  readonly sessions?: Readonly<Record<string, SmtpSession>>;
  /** Whether the zone is signed, and the resolver says so. */
  readonly signed?: boolean;
  /** How long a question may take, in milliseconds. */
  readonly tryMs?: number;
}

const RESOLVER = ip("198.51.100.2");

/**
 * A gathering for tests of gatherers: a real resolver on loopback that holds this zone text (absolute names) and
 * nothing else, faults on demand, and a record of what was asked. Gone when the test is.
 */
export async function gatheringFrom(
  records: string,
  { web = {}, sessions = {}, signed = false, tryMs = 100 }: Surroundings = {},
) {
  const zone = { apex: ".", ns: ["ns.registry.test"], records, ...(signed ? { dnssec: "secure" as const } : {}) };
  const dns = await startDnsServers(new Map([[RESOLVER, resolverOf(buildZones([zone]))]]));
  const allowed = ["203.0.113.0/24", "2001:db8::/32"].flatMap((text) => parseCidr(text) ?? []);
  const nowhere: Endpoint = { address: ip("127.0.0.1"), port: 1 };
  const vantage: Vantage = {
    label: "test",
    resolvers: [{ address: RESOLVER, port: 53 }],
    allowed,
    guard: createGuard(allowed),
    route: ({ address, port }) => {
      const dnsPort = port === 53 ? dns.portOf(address) : undefined;
      return dnsPort === undefined ? (web[address] ?? nowhere) : { address: ip("127.0.0.1"), port: dnsPort };
    },
    now: Date.now,
    ehloName: "probe.example",
    trust: [testAuthority()],
    limits: { ...defaultLimits, dnsTryMs: tryMs, dnsTries: 2, cacheSeconds: 0 },
  };
  const resolver = createResolver(vantage);
  onTestFinished(async () => {
    resolver.close();
    await dns.close();
  });
  const signal = new AbortController().signal;
  const gathering: Gathering = {
    dns: resolver.client({ signal, record: () => {}, spend: () => true }),
    smtp: async (address: IpAddress, host?: DomainName) =>
      sessions[`${address} ${host ?? ""}`] ?? sessions[address] ?? noSession("filtered"),
    vantage,
    budget: unlimited,
    signal,
  };
  return {
    gathering,
    fault: dns.fault,
    asked: () => dns.questions.map(({ name, type }) => `${name.replace(/\.$/, "")} ${type}`),
  };
}
