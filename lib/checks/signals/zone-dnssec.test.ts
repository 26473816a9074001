import { expect, test } from "vitest";
import type { LookupOf, RecordData } from "../facts/lookup.ts";
import { answer, failed, name, nodata } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { zoneDnssec } from "./zone-dnssec.ts";

const now = Date.UTC(2026, 10, 22, 14, 0);
const hour = 3600;
const sender = { domain: name("example.com"), origin: "target" } as const;

const ds = (...pairs: [algorithm: number, digestType: number][]): LookupOf<"DS"> =>
  answer(...pairs.map(([algorithm, digestType]) => ({ keyTag: 1, algorithm, digestType })));
const [SOA, MX] = [6, 15];
const signature = (covers: number, hours: number): RecordData["RRSIG"] => ({
  covers,
  algorithm: 13,
  keyTag: 1,
  begins: now / 1000 - 100 * hour,
  ends: now / 1000 + hours * hour,
});
const current = answer(signature(SOA, 200), signature(MX, 200));

test.each<[string, LookupOf<"DS">, LookupOf<"RRSIG"> | undefined, string]>([
  ["ECDSA and SHA-256", ds([13, 2]), current, "signed"],
  ["RSASHA256", ds([8, 2]), current, "signed"],
  ["a resolver that hands no signatures over", ds([13, 2]), nodata, "signed"],
  ["no DS", nodata, undefined, "unsigned"],
  ["a SHA-1 digest only", ds([13, 1]), current, "old-digest"],
  ["a SHA-1 digest beside a SHA-256 one", ds([13, 1], [13, 2]), current, "signed"],
  ["RSASHA1", ds([5, 2]), current, "old-algorithm"],
  ["RSASHA1-NSEC3-SHA1 with a SHA-1 digest", ds([7, 1]), current, "old-algorithm"],
  ["RSASHA1 beside ECDSA, in a rollover", ds([7, 2], [13, 2]), current, "signed"],
  ["the current algorithm by SHA-1 only, the old one by SHA-256", ds([7, 2], [13, 1]), current, "old-digest"],
  ["signatures that ended", ds([13, 2]), answer(signature(SOA, 200), signature(MX, -1)), "expired"],
  ["one that ended beside its successor", ds([13, 2]), answer(signature(SOA, -1), signature(SOA, 200)), "signed"],
  ["signatures that end within hours", ds([13, 2]), answer(signature(SOA, 2)), "ends-soon"],
  ["signatures made for a day, as on the fly", ds([13, 2]), answer(signature(SOA, 24)), "signed"],
  ["signatures without an answer", ds([13, 2]), failed(), "temperror"],
  ["DS without an answer", failed(), undefined, "temperror"],
])("a zone with %s", (_, lookup, signatures, outcome) => {
  const zone = { kind: "found", zone: name("example.com"), ds: lookup } as const;
  const zoneSecurity = signatures ? { ...zone, signatures } : zone;
  expect(concludes(zoneDnssec, { sender, zoneSecurity, now }).outcome).toBe(outcome);
});

test("a zone that could not be found is unknown", () => {
  const zoneSecurity = { kind: "failed", lookup: failed("servfail") } as const;
  expect(concludes(zoneDnssec, { sender, zoneSecurity, now }).outcome).toBe("temperror");
});
