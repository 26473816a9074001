import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateSpf } from "../../gather/spf/evaluate.ts";
import { spfSenders } from "../../gather/spf/spf.ts";
import { walkSpf } from "../../gather/spf/walk.ts";
import { parseCidr } from "../../net/address.ts";
import { classify } from "../../net/special-purpose.ts";
import { corpus } from "../../testing/corpora.ts";
import { ip, name } from "../../testing/facts.ts";
import { type ZoneData, zoneClient } from "../../testing/zone-data.ts";
import { listAddresses } from "./ranges.ts";

async function senders(zones: ZoneData | string, allowed: string[] = []) {
  const dns = zoneClient(typeof zones === "string" ? { "example.com": [{ TXT: zones }] } : zones);
  const walk = await walkSpf(name("example.com"), dns);
  const vantage = { allowed: allowed.flatMap((text) => parseCidr(text) ?? []) };
  const found = await spfSenders.gather({ spfRecord: walk } as never, { dns, vantage } as never);
  if (!found) throw new Error("no senders");
  return found;
}

describe("counts and ranges", () => {
  test("every address once, neighbours joined, host bits ignored", async () => {
    const { count4, ranges } = await senders("v=spf1 ip4:8.8.8.9/29 ip4:8.8.8.16/28 ip4:8.8.8.10 -all");
    expect(count4).toBe(24n);
    expect(ranges).toEqual([{ family: 4, first: "8.8.8.8", last: "8.8.8.31" }]);
  });
  test("what is denied before is not let in after", async () => {
    const { count4 } = await senders("v=spf1 -ip4:8.8.8.0/25 ip4:8.8.8.0/24 -all");
    expect(count4).toBe(128n);
  });
  test("what is denied after has been let in already", async () => {
    expect((await senders("v=spf1 ip4:8.8.8.0/24 -ip4:8.8.8.0/25 -all")).count4).toBe(256n);
  });
  test("the pass of an include counts, its fail does not", async () => {
    const zones = {
      "example.com": [{ TXT: "v=spf1 include:x.example ip4:8.8.4.4 -all" }],
      "x.example": [{ TXT: "v=spf1 ip4:8.8.8.8 -all" }],
    };
    expect((await senders(zones)).count4).toBe(2n);
  });
  test("a redirect counts where there is no all", async () => {
    const zones = {
      "example.com": [{ TXT: "v=spf1 redirect=x.example ip4:8.8.4.4" }],
      "x.example": [{ TXT: "v=spf1 ip4:8.8.8.8 -all" }],
    };
    expect((await senders(zones)).count4).toBe(2n);
  });
  test("a range of IPv6 is counted exactly", async () => {
    expect((await senders("v=spf1 ip6:2001:4860::/32 -all")).count6).toBe(2n ** 96n);
  });
  test("a record with a syntax error lets nobody in", async () => {
    expect((await senders("v=spf1 ip4:8.8.8.8 moo -all")).count4).toBe(0n);
  });
  test("a list too long is refused before it is built", async () => {
    const { ranges } = await senders("v=spf1 ip4:0.0.0.0/0 -all");
    expect(listAddresses(ranges, 65_536)).toBeUndefined();
    expect(listAddresses((await senders("v=spf1 ip4:8.8.8.0/30 -all")).ranges, 16)).toHaveLength(4);
  });
});

describe("special-purpose addresses", () => {
  test("are left out, and named", async () => {
    const { count4, denied } = await senders("v=spf1 ip4:10.0.0.0/8 ip4:127.0.0.1 ip4:8.8.8.8 -all");
    expect(count4).toBe(1n);
    expect(denied.map(({ first, why }) => [first, why])).toEqual([
      ["10.0.0.0", "Private-Use"],
      ["127.0.0.1", "Loopback"],
    ]);
  });
  test("stay where the operator lets them through", async () => {
    const { count4, singles } = await senders("v=spf1 ip4:10.1.2.3 ip4:127.0.0.1 -all", ["10.0.0.0/8"]);
    expect(count4).toBe(1n);
    expect(singles.map(({ address }) => address)).toEqual(["10.1.2.3"]);
  });
  test("are exactly the addresses the guard calls special", async () => {
    const open = await senders("v=spf1 +all");
    expect(open.everybody).toBe(true);
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const inside = open.ranges.some((r) => r.family === 4 && between(text, r.first, r.last));
        expect(inside).toBe(classify(ip(text)) === undefined);
      }),
      { numRuns: 500 },
    );
  });
});

