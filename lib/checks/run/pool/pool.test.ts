import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plain } from "../../net/safe-text.ts";
import type { PresentedPool } from "../../pool/presented-pool.ts";
import { ip, name } from "../../testing/facts.ts";
import { pools } from "../../testing/internet/pools.ts";
import { ptrOwner, server } from "../../testing/internet/sample.ts";
import { lookAtPool } from "../../testing/pool-of.ts";
import { startWorld, type World } from "../../testing/world.ts";

const odd = {
  // .20: no PTR. .21 to elsewhere. .22 another organisation. .23 says localhost. .24 in order. .25 IPv6 without a name.
  // .212 is on lists.
  records: `
    21.113.0.203.in-addr.arpa.   PTR  a21.example.com.
    a21.example.com.             A    203.0.113.250
    22.113.0.203.in-addr.arpa.   PTR  mail.example.org.
    mail.example.org.            A    203.0.113.22
    23.113.0.203.in-addr.arpa.   PTR  a23.example.com.
    a23.example.com.             A    203.0.113.23
    24.113.0.203.in-addr.arpa.   PTR  a24.example.com.
    a24.example.com.             A    203.0.113.24
    25.113.0.203.in-addr.arpa.   PTR  a25.example.com.
    a25.example.com.             A    203.0.113.25
    a25.example.com.             AAAA 2001:db8:1::25
    212.113.0.203.in-addr.arpa.  PTR  a212.example.com.
    a212.example.com.            A    203.0.113.212
    inside.example.com.          A    10.1.2.3
    170.113.0.203.in-addr.arpa.  PTR  a170.example.com.
    a170.example.com.            A    203.0.113.170
    171.113.0.203.in-addr.arpa.  PTR  a171.example.com.
    a171.example.com.            A    203.0.113.171
    both.example.com.            A    203.0.113.24
    both.example.com.            AAAA 2001:db8:1::24
    ${ptrOwner("2001:db8:1::24")}  PTR  both.example.com.
    half.example.com.            A    203.0.113.24
    half-inside.example.com.     A    203.0.113.24
    half-inside.example.com.     A    10.1.2.3
    spf-some.example.org.        TXT  "v=spf1 ip4:203.0.113.24 ip4:203.0.113.30/31 -all"
    spf-some.example.org.        MX   10 mail.example.org.
    spf-huge.example.org.        TXT  "v=spf1 ip4:203.0.113.0/24 ip6:2001:db8:1::/64 a:a24.example.com -all"
    spf-open.example.org.        TXT  "v=spf1 ip4:203.0.113.24 exists:%{i}.example.org -all"
    spf-open.example.org.        MX   10 mail.example.org.
    spf-parts.example.org.       TXT  "v=spf1 ip4:203.0.113.24 include:spf-half.example.org -all"
    spf-quiet-mx.example.org.    TXT  "v=spf1 ip4:203.0.113.24 -all"
    spf-quiet-mx.example.org.    MX   10 mail.example.org.
    spf-quiet-host.example.org.  TXT  "v=spf1 ip4:203.0.113.24 -all"
    spf-quiet-host.example.org.  MX   10 quiet-host.example.org.
    quiet-host.example.org.      A    203.0.113.22
    spf-half.example.org.        TXT  "v=spf1 ip4:203.0.113.30 -all"
    quiet.example.org.           TXT  "nothing"
  `,
  hosts: {
    "203.0.113.22": server("mail.example.org"),
    "203.0.113.23": server("localhost"),
    "203.0.113.24": server("a24.example.com"),
    "203.0.113.212": server("a212.example.com"),
  },
};

let world: World;
beforeAll(async () => {
  world = await startWorld({
    delayMs: 0,
    limits: { smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300 },
    content: [...pools.samples, odd],
  });
});
afterAll(() => world.close());

const oddOf = ({ rows }: PresentedPool) =>
  Object.fromEntries(rows.map(({ address, odd: reasons }) => [address, reasons.map(({ code }) => code).join(" ")]));
const pool = (text: string, from?: string) =>
  lookAtPool({ text }, world.vantage, { selectors: [], ...(from ? { from: name(from) } : {}) });

