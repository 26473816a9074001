import { expect, onTestFinished, test } from "vitest";
import { createGuard } from "../net/guard.ts";
import { ip, name } from "../testing/facts.ts";
import { startWorld } from "../testing/world.ts";
import { addressesOfName, createVantage } from "./create-vantage.ts";
import { createOwnAddresses, type NameAddresses } from "./own-addresses.ts";

const [OURS, PROXY, OTHER] = [ip("203.0.114.5"), ip("203.0.114.9"), ip("203.0.114.200")];
const SIX = ip("2001:db8::1");
const nobody = async () => ({ addresses: [], complete: true });
const nextRound = () => new Promise((resolve) => setImmediate(resolve));

test("the machine's interfaces are read again now and then", () => {
  let [now, addresses] = [0, ["203.0.114.5", "fe80::1%eth0", "::1"]];
  const own = createOwnAddresses({ lookUp: nobody, interfaces: () => addresses, now: () => now });
  expect([OURS, PROXY, ip("::1")].map(own.has)).toEqual([true, false, true]);
  addresses = ["203.0.114.9"];
  expect(own.has(PROXY)).toBe(false);
  now += 11_000;
  expect([OURS, PROXY].map(own.has)).toEqual([false, true]);
});

test.each([["203.0.114.9"], ["[2001:db8::1]"], ["2001:db8::1"]])(
  "a public host may be an address: %s",
  (publicHost) => {
    const own = createOwnAddresses({ publicHost, lookUp: nobody, interfaces: () => [] });
    expect(own.has(ip(publicHost.replace(/[[\]]/g, "")))).toBe(true);
  },
);

test("a public name is looked up, again after a while, and what was known stays while nobody answers", async () => {
  let now = 0;
  let answer: NameAddresses = { addresses: [PROXY], complete: true };
  let asked = 0;
  const own = createOwnAddresses({
    publicHost: "check.example.com",
    lookUp: async () => {
      asked++;
      return answer;
    },
    interfaces: () => [],
    now: () => now,
  });
  await own.ready;
  expect(own.has(PROXY)).toBe(true);
  answer = { addresses: [], complete: false };
  now += 6 * 60_000;
  own.has(PROXY);
  await nextRound();
  expect(own.has(PROXY)).toBe(true);
  answer = { addresses: [OTHER], complete: true };
  now += 16_000;
  own.has(PROXY);
  await nextRound();
  expect([PROXY, OTHER].map(own.has)).toEqual([false, true]);
  expect(asked).toBe(3);
});

test("half an answer adds to what was known, takes nothing from it, and is asked for again soon", async () => {
  let now = 0;
  let answer: NameAddresses = { addresses: [PROXY, SIX], complete: true };
  const own = createOwnAddresses({
    publicHost: "check.example.com",
    lookUp: async () => answer,
    interfaces: () => [],
    now: () => now,
  });
  const after = async (ms: number) => {
    now += ms;
    own.has(OURS);
    await nextRound();
    return [PROXY, SIX, OTHER].map(own.has);
  };
  expect(await after(0)).toEqual([true, true, false]);
  answer = { addresses: [OTHER], complete: false };
  expect(await after(6 * 60_000)).toEqual([true, true, true]);
  answer = { addresses: [OTHER], complete: true };
  expect(await after(16_000)).toEqual([false, false, true]);
});

test.each([
  ["both are answered", undefined, ["203.0.113.10", "2001:db8:1::10"], true],
  ["A fails", "A", ["2001:db8:1::10"], false],
  ["AAAA fails", "AAAA", ["203.0.113.10"], false],
] as const)("the addresses of a name where %s", async (_, type, addresses, complete) => {
  const records = "both.example.com. A 203.0.113.10\nboth.example.com. AAAA 2001:db8:1::10";
  const world = await startWorld({ delayMs: 0, content: [{ records }] });
  onTestFinished(() => world.close());
  const [both, gone] = [name("both.example.com"), name("no-such.example.com")];
  if (type) world.fault({ name: both, type }, "servfail");
  expect(await addressesOfName(both, world.vantage)).toEqual({ addresses, complete });
  expect(await addressesOfName(gone, world.vantage)).toEqual({ addresses: [], complete: true });
});

test("a lookup that throws leaves everything as it is", async () => {
  const own = createOwnAddresses({
    publicHost: "check.example.com",
    lookUp: () => Promise.reject(new Error("no")),
    interfaces: () => ["203.0.114.5"],
  });
  await own.ready;
  expect(own.has(OURS)).toBe(true);
});

test("the production vantage denies what the machine's interfaces and the public address have", () => {
  const settings = { label: "here", resolvers: [], ehloName: "probe.example", allowed: [] };
  const vantage = createVantage({ ...settings, publicHost: "203.0.114.9" });
  expect(vantage.guard(PROXY)).toMatchObject({ allowed: false, block: { kind: "own" } });
  expect(vantage.guard(OTHER)).toEqual({ allowed: true });
});

test("what the operator names is let through, and disguises of an own address are not", () => {
  const isOwn = (address: ReturnType<typeof ip>) => address === OURS;
  expect(createGuard([], isOwn)(OURS)).toMatchObject({ allowed: false, block: { kind: "own" } });
  expect(createGuard([{ address: OURS, bits: 32 }], isOwn)(OURS)).toEqual({ allowed: true });
  const nat64 = [{ address: ip("64:ff9b::"), bits: 96 }];
  expect(createGuard(nat64, isOwn)(ip("64:ff9b::cb00:7205")).allowed).toBe(false);
  expect(createGuard(nat64, isOwn)(ip("64:ff9b::cb00:72c8")).allowed).toBe(true);
  // ISATAP hides in ordinary address space.
  expect(createGuard([], isOwn)(ip("2a00:1450::5efe:cb00:7205")).allowed).toBe(false);
});
