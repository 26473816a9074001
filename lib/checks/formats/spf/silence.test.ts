import fc from "fast-check";
import { expect, test } from "vitest";
import type { DnsClient } from "../../gather/dns/client.ts";
import { evaluateSpf } from "../../gather/spf/evaluate.ts";
import { walkSpf } from "../../gather/spf/walk.ts";
import { judge } from "../../run/judge.ts";
import { spf } from "../../signals/spf.ts";
import { spfRecord } from "../../signals/spf-record.ts";
import { ip, name } from "../../testing/facts.ts";
import { nothingAnswered } from "../../testing/nothing-answered.ts";
import { zoneClient } from "../../testing/zone-data.ts";

const address = ip("203.0.113.10");
const owners = ["a.example", "b.example", "c.example", "host.example"];
const target = fc.constantFrom(...owners, "void.example", "%{p}.example", "%{i}.example");
const term = fc.oneof(
  fc.tuple(fc.constantFrom("a:", "mx:", "include:", "exists:", "ptr:", "redirect="), target).map(([m, t]) => m + t),
  fc.constantFrom("a", "mx", "ptr", "ip4:203.0.113.0/24", "ip4:192.0.2.1", "-all", "~all", "all"),
);
const qualified = fc.tuple(fc.constantFrom("", "-", "~"), term).map(([q, t]) => (/[=]|all/.test(t) ? t : q + t));
const record = fc.array(qualified, { maxLength: 5 }).map((terms) => ["v=spf1", ...terms].join(" "));
const world = fc.tuple(record, record, record).map((records) => ({
  ...Object.fromEntries(records.map((TXT, i) => [owners[i] ?? "", [{ TXT }, { MX: [1, "host.example"] as const }]])),
  "host.example": [{ A: "203.0.113.10" }, { MX: [1, "host.example"] as const }],
  "10.113.0.203.in-addr.arpa": [{ PTR: "host.example" }],
}));

async function verdicts(dns: Pick<DnsClient, "ask">) {
  const [evaluation, walk] = await Promise.all([
    evaluateSpf({ ip: address, domain: "a.example", dns }),
    walkSpf(name("a.example"), dns),
  ]);
  const sender = { domain: name("a.example"), origin: "given" } as const;
  const facts = { ...nothingAnswered, address, sender, spf: evaluation, spfRecord: walk };
  return [judge(spf, "subject", facts), judge(spfRecord, "subject", facts)];
}

test("with any one question unanswered, every verdict is what it would have been, or unknown", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (zones) => {
      const client = zoneClient(zones);
      const expected = await verdicts(client);
      for (const silent of new Set(client.asked)) {
        const ask: DnsClient["ask"] = async (owner, type) =>
          `${owner} ${type}` === silent
            ? { name: owner, type, kind: "failed", reason: "timeout" }
            : client.ask(owner, type);
        for (const [i, verdict] of (await verdicts({ ask })).entries())
          if (verdict.status !== "unknown") expect([silent, verdict.outcome]).toEqual([silent, expected[i]?.outcome]);
      }
    }),
    { numRuns: 400 },
  );
});