describe("the pools of the demo", () => {
  test("of three NAT addresses the one with its provider's name is odd", async () => {
    const { shown } = await pool("203.0.113.140-142");
    expect(oddOf(shown)).toEqual({ "203.0.113.140": "", "203.0.113.141": "", "203.0.113.142": "generic" });
    expect(shown).toMatchObject({ verdict: { outcome: "odd", status: "warn" }, naming: "own" });
    expect(shown.odd.map(({ address }) => address)).toEqual(["203.0.113.142"]);
  });

  test.each([
    ["one name for each address", "203.0.113.144/29", "own", 8],
    ["one name for all", "203.0.113.152/30", "shared", 4],
  ])("%s is coherent", async (_, text, naming, count) => {
    const { shown } = await pool(text, "example.com");
    expect(shown).toMatchObject({ verdict: { outcome: "coherent", status: "pass" }, naming });
    expect(shown.counts).toMatchObject({ pass: count, odd: 0, asked: count });
    expect(new Set(shown.rows.map(({ spf }) => spf))).toEqual(new Set(["pass"]));
  });

  test("of both designs at once the smaller party is odd", async () => {
    const { shown } = await pool("203.0.113.156/30");
    expect(shown).toMatchObject({ verdict: { outcome: "mixed-naming", status: "warn" }, naming: "mixed" });
    expect(oddOf(shown)["203.0.113.159"]).toBe("name");
    expect(shown.odd).toHaveLength(1);
  });
});

test("each kind of fault makes an address odd by its own code", async () => {
  const { shown } = await pool("203.0.113.144/29\n203.0.113.20-25\n203.0.113.212", "spf-some.example.org");
  const own = oddOf(shown);
  // None of the names is of the sender's organisation, and only .24 may send.
  expect(own).toMatchObject({
    "203.0.113.20": "no-ptr spf",
    "203.0.113.21": "forward spf",
    "203.0.113.22": "organisation spf",
    "203.0.113.23": "ehlo spf",
    "203.0.113.24": "",
    "203.0.113.25": "spf ipv6",
    "203.0.113.212": "spf listed",
  });
  expect(shown.verdict).toMatchObject({ outcome: "odd", status: "fail" });
  expect(shown.rows.find(({ address }) => address === "203.0.113.212")?.listed).toContain("SpamCop");
  for (const row of shown.odd)
    for (const { title, says } of row.odd) expect([title, says.length > 0]).toEqual([title, true]);
});

describe("what is asked", () => {
  test("at most 16 servers, and at most 40 questions of each address", async () => {
    const before = world.questions.length;
    const { shown, pool: looked } = await pool("203.0.113.100-163");
    expect(shown.counts.asked).toBe(16);
    expect(shown.rows.filter(({ ehlo }) => ehlo.kind !== "not-asked")).toHaveLength(16);
    const asked = shown.rows.filter(({ ehlo }) => ehlo.kind !== "not-asked").map(({ address }) => address);
    expect(asked[0]).toBe("203.0.113.100");
    expect(asked.at(-1)).toBe("203.0.113.163");
    for (const { look } of looked.rows) expect(look?.questions).toBeLessThanOrEqual(40);
    expect(world.questions.length - before).toBeLessThan(64 * 40);
    expect(shown.notes.map(({ code }) => code)).toContain("not-asked");
    // Nobody listens at those; that says nothing of their identity.
    expect(shown.rows.find(({ address }) => address === "203.0.113.144")).toMatchObject({ status: "pass", odd: [] });
  });

  test("lists that keep silent change no verdict and are said", async () => {
    const zones = ["spamcop.net", "surriel.com", "mailspike.net", "spamhaus.net", "spamrats.com"];
    const ends = zones.map((zone) => world.fault({ name: zone }, "servfail"));
    const { shown } = await pool("203.0.113.170-171");
    for (const end of ends) end();
    expect(shown.verdict.outcome).toBe("coherent");
    expect(shown.counts.pass).toBe(2);
    const said = shown.notes.find(({ code }) => code === "lists-open")?.says ?? [];
    for (const list of ["SpamCop", "PSBL", "Mailspike"]) expect(plain(said)).toContain(list);
  });
});

