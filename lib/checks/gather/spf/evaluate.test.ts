import { describe, expect, test } from "vitest";
import { corpus } from "../../testing/corpora.ts";
import { ip } from "../../testing/facts.ts";
import { ours, suites } from "../../testing/spf-suites.ts";
import { type ZoneData, zoneClient } from "../../testing/zone-data.ts";
import type { DnsClient } from "../dns/client.ts";
import { evaluateSpf } from "./evaluate.ts";

// What pyspf does in its lax mode only, beyond RFC 7208.
const elsewhere = ["default-modifier", "default-modifier-harsh"];
const files = [
  "spf/rfc7208-tests.yml",
  "spf/rfc7208-tests-2014-05.yml",
  "spf/pyspf-rfc7208-tests.yml",
  "spf/pyspf-test.yml",
  "spf/rfc4408-tests.yml",
];
describe.each(files)("%s", (file) => {
  for (const suite of suites(file)) {
    describe(suite.description ?? "tests", () => {
      test.each(Object.entries(suite.tests ?? {}).filter(([title]) => !elsewhere.includes(title)))(
        "%s",
        async (_, row) => {
          const { result } = await ours(suite, row);
          expect([row.result].flat()).toContain(result);
        },
      );
    });
  }
  test.skipIf(!corpus(file))("is there", () => expect(suites(file).length).toBeGreaterThan(1));
});

const evaluate = (zones: ZoneData, address = "192.0.2.1", domain = "example.com") =>
  evaluateSpf({ ip: ip(address), domain, dns: zoneClient(zones) });

/** The round trips an evaluation waits for: everything asked is answered at once, again and again, until it is done. */
async function roundTrips(zones: ZoneData): Promise<{ rounds: number; lookups: number }> {
  const client = zoneClient(zones);
  let waiting: (() => void)[] = [];
  const ask: DnsClient["ask"] = async (owner, type) => {
    await new Promise<void>((answered) => waiting.push(answered));
    return client.ask(owner, type);
  };
  let lookups: number | undefined;
  void evaluateSpf({ ip: ip("192.0.2.1"), domain: "example.com", dns: { ask } }).then((e) => {
    lookups = e.lookups;
  });
  for (let rounds = 0; ; rounds++) {
    await new Promise((idle) => setImmediate(idle));
    if (lookups !== undefined) return { rounds, lookups };
    const answered = waiting;
    waiting = [];
    for (const answer of answered) answer();
  }
}

