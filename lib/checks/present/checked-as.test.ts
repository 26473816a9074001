import { expect, test } from "vitest";
import { fixtureReport } from "../testing/fixture-report.ts";
import { checkedAs, networkSeen } from "./checked-as.ts";
import { present } from "./present.ts";
import type { PresentedReport } from "./presented.ts";

const at = { id: "abc", url: "https://np.example/r/abc" };
const given: PresentedReport = present(fixtureReport, at);
const plain: PresentedReport = { ...given, target: { ...given.target, claims: { selectors: [] } } };
const saying = (signal: string, outcome: string, evidence: Record<string, readonly string[]>): PresentedReport => ({
  ...plain,
  verdicts: given.verdicts.slice(0, 1).map((verdict) => ({ ...verdict, signal, outcome, evidence })),
});

test("options are filled in with what was seen, and with what the reader said first", () => {
  expect(checkedAs(plain)).toEqual({ from: "example.com", helo: "relay.example.net", selectors: [] });
  const claims = { from: "example.org", helo: "out.example.org", selectors: ["s1"] };
  expect(checkedAs({ ...given, target: { ...given.target, claims } })).toEqual({ ...claims });
  expect(checkedAs(saying("dkim-keys", "found", { domain: ["example.net"], selector: ["s1", "s2"] }))).toEqual({
    selectors: ["s1", "s2"],
  });
  expect(checkedAs({ ...plain, verdicts: [] })).toEqual({ selectors: [] });
});

test("a domain is its own sender", () => {
  const target = { kind: "domain", domain: "example.net", claims: { selectors: [] } } as const;
  expect(checkedAs({ target, verdicts: [] })).toEqual({ from: "example.net", selectors: [] });
});

test("a network is shown as far as it is known", () => {
  expect(networkSeen(plain)).toBeUndefined();
  expect(networkSeen(saying("network", "unknown", { address: ["203.0.113.10"] }))).toBeUndefined();
  const evidence = { asn: ["AS64500"], asName: ["EXAMPLE"], prefix: ["203.0.113.0/24"] };
  expect(networkSeen(saying("network", "known", evidence))).toEqual({
    holder: "EXAMPLE",
    asn: "AS64500",
    prefix: "203.0.113.0/24",
  });
  expect(
    networkSeen(saying("network", "known", { holder: ["Example Hosting"], range: ["203.0.113.0 - 203.0.113.255"] })),
  ).toEqual({ holder: "Example Hosting", prefix: "203.0.113.0 - 203.0.113.255" });
});
