import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateSpf } from "../../gather/spf/evaluate.ts";
import { walkSpf } from "../../gather/spf/walk.ts";
import { ip, name } from "../../testing/facts.ts";
import { zoneClient } from "../../testing/zone-data.ts";
import { analyseSpf, FINDINGS } from "./analysis.ts";
import { isRecordFault } from "./spf-evidence.ts";

const names = ["a.example", "b.example", "c.example", "d.example"];
const target = fc.constantFrom(...names, "none.example", "%{d}", "%{i}.example", "bad..example");
const term = fc.oneof(
  fc.tuple(fc.constantFrom("a:", "mx:", "include:", "exists:", "ptr:", "redirect="), target).map(([m, t]) => m + t),
  fc.constantFrom("a", "mx", "ptr", "ip4:192.0.2.1", "-all", "~all", "?all", "moo"),
);
const record = fc.array(term, { maxLength: 6 }).map((terms) => ["v=spf1", ...terms].join(" "));
const texts = fc.oneof({ weight: 6, arbitrary: fc.tuple(record) }, { weight: 1, arbitrary: fc.tuple(record, record) });
const world = fc
  .tuple(texts, texts, texts, fc.constant<string[]>([]))
  .map((all) =>
    Object.fromEntries(
      names.map((owner, i) => [owner, [{ MX: [1, owner] as const }, ...(all[i] ?? []).map((TXT) => ({ TXT }))]]),
    ),
  );

test("a permerror that is left to the record's own signal is always found there", async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(world, async (zones) => {
      const dns = zoneClient(zones);
      const evaluation = await evaluateSpf({ ip: ip("203.0.113.10"), domain: "a.example", dns });
      if (!isRecordFault(evaluation)) return;
      seen++;
      const worst = analyseSpf(await walkSpf(name("a.example"), dns)).findings[0];
      expect(FINDINGS.indexOf(worst?.code ?? "too-long")).toBeLessThan(FINDINGS.indexOf("plus-all"));
    }),
    { numRuns: 1500 },
  );
  expect(seen).toBeGreaterThan(100);
});

test("an evaluation never uses more lookups than the record is said to cost", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (zones) => {
      const dns = zoneClient(zones);
      const { lookups, result } = await evaluateSpf({ ip: ip("203.0.113.10"), domain: "a.example", dns });
      const { lookups: cost, findings } = analyseSpf(await walkSpf(name("a.example"), dns));
      const circular = findings.some(({ code }) => code === "loop");
      if (result !== "permerror" && !circular) expect(lookups).toBeLessThanOrEqual(cost);
    }),
    { numRuns: 1500 },
  );
});

test("thirty records of nothing but errors, nested, are a finding and not a fault of ours", async () => {
  const junk = Array.from({ length: 20_000 }, () => "x").join(" ");
  const nest = (level: number, n: number): [string, { TXT: string }[]][] =>
    Array.from({ length: n }, (_, i) => [
      `l${level}n${i}.example`,
      [
        {
          TXT: `v=spf1 ${level < 2 ? Array.from({ length: 5 }, (_, k) => `include:l${level + 1}n${k}.example`).join(" ") : ""} ${junk}`,
        },
      ],
    ]);
  const zones = Object.fromEntries([
    ["a.example", [{ TXT: "v=spf1 include:l0n0.example -all" }]],
    ...[0, 1, 2].flatMap((l) => nest(l, 5)),
  ]);
  const { findings } = analyseSpf(await walkSpf(name("a.example"), zoneClient(zones)));
  expect(findings[0]?.code).toBe("syntax");
});