describe("explains itself", () => {
  const zones: ZoneData = {
    "example.com": [{ TXT: "v=spf1 a include:one.example include:two.example -all" }, { A: "192.0.2.9" }],
    "one.example": [{ TXT: "v=spf1 mx ~all" }],
    "two.example": [{ TXT: "v=spf1 ip4:198.51.100.0/24 ip4:192.0.2.0/24 -all" }],
  };

  test("names the terms that decided, from the outside in", async () => {
    const { result, path, lookups, voids } = await evaluate(zones);
    expect({ result, path, lookups, voids }).toEqual({
      result: "pass",
      path: ["include:two.example", "ip4:192.0.2.0/24"],
      lookups: 4,
      voids: 1,
    });
  });
  test("counts lookups at every node and marks the branch", async () => {
    const { root } = await evaluate(zones);
    expect(root.terms.map(({ text, outcome, lookups, decided }) => [text, outcome, lookups, decided])).toEqual([
      ["a", "no-match", 1, false],
      ["include:one.example", "no-match", 2, false],
      ["include:two.example", "match", 1, true],
      ["-all", "not-reached", 0, false],
    ]);
    expect(root.terms[1]?.record?.result).toBe("softfail");
  });
  test("says where a broken include broke", async () => {
    const { result, problem } = await evaluate({ ...zones, "one.example": [{ TXT: "v=spf1 ip4:1.2.3 -all" }] });
    expect(result).toBe("permerror");
    expect(problem).toMatchObject({ code: "syntax", domain: "one.example", term: "ip4:1.2.3", dynamic: false });
  });
  test("keeps the question that got no answer", async () => {
    const { result, problem } = await evaluate({ ...zones, "one.example": ["TIMEOUT"] });
    expect(result).toBe("temperror");
    expect(problem?.lookup).toMatchObject({ name: "one.example", type: "TXT", reason: "timeout" });
  });
  test("a problem behind a name made of the message is the message's own", async () => {
    const { problem } = await evaluate({ "example.com": [{ TXT: "v=spf1 include:%{i}.example.com -all" }] });
    expect(problem).toMatchObject({ code: "include-none", dynamic: true });
  });
  test("the eleventh lookup is a permerror even where it would match", async () => {
    const terms = Array.from({ length: 11 }, (_, i) => `a:h${i}.example`).join(" ");
    const hosts = Object.fromEntries(
      Array.from({ length: 11 }, (_, i) => [`h${i}.example`, [{ A: `192.0.2.${11 - i}` }]]),
    );
    const { result, problem } = await evaluate({ "example.com": [{ TXT: `v=spf1 ${terms} -all` }], ...hosts });
    expect([result, problem?.code]).toEqual(["permerror", "too-many-lookups"]);
  });
  test("a circle of includes ends at the limit", async () => {
    const { result, lookups } = await evaluate({ "example.com": [{ TXT: "v=spf1 include:example.com -all" }] });
    expect([result, lookups]).toEqual(["permerror", 11]);
  });
});

describe("an unanswered PTR question", () => {
  test("is no match by RFC 7208 section 5.5, and remembered, so that no verdict rests on it", async () => {
    const { result, unsettled } = await evaluate({
      "example.com": [{ TXT: "v=spf1 ptr -all" }],
      "1.2.0.192.in-addr.arpa": ["TIMEOUT"],
    });
    expect(result).toBe("fail");
    expect(unsettled).toMatchObject([{ name: "1.2.0.192.in-addr.arpa", type: "PTR", reason: "timeout" }]);
  });
  test("does not matter where another name confirms", async () => {
    const { result, unsettled } = await evaluate({
      "example.com": [{ TXT: "v=spf1 ptr -all" }],
      "1.2.0.192.in-addr.arpa": [{ PTR: "a.example.com" }, { PTR: "b.example.com" }],
      "a.example.com": ["TIMEOUT"],
      "b.example.com": [{ A: "192.0.2.1" }],
    });
    expect([result, unsettled]).toEqual(["pass", []]);
  });
});

describe("asking ahead", () => {
  const wide = (n: number): ZoneData => ({
    "example.com": [{ TXT: `v=spf1 ${Array.from({ length: n }, (_, i) => `include:i${i}.example`).join(" ")} -all` }],
    ...Object.fromEntries(
      Array.from({ length: n }, (_, i) => [`i${i}.example`, [{ TXT: `v=spf1 a:h${i}.example ~all` }]]),
    ),
    ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`h${i}.example`, [{ A: "198.51.100.1" }]])),
  });
  test("an evaluation takes as long as its deepest branch", async () => {
    // Root, include, host: three rounds instead of eleven.
    expect(await roundTrips(wide(5))).toEqual({ rounds: 3, lookups: 10 });
  });
  test("never asks for more than the limit lets anybody use", async () => {
    const client = zoneClient(wide(40));
    await evaluateSpf({ ip: ip("192.0.2.1"), domain: "example.com", dns: client });
    expect(client.asked.length).toBeLessThanOrEqual(1 + 20);
  });
  test("asks nothing after an address of the record itself that matches", async () => {
    const client = zoneClient({ "example.com": [{ TXT: "v=spf1 ip4:192.0.2.0/24 a mx include:x.example -all" }] });
    await evaluateSpf({ ip: ip("192.0.2.1"), domain: "example.com", dns: client });
    expect(client.asked).toEqual(["example.com TXT"]);
  });
});
