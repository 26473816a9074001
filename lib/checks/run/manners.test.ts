import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultLimits, publicManners, type Vantage } from "../facts/vantage.ts";
import { check } from "../index.ts";
import { parseClaims } from "../target/claims.ts";
import { parseTarget } from "../target/target.ts";
import { ip } from "../testing/facts.ts";
import { startWorld, type World } from "../testing/world.ts";

/* Many checks of one target: what its server gets to see of them. */

const ADDRESS = "203.0.113.10";
const LIMITS = { ...defaultLimits, ...publicManners, cacheSeconds: 60 };

let world: World;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, canaries: false });
});
afterAll(() => world.close());

function look(vantage: Vantage, options: Parameters<typeof parseClaims>[0] = {}, target = ADDRESS) {
  const read = parseTarget(target);
  if (!read.ok) throw new Error(`${target} cannot be read`);
  return check({ ...read.target, claims: { ...read.target.claims, ...parseClaims(options).claims } }, vantage);
}

test("300 requests for one target, with sender and selectors varied, open one SMTP session", {
  timeout: 300_000,
}, async () => {
  // Questions have a test of their own below; here they are as many as it takes.
  const limits = { ...LIMITS, serverQuestions: 10_000, listQuestions: 10_000 };
  const vantage = { ...world.vantage, limits };
  const before = world.connections(ip(ADDRESS));
  const reports = [];
  for (let lot = 0; lot < 30; lot++) {
    const ten = Array.from({ length: 10 }, (_, i) =>
      look(vantage, { from: `s${lot}-${i}.example.org`, selector: [`s${lot}x${i}`] }),
    );
    reports.push(...(await Promise.all(ten)));
  }
  expect(world.connections(ip(ADDRESS)) - before).toBe(1);
  for (const { sessions } of reports)
    expect(sessions.find(({ address }) => address === ADDRESS)?.connection).toBe("open");
  const last = reports.at(-1)?.sessions[0]?.transcript ?? [];
  expect(last[0]).toMatch(/^-- held \d+ s before this check/);
});

test("under more names than fit, the address is left alone, and that is told as our limit", async () => {
  const vantage = {
    ...world.vantage,
    limits: { ...LIMITS, sessionsPerAddress: 1, sessionWaitMs: 0, smtpConnectMs: 500 },
  };
  const first = await look(vantage);
  const second = await look(vantage, {}, "mail.example.com");
  expect(first.sessions.find(({ address }) => address === ADDRESS)?.connection).toBe("open");
  const held = second.sessions.find(({ address }) => address === ADDRESS);
  expect(held?.connection).toBe("limit");
  const verdict = second.verdicts.find(({ signal }) => signal === "starttls");
  expect(verdict?.status).toMatch(/unknown|skipped/);
});

test("a check that is stopped does not end the session of another", async () => {
  const vantage = { ...world.vantage, limits: LIMITS };
  const read = parseTarget(ADDRESS);
  if (!read.ok) throw new Error("unreachable");
  const stop = new AbortController();
  const stopped = check(read.target, vantage, {
    signal: stop.signal,
    onEvent: () => stop.abort(),
  });
  const other = await look(vantage, { from: "example.org" });
  await stopped;
  expect(other.sessions.find(({ address }) => address === ADDRESS)?.connection).toBe("open");
});

test("a list gets no more questions in a second than it is given", async () => {
  const limits = { ...LIMITS, cacheSeconds: 0, listQuestions: 1 };
  const vantage = { ...world.vantage, limits };
  world.questions.length = 0;
  const report = await look(vantage);
  const asked = world.questions.filter(({ name }) => name.endsWith("bl.spamcop.net"));
  expect(asked.length).toBeLessThanOrEqual(3);
  expect(report.state).toBe("done");
});
