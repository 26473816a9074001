import { afterAll, beforeAll, expect, test } from "vitest";
import type { Claims } from "../../facts/facts.ts";
import type { Vantage } from "../../facts/vantage.ts";
import { check } from "../../index.ts";
import { asName } from "../../net/domain-name.ts";
import { ip } from "../../testing/facts.ts";
import { SPAMHAUS_KEY } from "../../testing/internet/lists.ts";
import { startWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** A check that remembers nothing of the others. */
function first(last: number, claims: Partial<Claims> = {}, more: Partial<Vantage> = {}) {
  const address = ip(`203.0.113.${last}`);
  return check({ kind: "address", address, claims: { selectors: [], ...claims } }, { ...world.vantage, ...more });
}

const outcomeOf = ({ verdicts }: Awaited<ReturnType<typeof first>>, signal: string) =>
  verdicts.find((verdict) => verdict.signal === signal)?.outcome;

test.each([
  ["on no list", 210, {}, "dnsbl", "clean"],
  ["in the PBL", 211, {}, "dnsbl", "listed-identity-high"],
  ["in several lists", 212, {}, "dnsbl", "listed-high"],
  ["listed for having no PTR", 213, {}, "dnsbl", "listed-identity"],
  ["in a network that is listed as a whole", 214, {}, "dnsbl", "listed-broad"],
  ["that dnswl.org knows", 10, {}, "dnswl", "known"],
  ["that no allow list knows", 210, {}, "dnswl", "not-listed"],
  ["with names that are on no list", 210, {}, "dnsbl-domain", "clean"],
  ["that sends for a listed domain", 215, { from: asName("example.edu") }, "dnsbl-domain", "listed-high"],
])("a server %s", async (_, last, claims, signal, outcome) => {
  expect(outcomeOf(await first(last, claims), signal)).toBe(outcome);
});

test("the key is in no report, and no list is asked for without a reason", async () => {
  world.questions.length = 0;
  const report = await first(212);
  expect(world.questions.some(({ name }) => name.includes(SPAMHAUS_KEY))).toBe(true);
  expect(JSON.stringify(report).toLowerCase()).not.toContain(SPAMHAUS_KEY);
  expect(
    world.questions.filter(({ name }) => /sorbs|spamrats\.com$/.test(name) && !/all\.spamrats/.test(name)),
  ).toEqual([]);
});

test("without a key Spamhaus is not asked, and the report says so", async () => {
  const { spamhausKey: _, ...keyless } = world.vantage;
  world.questions.length = 0;
  const target = { kind: "address", address: ip("203.0.113.211"), claims: { selectors: [] } } as const;
  const { verdicts } = await check(target, keyless);
  const verdict = verdicts.find(({ signal }) => signal === "dnsbl");
  expect(verdict).toMatchObject({ outcome: "clean", evidence: { keyless: expect.arrayContaining(["spamhaus-zen"]) } });
  expect(world.questions.filter(({ name }) => name.endsWith("spamhaus.org") || name.endsWith("spamhaus.net"))).toEqual(
    [],
  );
});

test.each(["servfail", "refused", "silence", "garbage"] as const)(
  "%s of the list that has the address leaves it open, never clean",
  async (fault) => {
    const lift = world.fault({ name: `211.113.0.203.${SPAMHAUS_KEY}.zen.dq.spamhaus.net` }, fault);
    try {
      const limits = { ...world.vantage.limits, dnsTryMs: 100 };
      expect(outcomeOf(await first(211, {}, { limits }), "dnsbl")).toBe("partly");
    } finally {
      lift();
    }
  },
);