const between = (text: string, first: string, last: string) => {
  const n = (t: string) => t.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return n(text) >= n(first) && n(text) <= n(last);
};

describe("single addresses", () => {
  test("come from ip4, ip6, a and mx, in the order published, sixteen at most", async () => {
    const zones: ZoneData = {
      "example.com": [
        {
          TXT: `v=spf1 mx a ip6:2001:4860::1 -ip4:9.9.9.9 ip4:1.1.1.0/31 ${Array.from({ length: 20 }, (_, i) => `ip4:8.8.8.${i}`).join(" ")} -all`,
        },
        { A: "8.8.4.4" },
        { MX: [10, "mx.example.com"] },
      ],
      "mx.example.com": [{ A: "8.8.4.5" }, { AAAA: "2001:4860::25" }],
    };
    const { singles, singleCount } = await senders(zones);
    expect(singles.slice(0, 4).map(({ address, name }) => [address, name])).toEqual([
      ["8.8.4.5", "mx.example.com"],
      ["2001:4860::25", "mx.example.com"],
      ["8.8.4.4", "example.com"],
      ["2001:4860::1", undefined],
    ]);
    expect([singles.length, singleCount]).toEqual([16, 24]);
  });
  test("a question without an answer is said to be missing, not to be empty", async () => {
    const { failed } = await senders({ "example.com": [{ TXT: "v=spf1 a:x.example -all" }], "x.example": ["TIMEOUT"] });
    expect(failed.map(({ name }) => name)).toEqual(["x.example", "x.example"]);
  });
  test("terms nobody can list are named", async () => {
    expect((await senders("v=spf1 exists:%{i}.x.example ptr a -all")).open).toEqual(["exists:%{i}.x.example", "ptr"]);
  });
});

test("the evaluator agrees on every address, whatever the order of the terms", async () => {
  const term = fc
    .tuple(fc.constantFrom("+", "-", "~", "?"), fc.integer({ min: 0, max: 63 }), fc.integer({ min: 26, max: 32 }))
    .map(([q, low, bits]) => `${q}ip4:8.8.8.${low}/${bits}`);
  const terms = fc.array(term, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(terms, terms, fc.integer({ min: 0, max: 5 }), async (own, theirs, place) => {
      const zones = {
        "example.com": [{ TXT: ["v=spf1", ...own.toSpliced(place, 0, "include:x.example"), "-all"].join(" ") }],
        "x.example": [{ TXT: ["v=spf1", ...theirs, "-all"].join(" ") }],
      };
      const listed = listAddresses((await senders(zones)).ranges, 64) ?? [];
      const dns = zoneClient(zones);
      for (let low = 0; low < 64; low += 3) {
        const address = ip(`8.8.8.${low}`);
        const { result } = await evaluateSpf({ ip: address, domain: "example.com", dns });
        expect(result === "pass").toBe(listed.includes(address));
      }
    }),
    { numRuns: 60 },
  );
});

describe("the scenarios of the corpus", () => {
  const file = corpus("own/rebinding-scenarios.json");
  const scenarios = file ? (JSON.parse(readFileSync(file, "utf8")) as { id: string; TXT?: string }[]) : [];
  const txt = (id: string) => scenarios.find((scenario) => scenario.id === id)?.TXT ?? "";

  test.skipIf(!file)("spf-ip4-private: skips denied ranges and says so", async () => {
    const { count4, denied, singles } = await senders(txt("spf-ip4-private"));
    expect([count4, denied.length, singles.length]).toEqual([0n, 2, 0]);
  });
  test.skipIf(!file)("spf-huge: memory stays flat", async () => {
    const before = process.memoryUsage().heapUsed;
    const { count4, rangeCount, ranges } = await senders(txt("spf-huge"));
    expect(count4).toBeGreaterThan(3_600_000_000n);
    expect(rangeCount).toBe(ranges.length);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
  });
  test.skipIf(!file)("spf-v6-64: counted exactly, never listed", async () => {
    const { count6, ranges } = await senders(txt("spf-v6-64"));
    expect(count6).toBe(2n ** 96n);
    expect(listAddresses(ranges, 1_000_000)).toBeUndefined();
  });
});
