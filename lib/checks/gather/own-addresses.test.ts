import { expect, test } from "vitest";
import { createGuard } from "../net/guard.ts";
import { ip } from "../testing/facts.ts";
import { createVantage } from "./create-vantage.ts";
import { createOwnAddresses } from "./own-addresses.ts";

const [OURS, PROXY, OTHER] = [ip("203.0.114.5"), ip("203.0.114.9"), ip("203.0.114.200")];
const nobody = async () => [];
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
  let answer: ReturnType<typeof ip>[] | undefined = [PROXY];
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
  answer = undefined;
  now += 6 * 60_000;
  own.has(PROXY);
  await nextRound();
  expect(own.has(PROXY)).toBe(true);
  answer = [OTHER];
  now += 16_000;
  own.has(PROXY);
  await nextRound();
  expect([PROXY, OTHER].map(own.has)).toEqual([false, true]);
  expect(asked).toBe(3);
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
