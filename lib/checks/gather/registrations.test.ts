import { expect, test } from "vitest";
import { defaultLimits, type Vantage } from "../facts/vantage.ts";
import { ip } from "../testing/facts.ts";
import { knownRegistration, registrationOnce, rememberRegistration } from "./registrations.ts";

function vantageAt(clock: { now: number }, registrationSeconds = 100): Vantage {
  return { now: () => clock.now, limits: { ...defaultLimits, registrationSeconds } } as Vantage;
}
const registered = (range: string, holder: string) =>
  ({ kind: "registered", range, holder, source: "rdap.example" }) as const;

test("an answer counts for its whole block, the smallest block first, until its time is up", () => {
  const clock = { now: 0 };
  const vantage = vantageAt(clock);
  rememberRegistration(registered("192.0.2.0 – 192.0.2.255", "large"), vantage);
  rememberRegistration(registered("192.0.2.8 – 192.0.2.15", "small"), vantage);
  const holder = (address: string) => {
    const found = knownRegistration(ip(address), vantage);
    return found?.kind === "registered" ? found.holder : undefined;
  };
  expect(["192.0.2.7", "192.0.2.8", "192.0.3.1", "::c000:207"].map(holder)).toEqual([
    "large",
    "small",
    undefined,
    undefined,
  ]);
  clock.now = 100_000;
  expect(holder("192.0.2.7")).toBeUndefined();
});

test("failures and blocks that are not named are not remembered, nor anything where nothing is to be", () => {
  const vantage = vantageAt({ now: 0 });
  rememberRegistration({ kind: "failed", why: "timeout", source: "rdap.example" }, vantage);
  rememberRegistration({ kind: "registered", source: "rdap.example" }, vantage);
  expect(knownRegistration(ip("192.0.2.1"), vantage)).toBeUndefined();
  const forgetful = vantageAt({ now: 0 }, 0);
  rememberRegistration(registered("192.0.2.0 – 192.0.2.255", "x"), forgetful);
  expect(knownRegistration(ip("192.0.2.1"), forgetful)).toBeUndefined();
});

test("checks of one network that come at once ask its registry once, and others beside them", async () => {
  const vantage = vantageAt({ now: 0 });
  const asked: string[] = [];
  const answer = Promise.withResolvers<void>();
  const ask = (address: string, range: string) =>
    registrationOnce(ip(address), vantage, async () => {
      asked.push(address);
      await answer.promise;
      return registered(range, address);
    });
  const here = "192.0.2.0 – 192.0.2.127";
  const all = Promise.all([
    ...Array.from({ length: 50 }, (_, i) => ask(`192.0.2.${i}`, here)),
    ask("192.0.3.1", "192.0.3.0 – 192.0.3.255"),
    // In the same /24, and in another block: found out when the first answer is there.
    ask("192.0.2.200", "192.0.2.128 – 192.0.2.255"),
  ]);
  expect(asked).toEqual(["192.0.2.0", "192.0.3.1"]);
  answer.resolve();
  const holders = (await all).map((found) => (found?.kind === "registered" ? found.holder : undefined));
  expect(holders).toEqual([...Array<string>(50).fill("192.0.2.0"), "192.0.3.1", "192.0.2.200"]);
  expect(asked).toEqual(["192.0.2.0", "192.0.3.1", "192.0.2.200"]);
});

test("a registry that fails is not asked once more for each who waited; one who stopped, or may not ask, has no answer for them", async () => {
  const vantage = vantageAt({ now: 0 });
  const failed = { kind: "failed", why: "HTTP 429", source: "rdap.example" } as const;
  let asked = 0;
  const limit = { kind: "failed", why: "limit", source: "rdap.example" } as const;
  type Outcome = typeof failed | typeof limit | undefined;
  const outcomes = (outcome: Outcome) => async () => {
    asked++;
    await Promise.resolve();
    return outcome;
  };
  const waiting = ["192.0.2.1", "192.0.2.2", "192.0.2.3"];
  const once = (outcome: Outcome) =>
    Promise.all(waiting.map((address) => registrationOnce(ip(address), vantage, outcomes(outcome))));
  expect(await once(failed)).toEqual([failed, failed, failed]);
  expect(asked).toBe(1);
  asked = 0;
  expect(await once(undefined)).toEqual([undefined, undefined, undefined]);
  expect(asked).toBe(3);
  asked = 0;
  expect(await once(limit)).toEqual([limit, limit, limit]);
  expect(asked).toBe(3);
});

test("who waits for one whose own limit is reached asks in turn, and that one keeps its answer", async () => {
  const vantage = vantageAt({ now: 0 });
  const limit = { kind: "failed", why: "limit", source: "rdap.example" } as const;
  const known = registered("192.0.2.0 – 192.0.2.255", "holder");
  const all = [limit, known].map((said, i) => registrationOnce(ip(`192.0.2.${i}`), vantage, async () => said));
  expect(await Promise.all(all)).toEqual([limit, known]);
});
