import { expect, test } from "vitest";
import { headline } from "./headline.ts";
import type { PresentedVerdict } from "./presented.ts";
import type { Report } from "./report.ts";
import type { Status } from "./signal.ts";
import { plain, prose } from "./text.ts";

const report = (state: Report["state"] = "done") =>
  ({ state, subjects: [{ id: "203.0.113.10", scope: "server", signals: [] }] }) as unknown as Report;
const verdict = (signal: string, status: Status): PresentedVerdict => ({
  subject: "203.0.113.10",
  signal,
  group: "reverse",
  title: signal,
  status,
  outcome: "x",
  says: prose(`${signal} says so.`),
  why: "",
  evidence: {},
  reproduce: [],
  references: [],
  lookups: [],
});
const proof = ["reverse-dns", "ptr-hostname", "fcrdns", "ehlo-name"].map((signal) => verdict(signal, "pass"));
const but = (...changed: PresentedVerdict[]) => [
  ...proof.filter(({ signal }) => !changed.some((other) => other.signal === signal)),
  ...changed,
];

test.each([
  ["all three agree", proof, "pass"],
  [
    "no PTR owns what hangs on it",
    but(verdict("reverse-dns", "fail"), verdict("fcrdns", "skipped"), verdict("ehlo-name", "skipped")),
    "fail",
  ],
  ["the name leads elsewhere", but(verdict("fcrdns", "fail")), "fail"],
  ["another EHLO name", but(verdict("ehlo-name", "warn")), "warn"],
  ["DNS did not answer", but(verdict("reverse-dns", "unknown"), verdict("fcrdns", "unknown")), "unknown"],
  ["EHLO could not be heard", but(verdict("ehlo-name", "unknown")), "unknown"],
  ["a failure beside the proof", but(verdict("spf", "fail")), "fail"],
  ["a warning beside the proof", but(verdict("single-ptr", "warn")), "warn"],
  ["a note beside the proof", but(verdict("network", "info")), "pass"],
  [
    "a certain failure outranks what is unknown",
    but(verdict("fcrdns", "fail"), verdict("ehlo-name", "unknown")),
    "fail",
  ],
  ["no server at all, and a fault", [verdict("host-addresses", "fail")], "fail"],
  ["no answer to anything", proof.map((each) => ({ ...each, status: "unknown" as const })), "unknown"],
  ["nothing judged", [], "unknown"],
] as const)("%s", (_, verdicts, status) => {
  expect(headline(report(), verdicts).status).toBe(status);
});

test("unknown is never worded as absent", () => {
  const { says } = headline(report(), but(verdict("reverse-dns", "unknown"), verdict("fcrdns", "unknown")));
  expect(plain(says)).toMatch(/could not find out/);
});
test("an identity stands only when all of it was looked at", () => {
  const beside = [verdict("reverse-dns", "pass"), verdict("spf", "fail")];
  expect(plain(headline(report("running"), beside).says)).not.toMatch(/identity stands/);
  expect(plain(headline(report(), but(verdict("spf", "fail"))).says)).toMatch(/identity stands/);
});
test("a check under way says so until something is certainly wrong", () => {
  expect(headline(report("running"), proof.slice(0, 1)).status).toBe("info");
  expect(headline(report("running"), [verdict("reverse-dns", "fail")]).status).toBe("fail");
});
