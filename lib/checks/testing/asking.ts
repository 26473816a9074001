import type { Answer } from "dns-packet";
import { onTestFinished } from "vitest";
import type { LookupEvidence } from "../facts/lookup.ts";
import { defaultLimits, type Endpoint, type Limits, type Vantage } from "../facts/vantage.ts";
import type { AskOptions, Trace } from "../gather/dns/client.ts";
import { createResolver } from "../gather/dns/resolver.ts";
import { createGuard } from "../net/guard.ts";
import { name } from "./facts.ts";
import {
  type Behaviour,
  RD_RA,
  type Received,
  type Reply,
  reply,
  serveDns,
  type TestServer,
} from "./misbehaving-dns.ts";

/** Short spellings for tests that ask misbehaving servers: records, behaviours, a resolver that knows only them. */
export const TRY_MS = 60;
export const [SERVFAIL, REFUSED, FORMERR, NXDOMAIN] = [RD_RA | 2, RD_RA | 5, RD_RA | 1, RD_RA | 3];

export const a = (owner: string, address = "192.0.2.1", ttl = 300): Answer => ({
  name: owner,
  type: "A",
  ttl,
  data: address,
});
export const cname = (owner: string, target: string, ttl = 300): Answer => ({
  name: owner,
  type: "CNAME",
  ttl,
  data: target,
});
export const ns = (owner: string, data: string): Answer => ({ name: owner, type: "NS", ttl: 300, data });
export const soa = (owner: string, ttl = 900, minimum = 60): Answer => ({
  name: owner,
  type: "SOA",
  ttl,
  data: { mname: `ns.${owner}`, rname: `h.${owner}`, serial: 1, refresh: 1, retry: 1, expire: 1, minimum },
});

/** Always this reply. */
export const says = (said: Reply) => (query: Received) => [reply(query, said)];
export const good: Behaviour = (query) => [reply(query, { answers: [a(query.name)] })];
export const silent: Behaviour = () => [];
export const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A server for the length of one test. */
export async function serve(...of: Parameters<typeof serveDns>): Promise<TestServer> {
  const server = await serveDns(...of);
  onTestFinished(server.close);
  return server;
}

/** A resolver that asks these servers, with short limits, and the evidence of all its checks. */
export function resolverOf(
  servers: readonly { endpoint: Endpoint }[],
  limits: Partial<Limits> = {},
  more: Partial<Vantage> = {},
) {
  const resolver = createResolver({
    label: "test",
    resolvers: servers.map((server) => server.endpoint),
    allowed: [],
    guard: createGuard(),
    route: (endpoint) => endpoint,
    now: () => Date.now(),
    ehloName: "probe.example",
    limits: { ...defaultLimits, dnsTryMs: TRY_MS, dnsTries: 2, ...limits },
    ...more,
  });
  onTestFinished(resolver.close);
  const evidence: Omit<LookupEvidence, "facts">[] = [];
  const client = (trace: Partial<Trace> = {}) =>
    resolver.client({
      signal: new AbortController().signal,
      record: (each) => evidence.push(each),
      spend: () => true,
      ...trace,
    });
  return { resolver, evidence, client };
}

/** Asks one server, once, for the A records of www.example. */
export async function askOne(behaviour: Behaviour, tcp?: Parameters<typeof serveDns>[1], options?: AskOptions) {
  const server = await serve(behaviour, tcp);
  const { client, evidence } = resolverOf([server], { dnsTries: 1 });
  const lookup = await client().ask(name("www.example"), "A", options);
  return { lookup, evidence: evidence[0], received: server.received };
}
