import { expect, test } from "vitest";
import type { Status } from "../define/signal.ts";
import type { Report } from "../report/report.ts";
import type { PresentedVerdict } from "./presented.ts";
import { lacksEhloOnly, standingOf } from "./standing.ts";

const report = (statuses: Readonly<Record<string, Status>>, ended: Report["ended"] = "complete") => ({
  ended,
  verdicts: Object.entries(statuses).map(([signal, status]) => ({ signal, status }) as PresentedVerdict),
});

/** The same at an address of a shared sender. */
const hosted = (statuses: Readonly<Record<string, Status>>) => ({
  ended: "complete" as const,
  verdicts: [
    { signal: "shared-sender", outcome: "shared", status: "info" } as PresentedVerdict,
    ...report(statuses).verdicts,
  ],
});

test.each([
  ["everything was judged and passed", report({ "reverse-dns": "pass", spf: "info" }), "nothing-to-fix"],
  ["a list did not answer", report({ "reverse-dns": "pass", dnsbl: "unknown" }), "nothing-found"],
  ["the PTR record was not answered", report({ "reverse-dns": "unknown", spf: "pass" }), "nothing-can-be-said"],
  ["the server said nothing", report({ fcrdns: "pass", "ehlo-name": "unknown" }), "nothing-can-be-said"],
  ["nothing was answered", report({ spf: "unknown", mx: "unknown" }), "nothing-can-be-said"],
  ["a shared sender's EHLO name was not seen", hosted({ "ehlo-name": "unknown", spf: "pass" }), "nothing-to-fix"],
  ["a shared sender's list did not answer", hosted({ dnsbl: "unknown" }), "nothing-found"],
  ["nothing was judged", report({}), "nothing-can-be-said"],
  ["it was stopped", report({ "reverse-dns": "pass" }, "cancelled"), "nothing-can-be-said"],
  ["time ran out", report({ "reverse-dns": "pass" }, "out-of-time"), "nothing-can-be-said"],
  ["a restart cut it off", report({ "reverse-dns": "pass" }, "interrupted"), "nothing-can-be-said"],
  ["an old report does not say how it ended", report({ "reverse-dns": "pass" }, undefined), "nothing-to-fix"],
] as const)("where %s", (_, seen, expected) => {
  expect(standingOf(seen)).toBe(expected);
});

test("that the EHLO name alone is missing is known, where the check came to its end", () => {
  expect(lacksEhloOnly(report({ fcrdns: "pass", "ehlo-name": "unknown", dnsbl: "unknown" }))).toBe(true);
  expect(lacksEhloOnly(report({ fcrdns: "unknown", "ehlo-name": "unknown" }))).toBe(false);
  expect(lacksEhloOnly(report({ "ehlo-name": "unknown" }, "cancelled"))).toBe(false);
  expect(lacksEhloOnly(report({ fcrdns: "pass" }))).toBe(false);
});
