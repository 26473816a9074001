import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LookupEvidence } from "../lib/checks/facts/lookup.ts";
import type { Endpoint, Vantage } from "../lib/checks/facts/vantage.ts";
import { createResolver } from "../lib/checks/gather/dns/resolver.ts";
import { reverseName } from "../lib/checks/net/address.ts";
import { asName } from "../lib/checks/net/domain-name.ts";
import { ip } from "../lib/checks/testing/facts.ts";
import { startDns } from "./dns/start.ts";
import { ADDRESSES, AUTHORITY, RESOLVER } from "./internet/places.ts";
import { createKeeper } from "./keeper.ts";
import { addAddresses } from "./namespace.ts";
import { whyNot } from "./programs.ts";
import { labVantage } from "./vantage.ts";

const missing = whyNot("ip", "nsd", "unbound", "rbldnsd", "ldns-signzone");
const skipped = missing ? ` (skipped: ${missing})` : "";

/** Whole networks by their PTR records, most of which do not exist, and names that have one answer each. */
const QUESTIONS = [
  ...Array.from({ length: 512 }, (_, i) => ({
    name: reverseName(ip(`${i < 256 ? "203.0.113" : "198.51.100"}.${i & 255}`)),
    type: "PTR" as const,
  })),
  ...Array.from({ length: 500 }, (_, i) => ({ name: asName(`no${i}.example.net`), type: "A" as const })),
  ...Array.from({ length: 3_000 }, () => ({ name: asName("mail.example.net"), type: "AAAA" as const })),
];
const IN_FLIGHT = 200;

/** What each question comes to, so many asked at a time, and how much of that came over TCP. */
async function ask(vantage: Vantage, inFlight: number) {
  const resolver = createResolver(vantage);
  let overTcp = 0;
  const record = ({ flags }: Pick<LookupEvidence, "flags">) => {
    if (flags.includes("tcp")) overTcp++;
  };
  const { signal } = new AbortController();
  const client = resolver.client({ signal, record, spend: () => true });
  const came: string[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < QUESTIONS.length; i = next++) {
      const { name, type } = QUESTIONS[i] ?? { name: asName("."), type: "A" };
      const lookup = await client.ask(name, type, { again: i });
      came[i] =
        `${name} ${lookup.kind} ${"records" in lookup ? lookup.records.join() : "reason" in lookup ? lookup.reason : ""}`;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  resolver.close();
  return { came, overTcp };
}

describe.skipIf(missing)(`many questions at once, of real servers${skipped}`, () => {
  const keeper = createKeeper();
  beforeAll(async () => {
    addAddresses([...ADDRESSES, AUTHORITY]);
    await startDns(keeper);
  });
  afterAll(() => keeper.close());

  test.each([
    ["unbound, which resolves", RESOLVER],
    ["nsd, which is authoritative", AUTHORITY],
  ])("%s, says over TCP what it says over UDP", async (_, address) => {
    const resolvers: Endpoint[] = [{ address: ip(address), port: 53 }];
    const vantage = { ...labVantage(), resolvers, canaries: false };
    const vantageOf = () => ({ ...vantage, limits: { ...vantage.limits, cacheSeconds: 0 } });
    const bulk = await ask(vantageOf(), IN_FLIGHT);
    const alone = await ask(vantageOf(), 20);
    expect(bulk.came).toEqual(alone.came);
    expect(bulk.overTcp).toBeGreaterThan(200);
    expect(alone.overTcp).toBe(0);
  });
});
