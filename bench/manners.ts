import { type Endpoint, publicManners } from "../lib/checks/facts/vantage.ts";
import { check, lookAtResolvers } from "../lib/checks/index.ts";
import { parseAddress } from "../lib/checks/net/address.ts";
import { parseClaims } from "../lib/checks/target/claims.ts";
import { parseTarget } from "../lib/checks/target/target.ts";
import type { Sample } from "../lib/checks/testing/internet/sample.ts";
import { samples } from "../lib/checks/testing/internet.ts";
import { startWorld, type World } from "../lib/checks/testing/world.ts";
import type { Measure } from "./measure.ts";

/*
 * What a check sends out, for every sample of the small internet: each by somebody who remembers nothing, which is the
 * most there is to ask. Questions are counted at the DNS servers, every try, so one check runs after the other. Nobody
 * waits long for mail servers here; what they are asked is the same.
 *
 * What a service asks to see whether its resolvers can be believed is asked once in five minutes for all its checks, out
 * of no check's budget: here before each check, and counted on its own.
 */

const LIMITS = { smtpConnectMs: 500, smtpGreetingMs: 500, smtpReplyMs: 500, cacheSeconds: 0 };
/** What RFC 5321 lets a client say that only looks; QUIT ends it. */
const POLITE = /^(EHLO|HELO|STARTTLS|QUIT|RSET|NOOP)\b/i;

export async function bench(): Promise<Measure[]> {
  const world = await startWorld({ limits: LIMITS });
  try {
    const sent: Sent[] = [];
    for (const sample of samples) sent.push(await sentBy(world, sample));
    const most = (what: Exclude<keyof Sent, "id">, name: string, bar?: number): Measure => {
      const [first] = sent.toSorted((a, b) => b[what] - a[what]);
      const measure = { name: `${name} (most: ${first?.id})`, value: first?.[what] ?? 0, unit: "" };
      return bar === undefined ? measure : { ...measure, bar };
    };
    return [
      most("questions", "DNS questions of a check on the wire", 200),
      most("canaries", "… and before it, to see whether the resolvers can be believed"),
      most("leftOut", "questions, sessions, connections and addresses left out", 0),
      most("sessions", "SMTP connections of a check", 24),
      most("sessionsToOne", "SMTP connections to one address", 1),
      most("connections", "HTTPS connections of a check", 8),
      most("octets", "octets of a report", 1_000_000),
      { name: "SMTP connections of 300 checks of one address", value: await sessionsOfMany(world), bar: 1, unit: "" },
      { name: "commands beyond EHLO, HELO, STARTTLS and QUIT", value: impolite(world), bar: 0, unit: "" },
    ];
  } finally {
    await world.close();
  }
}

/** How often the server is dialled that 300 readers check, each with a sender and a selector of their own. */
async function sessionsOfMany(world: World): Promise<number> {
  const reading = parseTarget("203.0.113.10");
  const address = parseAddress("203.0.113.10");
  if (!reading.ok || !address) throw new Error("unreachable");
  const vantage = { ...world.vantage, limits: { ...world.vantage.limits, ...publicManners, cacheSeconds: 60 } };
  const before = world.connections(address);
  for (let lot = 0; lot < 30; lot++) {
    const ten = Array.from({ length: 10 }, (_, i) =>
      parseClaims({ from: `s${lot}-${i}.example.org`, selector: [`x${lot}-${i}`] }),
    );
    await Promise.all(ten.map(({ claims }) => check({ ...reading.target, claims }, vantage)));
  }
  return world.connections(address) - before;
}

interface Sent {
  readonly id: string;
  readonly questions: number;
  /** Of the vantage, which no check pays for. */
  readonly canaries: number;
  readonly leftOut: number;
  readonly sessions: number;
  /** To the address that had most of them. */
  readonly sessionsToOne: number;
  readonly connections: number;
  readonly octets: number;
}

async function sentBy(world: World, { id, target, options = {} }: Sample): Promise<Sent> {
  const reading = parseTarget(target);
  if (!reading.ok) throw new Error(`${target} cannot be read`);
  let connections = 0;
  const dialled = new Map<string, number>();
  const route = (endpoint: Endpoint) => {
    if (endpoint.port === 443) connections++;
    if (endpoint.port === 25) dialled.set(endpoint.address, (dialled.get(endpoint.address) ?? 0) + 1);
    return world.vantage.route(endpoint);
  };
  const claims = { ...reading.target.claims, ...parseClaims(options).claims };
  const vantage = { ...world.vantage, route };
  world.questions.length = 0;
  await lookAtResolvers(vantage);
  const canaries = world.questions.length;
  world.questions.length = 0;
  const report = await check({ ...reading.target, claims }, vantage);
  const { leftOut } = report;
  return {
    id,
    canaries,
    questions: world.questions.length,
    leftOut: leftOut ? leftOut.addresses + leftOut.sessions + leftOut.connections + leftOut.questions : 0,
    sessions: [...dialled.values()].reduce((sum, each) => sum + each, 0),
    sessionsToOne: Math.max(0, ...dialled.values()),
    connections,
    octets: Buffer.byteLength(JSON.stringify(report)),
  };
}

function impolite(world: World): number {
  const addresses = samples.flatMap(({ hosts = {} }) => Object.keys(hosts));
  const said = addresses.flatMap((address) => world.commands(address as Parameters<World["commands"]>[0]));
  return said.filter((command) => !POLITE.test(command)).length;
}
