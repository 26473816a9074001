import { expect, test } from "vitest";
import { defaultLimits, type Vantage } from "../facts/vantage.ts";
import { ip } from "../testing/facts.ts";
import { knownRegistration, rememberRegistration } from "./registrations.ts";

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
