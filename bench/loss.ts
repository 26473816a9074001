import type { Vantage } from "../lib/checks/facts/vantage.ts";
import { check } from "../lib/checks/index.ts";
import { parseClaims } from "../lib/checks/target/claims.ts";
import { parseTarget, type Target } from "../lib/checks/target/target.ts";
import { RESOLVERS } from "../lib/checks/testing/internet/zones.ts";
import { sample } from "../lib/checks/testing/internet.ts";
import { startWorld, type World } from "../lib/checks/testing/world.ts";
import { type Measure, round } from "./measure.ts";
import { percentile } from "./percentile.ts";

/*
 * What lost datagrams and dead resolvers cost a check: percentiles over those of the same checks without. Every DNS server
 * is 20 ms away, there are two resolvers, no answer is kept from one check to the next, and what is known of servers is.
 * The datagrams are lost at the servers, in each direction; all settings are measured in turn in one run, so that
 * whatever else this machine does weighs on all of them.
 */

const TARGETS = ["coherent", "rfc2317"];
const DELAY_MS = 20;
/** Checks of each target in each setting, in so many turns. */
const [ROUNDS, TURNS] = [24, 4];
/** A server that never answers has a bench of its own; here it refuses at once. */
const DEAD_LIST = "b.barracudacentral.org";

/** A setting: how it is brought about, and what its percentiles may be at most over those without. */
interface Setting {
  readonly name: string;
  readonly begin: (world: World) => void;
  readonly bars: { readonly p50: number; readonly p90: number };
}

const loss = (share: number) => (world: World) => {
  world.fault({}, { loss: share });
};
const dead = (index: number) => (world: World) => {
  world.fault({ server: RESOLVERS[index] ?? "" }, "silence");
};

const SETTINGS: readonly Setting[] = [
  { name: "1 % of datagrams lost", begin: loss(0.01), bars: { p50: 1.15, p90: 2 } },
  { name: "5 % of datagrams lost", begin: loss(0.05), bars: { p50: 1.6, p90: 2.5 } },
  { name: "first resolver dead", begin: dead(0), bars: { p50: 1.1, p90: 1.3 } },
  { name: "second resolver dead", begin: dead(1), bars: { p50: 1.1, p90: 1.3 } },
];

export async function bench(): Promise<Measure[]> {
  const world = await startWorld({ delayMs: DELAY_MS, limits: { cacheSeconds: 0 } });
  const without: number[] = [];
  const within = SETTINGS.map((): number[] => []);
  const first = SETTINGS.map((): number[] => []);
  try {
    const vantage = { ...world.vantage };
    const refuse = () => world.fault({ name: DEAD_LIST }, "refused");
    refuse();
    // Test entries of lists are asked once an hour, by whoever comes first.
    for (const id of [...TARGETS, ...TARGETS]) await timed(targetOf(id), vantage);
    for (let turn = 0; turn < TURNS; turn++) {
      without.push(...(await checks(vantage)));
      for (const [i, { begin }] of SETTINGS.entries()) {
        // The first check comes right after.
        begin(world);
        const took = await checks(vantage);
        first[i]?.push(took[0] ?? Number.NaN);
        within[i]?.push(...took);
        world.clearFaults();
        refuse();
        // The dead one is found to be back.
        await checks(vantage, 2);
      }
    }
  } finally {
    await world.close();
  }
  const base = { p50: percentile(without, 0.5), p90: percentile(without, 0.9), p99: percentile(without, 0.99) };
  return [
    { name: `a check without loss, ${DELAY_MS} ms round trip, p50`, value: round(base.p50), unit: "ms" },
    ...SETTINGS.flatMap(({ name, bars }, i): Measure[] => {
      const took = within[i] ?? [];
      return [
        {
          name: `${name}: p50 over that without`,
          value: round(percentile(took, 0.5) / base.p50, 2),
          bar: bars.p50,
          unit: "",
        },
        { name: "… p90", value: round(percentile(took, 0.9) / base.p90, 2), bar: bars.p90, unit: "" },
        { name: "… p99", value: round(percentile(took, 0.99) / base.p99, 2), unit: "" },
        {
          name: "… the first check, mean, over p50 without",
          value: round(mean(first[i] ?? []) / base.p50, 2),
          unit: "",
        },
      ];
    }),
  ];
}

async function checks(vantage: Vantage, rounds = ROUNDS / TURNS): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < rounds; i++) for (const id of TARGETS) took.push(await timed(targetOf(id), vantage));
  return took;
}

async function timed(target: Target, vantage: Vantage): Promise<number> {
  const began = performance.now();
  await check(target, vantage);
  return performance.now() - began;
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

function targetOf(id: string): Target {
  const { target, options = {} } = sample(id);
  const reading = parseTarget(target);
  if (!reading.ok) throw new Error(`${target} cannot be read`);
  return { ...reading.target, claims: { ...reading.target.claims, ...parseClaims(options).claims } };
}