describe("what lines come to", () => {
  const entries = async (text: string) => {
    const { entries: all, rejected, sampled, duplicates } = (await pool(text)).expanded;
    return { addresses: all.map(({ address }) => address), all, rejected, sampled, duplicates };
  };

  test("a host name is each of its addresses, under that name", async () => {
    const { all } = await entries("both.example.com");
    expect(all).toEqual([
      { address: "203.0.113.24", name: "both.example.com" },
      { address: "2001:db8:1::24", name: "both.example.com" },
    ]);
  });

  test("of a host name whose IPv6 addresses did not answer the others are looked at, and that is said", async () => {
    const end = world.fault({ name: "half.example.com", type: "AAAA" }, "servfail");
    const { addresses, rejected } = await entries("half.example.com");
    end();
    expect(addresses).toEqual(["203.0.113.24"]);
    expect(rejected).toMatchObject([{ line: 1, why: expect.stringContaining("no answer came") }]);
  });

  test("and where one of them is left out besides, both are said", async () => {
    const end = world.fault({ name: "half-inside.example.com", type: "AAAA" }, "servfail");
    const { addresses, rejected } = await entries("half-inside.example.com");
    end();
    expect(addresses).toEqual(["203.0.113.24"]);
    expect(rejected).toMatchObject([
      { line: 1, why: expect.stringContaining("1 of the addresses of half-inside.example.com are left out") },
      { line: 1, why: expect.stringContaining("no answer came") },
    ]);
  });

  test("several silent parts of a domain are said in one sentence", async () => {
    const ends = [
      world.fault({ name: "spf-half.example.org", type: "TXT" }, "servfail"),
      world.fault({ name: "spf-parts.example.org", type: "MX" }, "servfail"),
    ];
    const { rejected } = await entries("domain:spf-parts.example.org");
    for (const end of ends) end();
    expect(rejected).toMatchObject([
      { line: 1, why: expect.stringContaining("no answer came for its SPF record and its MX records; try again") },
    ]);
  });

  test("a domain is what its SPF record names, and its MX hosts", async () => {
    const { addresses, sampled } = await entries("domain:spf-some.example.org");
    expect(addresses.toSorted()).toEqual(["203.0.113.22", "203.0.113.24", "203.0.113.30", "203.0.113.31"]);
    expect(sampled).toEqual([]);
  });

  test("more than a pool has room for is counted exactly, and sampled", async () => {
    const { addresses, sampled } = await entries("domain:spf-huge.example.org");
    expect(sampled).toEqual([
      { line: 1, text: "domain:spf-huge.example.org", count: String(256n + (1n << 64n)), taken: addresses.length },
    ]);
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.length).toBeLessThanOrEqual(256);
    expect(addresses).toContain(ip("203.0.113.24"));
    expect(addresses).toContain(ip("203.0.113.0"));
    expect(addresses).toContain(ip("203.0.113.255"));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test("MX hosts are none of the addresses that are counted as taken from the SPF record", async () => {
    const { addresses, sampled } = await entries("domain:spf-open.example.org");
    expect(addresses.toSorted()).toEqual(["203.0.113.22", "203.0.113.24"]);
    expect(sampled).toMatchObject([{ count: "1", taken: 1, open: true }]);
  });

  test.each([
    ["the MX records", "spf-quiet-mx.example.org", { name: "spf-quiet-mx.example.org", type: "MX" }, "its MX records"],
    [
      "the address of an MX host",
      "spf-quiet-host.example.org",
      { name: "quiet-host.example.org", type: "AAAA" },
      "its MX host quiet-host.example.org",
    ],
    [
      "a part of the SPF record",
      "spf-parts.example.org",
      { name: "spf-half.example.org", type: "TXT" },
      "its SPF record",
    ],
  ] as const)("silence is no absence: %s", async (_, domain, scope, said) => {
    const end = world.fault(scope, "servfail");
    const { addresses, rejected } = await entries(`domain:${domain}`);
    end();
    expect(addresses).toContain("203.0.113.24");
    expect(rejected).toMatchObject([{ line: 1, why: expect.stringContaining(said) }]);
  });

  test("what is named again is looked at once", async () => {
    const { addresses, duplicates } = await entries("203.0.113.24\n203.0.113.24-25\nboth.example.com");
    expect(addresses).toEqual(["203.0.113.24", "203.0.113.25", "2001:db8:1::24"]);
    expect(duplicates).toBe(2);
  });

  test("bad lines are named, and the good ones run", async () => {
    const { addresses, rejected } = await entries(
      "10.0.0.1\n203.0.113.24\n192.168.0.0/16\nno-such.example.com\ninside.example.com\ndomain:quiet.example.org\n203.0.113.999\n2001:db8::/32",
    );
    expect(addresses).toEqual(["203.0.113.24"]);
    expect(rejected.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 7, 8]);
    for (const { why } of rejected) {
      expect(why).toMatch(/^\S.{20,}[.]$/);
      expect(why).not.toMatch(/[.] \p{Lu}/u);
      expect(why).toContain("; ");
    }
  });

  test("at most 4,096 addresses, and the lines beyond are named", async () => {
    const { entries: all, rejected } = await import("./expand.ts").then(async ({ expandPool }) => {
      const { readPoolInput } = await import("../../target/pool-input.ts");
      const text = "2001:db8:2::/117\n2001:db8:3::/117\n203.0.113.24\n2001:db8:4::/116\n";
      return expandPool(readPoolInput({ text }), world.vantage);
    });
    expect(all).toHaveLength(4096);
    expect(rejected.map(({ line }) => line)).toEqual([3, 4]);
  });
});
