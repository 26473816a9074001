import fc from "fast-check";
import { spf as mailauth } from "mailauth/lib/spf/index.js";
import { describe, expect, test } from "vitest";
import { corpus } from "../../testing/corpora.ts";
import { name } from "../../testing/facts.ts";
import { ours, type Suite, type SuiteTest, suites } from "../../testing/spf-suites.ts";
import { zoneClient } from "../../testing/zone-data.ts";

/** mailauth's answer from the same zone data, through the resolver shape it wants. */
async function oracle({ zonedata }: Suite, { host, helo, mailfrom }: SuiteTest): Promise<string> {
  const client = zoneClient(zonedata);
  const codes = { nodata: "ENODATA", nxdomain: "ENOTFOUND" } as const;
  const resolver = async (owner: string, type: "A" | "AAAA" | "MX" | "TXT" | "PTR") => {
    const lookup = await client.ask(
      name(
        owner
          .toLowerCase()
          .replace(/\.$/, "")
          .replace(/[^a-z0-9._/*-]/g, toEscapes),
      ),
      type,
    );
    if (lookup.kind === "failed") throw Object.assign(new Error("failed"), { code: "ETIMEOUT" });
    if (lookup.kind !== "answer") throw Object.assign(new Error("void"), { code: codes[lookup.kind] });
    return lookup.records.map((record) => {
      if (type === "TXT") return [record];
      return typeof record === "object"
        ? { priority: record.preference, exchange: fromEscapes(record.exchange) }
        : record;
    });
  };
  const { status } = await mailauth({
    ip: host,
    helo,
    sender: mailfrom,
    mta: "mx.example",
    strict: true,
    resolver,
  } as never);
  return status.result;
}
const fromEscapes = (owner: string) =>
  owner.replace(/\\(\d{3})/g, (_, ddd: string) => String.fromCharCode(Number(ddd)));
const toEscapes = (char: string) => `\\${String(char.charCodeAt(0)).padStart(3, "0")}`;

describe.skipIf(!corpus("spf"))("beside mailauth", () => {
  test("both give a result the suite accepts, on every one of its tests", async () => {
    const rows = suites("spf/rfc7208-tests.yml").flatMap((suite) =>
      Object.entries(suite.tests ?? {}).map(([title, row]) => ({ suite, title, row })),
    );
    expect(rows.length).toBeGreaterThanOrEqual(200);
    const wrong = [];
    for (const { suite, title, row } of rows) {
      const results = { ours: (await ours(suite, row)).result, mailauth: await oracle(suite, row) };
      const accepted = [row.result].flat();
      if (!accepted.includes(results.ours) || !accepted.includes(results.mailauth))
        wrong.push({ title, accepted, ...results });
    }
    expect(wrong).toEqual([]);
  });

  test("both agree on random records without a void among MX hosts", async () => {
    const domains = ["a.example", "b.example", "c.example"];
    const target = fc.constantFrom(...domains, "host.example", "void.example", "%{d}", "%{i}.x.example", "%{l}.%{d}");
    const term = fc.oneof(
      fc.tuple(fc.constantFrom("a:", "mx:", "include:", "exists:", "ptr:"), target).map(([m, t]) => m + t),
      fc.constantFrom("a", "mx", "ptr", "a/24", "a//64", "ip4:192.0.2.1", "ip4:192.0.2.0/24", "ip4:198.51.100.0/33"),
      fc.constantFrom(
        "ip6:2001:db8::/32",
        "all",
        "a:nodot",
        "redirect=c.example",
        "exp=a.example",
        "x=%{d}",
        "ip4:1.2",
      ),
    );
    const policy = fc
      .array(fc.tuple(fc.constantFrom("", "+", "-", "~", "?"), term), { maxLength: 5 })
      .map((terms) => ["v=spf1", ...terms.map(([q, t]) => (t.includes("=") ? t : q + t))].join(" "));
    const record = fc.array(policy, { minLength: 1, maxLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(record, record, fc.oneof({ weight: 4, arbitrary: record }, fc.constant([]))),
        fc.boolean(),
        async (records, v6) => {
          const zonedata: Record<string, Record<string, string | [number, string]>[]> = {
            "host.example": [{ A: "192.0.2.9" }, { AAAA: "2001:db8::9" }, { MX: [5, "host.example"] }],
            "192.0.2.1.x.example": [{ A: "127.0.0.2" }],
            "1.2.0.192.in-addr.arpa": [{ PTR: "host.b.example" }],
            "host.b.example": [{ A: "192.0.2.1" }],
          };
          for (const [i, texts] of records.entries())
            zonedata[domains[i] ?? ""] = [
              { A: `192.0.2.${i + 1}` },
              { AAAA: `2001:db8::${i + 1}` },
              { MX: [1, "host.example"] },
              ...texts.map((TXT) => ({ TXT })),
            ];
          const suite = { zonedata };
          const row = {
            host: v6 ? "2001:db8::1" : "192.0.2.1",
            helo: "mail.example",
            mailfrom: "u@a.example",
            result: "",
          };
          expect((await ours(suite, row)).result).toBe(await oracle(suite, row));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
