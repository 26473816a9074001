import { parseClaims } from "../lib/checks/claims.ts";
import { check } from "../lib/checks/index.ts";
import { parseTarget } from "../lib/checks/target.ts";
import type { Sample } from "../lib/checks/testing/internet/sample.ts";
import { samples } from "../lib/checks/testing/internet.ts";
import { startWorld, type World } from "../lib/checks/testing/world.ts";
import type { Endpoint } from "../lib/checks/vantage.ts";
import type { Measure } from "./measure.ts";

/*
 * What a check sends out, for every sample of the small internet: each by somebody who remembers nothing, which is the
 * most there is to ask. Nobody waits long for mail servers here; what they are asked is the same.
 */

const LIMITS = { dnsTryMs: 300, smtpConnectMs: 500, smtpGreetingMs: 500, smtpReplyMs: 500, cacheSeconds: 0 };
const AT_ONCE = 4;
/** What RFC 5321 lets a client say that only looks; QUIT ends it. */
const POLITE = /^(EHLO|HELO|STARTTLS|QUIT|RSET|NOOP)\b/i;

export async function bench(): Promise<Measure[]> {
  const world = await startWorld({ limits: LIMITS });
  try {
    const waiting = samples.values();
    const sent: Sent[] = [];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const sample of waiting) sent.push(await sentBy(world, sample));
      }),
    );
    const most = sent.toSorted((a, b) => b.questions - a.questions)[0];
    const repeated = sent.toSorted((a, b) => b.packets - a.packets)[0];
    const connected = sent.toSorted((a, b) => b.connections - a.connections)[0];
    return [
      { name: `DNS questions of a check (most: ${most?.id})`, value: most?.questions ?? 0, bar: 200, unit: "" },
      { name: `… every try counted (most: ${repeated?.id})`, value: repeated?.packets ?? 0, unit: "" },
      {
        name: `SMTP connections to one address (most: ${connected?.id})`,
        value: connected?.connections ?? 0,
        bar: 1,
        unit: "",
      },
      { name: "commands beyond EHLO, HELO, STARTTLS and QUIT", value: impolite(world), bar: 0, unit: "" },
    ];
  } finally {
    await world.close();
  }
}

interface Sent {
  readonly id: string;
  readonly questions: number;
  readonly packets: number;
  /** To the address that had most of them. */
  readonly connections: number;
}

async function sentBy(world: World, { id, target, options = {} }: Sample): Promise<Sent> {
  const reading = parseTarget(target);
  if (!reading.ok) throw new Error(`${target} cannot be read`);
  let packets = 0;
  const dialled = new Map<string, number>();
  const route = (endpoint: Endpoint) => {
    if (endpoint.port === 53) packets++;
    if (endpoint.port === 25) dialled.set(endpoint.address, (dialled.get(endpoint.address) ?? 0) + 1);
    return world.vantage.route(endpoint);
  };
  const claims = { ...reading.target.claims, ...parseClaims(options).claims };
  const report = await check({ ...reading.target, claims }, { ...world.vantage, route });
  return { id, questions: report.lookups.length, packets, connections: Math.max(0, ...dialled.values()) };
}

function impolite(world: World): number {
  const addresses = samples.flatMap(({ hosts = {} }) => Object.keys(hosts));
  const said = addresses.flatMap((address) => world.commands(address as Parameters<World["commands"]>[0]));
  return said.filter((command) => !POLITE.test(command)).length;
}
