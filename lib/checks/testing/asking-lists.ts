import { defaultLimits, type Vantage } from "../facts/vantage.ts";
import type { List } from "../formats/dnsbl/list.ts";
import { unlimited } from "../gather/budget.ts";
import type { Gathering } from "../gather/gatherer.ts";
import { reverseLabels } from "../net/address.ts";
import { createGuard } from "../net/guard.ts";
import { a, NXDOMAIN, resolverOf, serve, TRY_MS } from "./asking.ts";
import { ip } from "./facts.ts";
import { type Behaviour, type Received, reply } from "./misbehaving-dns.ts";

/** Short spellings for tests that ask lists: what the lists' zones hold, on a server that only knows them. */

/** One list's zone: addresses by labels in front of it (`*` is every name), or a behaviour of its own. */
export type ListZone = Readonly<Record<string, readonly string[]>> | Behaviour;

/** A healthy list (RFC 5782 section 5) that also has these entries. */
export const healthy = (entries: Readonly<Record<string, readonly string[]>> = {}) => ({
  [labels("127.0.0.2")]: ["127.0.0.2"],
  [labels("::ffff:127.0.0.2")]: ["127.0.0.2"],
  test: ["127.0.0.2"],
  ...entries,
});

export const labels = (address: string): string => reverseLabels(ip(address));

/** A gathering whose only resolver holds these zones, what it recorded, and what it was asked. */
export async function gatheringOf(
  zones: Readonly<Record<string, ListZone>>,
  more: Partial<Vantage> = {},
  reasons: Readonly<Record<string, string>> = {},
) {
  const behave = (query: Received, count: number) => {
    const name = query.name.toLowerCase();
    const apex = Object.keys(zones).find((zone) => name.endsWith(`.${zone}`));
    const zone = apex === undefined ? undefined : zones[apex];
    if (typeof zone === "function") return zone(query, count);
    const first = name.slice(0, -1 - (apex ?? "").length);
    if (query.type === "TXT") {
      const reason = reasons[name];
      return [reply(query, reason ? { answers: [{ name, type: "TXT", ttl: 60, data: [reason] }] } : {})];
    }
    const found = zone?.[first] ?? zone?.["*"];
    return [reply(query, found ? { answers: found.map((address) => a(query.name, address)) } : { flags: NXDOMAIN })];
  };
  const server = await serve(behave);
  const { limits = { ...defaultLimits, dnsTryMs: TRY_MS, dnsTries: 2 }, ...rest } = more;
  const vantage: Vantage = {
    label: "test",
    resolvers: [server.endpoint],
    allowed: [],
    guard: createGuard(),
    route: (endpoint) => endpoint,
    now: Date.now,
    ehloName: "probe.example",
    limits,
    ...rest,
  };
  const { client, evidence } = resolverOf([server], limits, rest);
  /** Another check of the same vantage. */
  const gathering = (): Gathering => ({
    dns: client(),
    smtp: () => Promise.reject(new Error("no SMTP here")),
    vantage,
    budget: unlimited,
    signal: new AbortController().signal,
  });
  return { gathering, evidence, asked: () => server.received.map(({ name, type }) => `${name.toLowerCase()} ${type}`) };
}

/** A list made up for a test. */
export const listOf = (id: string, more: Partial<List> = {}): List => ({
  id,
  title: id,
  zone: `${id}.example`,
  kind: "block",
  about: "address",
  families: [4, 6],
  weight: "medium",
  codes: { by: "address", named: {}, other: { means: "listed" } },
  removal: { how: "Ask there.", url: "https://list.example/" },
  whoCares: "Nobody.",
  ...more,
});
