import type { Endpoint, Vantage } from "../lib/checks/facts/vantage.ts";
import { check } from "../lib/checks/index.ts";
import type { IpAddress } from "../lib/checks/net/address.ts";
import type { Report } from "../lib/checks/report/report.ts";
import type { Target } from "../lib/checks/target/target.ts";
import type { AskedQuestion } from "../lib/checks/testing/dns-server.ts";
import type { World } from "../lib/checks/testing/world.ts";
import type { ZoneType } from "../lib/checks/testing/zone-file.ts";

/** What a check does that takes a round trip or more, and for each what has to be over before. */
export interface Dependencies {
  /** By question, or `session <address>`: all it rests on, at any distance. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly addresses: readonly IpAddress[];
}

/**
 * What needs what is not read off our own code, which might wait in vain, but off the world. A question needs another
 * one's answer if it is not asked once that answer is taken away; it needs the SMTP session if it is not asked once
 * another server answers.
 */
export async function findDependencies(world: World, target: Target, stranger: IpAddress): Promise<Dependencies> {
  const { asked, addresses } = await look(world, target, world.vantage);
  const all = [...asked.keys(), ...addresses.map(sessionOf)];
  const needs = new Map(all.map((key) => [key, new Set<string>()]));
  const without = async (key: string, vantage: Vantage) => {
    const still = await look(world, target, vantage);
    const done = new Set([...still.asked.keys(), ...still.addresses.map(sessionOf)]);
    for (const [other, set] of needs) if (other !== key && !done.has(other)) set.add(key);
  };
  for (const [key, { name, type, servers }] of asked) {
    const lift = servers.map((server) => world.fault({ server, name, type, exactly: true }, "servfail"));
    await without(key, world.vantage);
    for (const each of lift) each();
  }
  // All at once: two addresses of one host are often the same server, and what one says the other would have said.
  const route = (endpoint: Endpoint) =>
    world.vantage.route(endpoint.port === 25 ? { address: stranger, port: 25 } : endpoint);
  const { asked: elsewhere } = await look(world, target, { ...world.vantage, route });
  for (const [key, set] of needs)
    if (asked.has(key) && !elsewhere.has(key)) for (const address of addresses) set.add(sessionOf(address));
  return { needs, addresses };
}

export const sessionOf = (address: string): string => `session ${address}`;

/** What the longest chain costs. */
export function criticalPath({ needs }: Dependencies, cost: (key: string) => number): number {
  const known = new Map<string, number>();
  const upTo = (key: string): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    // Until it is known it costs nothing: two questions that each vanish without the other are no chain.
    known.set(key, 0);
    const all = Math.max(0, ...[...(needs.get(key) ?? [])].map(upTo)) + cost(key);
    known.set(key, all);
    return all;
  };
  return Math.max(0, ...[...needs.keys()].map(upTo));
}

/**
 * The path taken literally: the longest chain of questions, or the longest session, whichever takes longer. That a name is
 * known only in the course of a session is no excuse here.
 */
export function literalPath(dependencies: Dependencies, cost: (key: string) => number): number {
  const sessions = dependencies.addresses.map(sessionOf);
  const questions = criticalPath(dependencies, (key) => (sessions.includes(key) ? 0 : cost(key)));
  return Math.max(questions, ...sessions.map(cost));
}

interface Looked {
  readonly report: Report;
  readonly asked: ReadonlyMap<string, { name: string; type: ZoneType; servers: IpAddress[] }>;
  readonly addresses: readonly IpAddress[];
}

/**
 * A check by somebody who remembers nothing, and what it asked. The resolvers count as one server. What a vantage asks to
 * see whether its resolvers can be believed belongs to no check, and half of those names are made up anew each time: a
 * question that no other look asks would seem to need all of them.
 */
async function look(world: World, target: Target, vantage: Vantage): Promise<Looked> {
  const own = vantage.resolvers.map(({ address }) => address);
  const { canaries: _, ...believing } = vantage;
  world.questions.length = 0;
  const report = await check(target, believing);
  const place = ({ server }: AskedQuestion) => (own.includes(server) ? "" : ` at ${server}`);
  const asked = new Map(
    world.questions.map((question) => {
      const { name, type, server } = question;
      const servers = own.includes(server) ? own : [server];
      return [`${name} ${type}${place(question)}`, { name, type: type as ZoneType, servers }] as const;
    }),
  );
  return { report, asked, addresses: report.sessions.map(({ address }) => address as IpAddress) };
}
