import { check } from "../lib/checks/index.ts";
import { parseAddress } from "../lib/checks/net/address.ts";
import { parseClaims } from "../lib/checks/target/claims.ts";
import { parseTarget, type Target } from "../lib/checks/target/target.ts";
import { sample } from "../lib/checks/testing/internet.ts";
import { startWorld } from "../lib/checks/testing/world.ts";
import { farAway } from "./delayed-sessions.ts";
import { criticalPath, findDependencies, literalPath, sessionOf } from "./dependencies.ts";
import { type Measure, median, round } from "./measure.ts";
import { percentile } from "./percentile.ts";

/*
 * A check against its critical path: the longest chain of exchanges of which each needs the one before. A question
 * costs the round trip that was put into every DNS server; an SMTP session, whose server is as far away, what it took.
 *
 * A server that never answers has no round trip. The small internet has one (a dead blocklist, which has a bench of its
 * own); here it refuses at once. Test entries of lists are asked once an hour, by whoever comes first: not by the checks
 * measured here. Nothing else is remembered from one check to the next.
 */

const TARGETS = ["coherent", "rfc2317", "spf-include", "dual-stack", "coherent-domain", "receiving"];
const DELAYS = [20, 50, 100];
const ROUNDS = 5;
const BAR = 1.15;
/** The same over the longest chain of questions, or the session: what is asked of the EHLO name is asked before TLS. */
const LITERAL = { p50: 1.05, p99: 1.15 };
const DEAD_LIST = "b.barracudacentral.org";
/** Who comes first. */
const FIRST = "list-no-ptr";
/** A mail server that no target here has to do with. */
const STRANGER = "203.0.113.75";

export async function bench(): Promise<Measure[]> {
  const stranger = parseAddress(STRANGER);
  if (!stranger) throw new Error("unreachable");
  const world = await startWorld({ delayMs: 0, limits: { cacheSeconds: 0 } });
  const measures: Measure[] = [];
  const literal: number[] = [];
  try {
    world.fault({ name: DEAD_LIST }, "refused");
    for (const id of TARGETS) {
      const target = targetOf(id);
      world.setDelay(0);
      const dependencies = await findDependencies(world, target, stranger);
      for (const delay of DELAYS) {
        world.setDelay(delay);
        const { vantage, close } = await farAway(world.vantage, dependencies.addresses, delay);
        const here = { ...vantage };
        await check(targetOf(FIRST), here);
        const rounds: number[] = [];
        for (let i = 0; i < ROUNDS; i++) {
          const { durationMs, sessions } = await check(target, here);
          const took = new Map(sessions.map(({ address, ms }) => [sessionOf(address), ms]));
          const cost = (key: string) => took.get(key) ?? delay;
          rounds.push(durationMs / criticalPath(dependencies, cost));
          literal.push(durationMs / literalPath(dependencies, cost));
        }
        close();
        const value = round(median(rounds), 2);
        measures.push({ name: `check over critical path: ${id}, ${delay} ms`, value, bar: BAR, unit: "" });
      }
    }
  } finally {
    await world.close();
  }
  const over = (share: number) => round(percentile(literal, share), 2);
  return [
    ...measures,
    { name: "check over the path taken literally, all of these: p50", value: over(0.5), bar: LITERAL.p50, unit: "" },
    { name: "… p99", value: over(0.99), bar: LITERAL.p99, unit: "" },
  ];
}

function targetOf(id: string): Target {
  const { target, options = {} } = sample(id);
  const reading = parseTarget(target);
  if (!reading.ok) throw new Error(`${target} cannot be read`);
  return { ...reading.target, claims: { ...reading.target.claims, ...parseClaims(options).claims } };
}
