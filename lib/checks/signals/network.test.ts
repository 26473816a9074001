import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { Network } from "../facts/network.ts";
import { plain } from "../net/safe-text.ts";
import { failed, ip } from "../testing/facts.ts";
import { network } from "./network.ts";

const address = ip("203.0.113.10");
const announced = {
  kind: "announced",
  asns: [64500],
  prefix: "203.0.113.0/24",
  country: "ZZ",
  asName: "EXAMPLE-HOSTING",
} as const;
const registered = {
  kind: "registered",
  holder: "Example Hosting",
  abuse: "abuse@example.net",
  source: "rdap.example",
} as const;
const lost: Network["origin"] = { kind: "failed", lookup: failed() };
const late = { kind: "failed", why: "timeout", source: "rdap.example" } as const;

test.each<[string, Network, string]>([
  ["both answered", { origin: announced, registration: registered }, "known"],
  ["only the DNS answered", { origin: announced, registration: late }, "known"],
  ["only the registry answered", { origin: lost, registration: registered }, "known"],
  ["nobody announces it", { origin: { kind: "not-announced" }, registration: late }, "known"],
  ["neither answered", { origin: lost, registration: late }, "unknown"],
])("%s", (_, fact, outcome) => {
  expect(network.judge({ address, network: fact }).outcome).toBe(outcome);
});

test("hands over what the head of a report shows", () => {
  const { evidence } = network.judge({ address, network: { origin: announced, registration: registered } });
  expect(evidence).toMatchObject({
    holder: ["Example Hosting"],
    abuse: ["abuse@example.net"],
    asn: ["AS64500"],
    asName: ["EXAMPLE-HOSTING"],
    prefix: ["203.0.113.0/24"],
    country: ["ZZ"],
  });
});

test("what is not known leaves no gap in the sentence", () => {
  const facts: Network[] = [
    { origin: announced, registration: late },
    { origin: lost, registration: registered },
  ];
  for (const fact of facts) {
    const { evidence = {} } = network.judge({ address, network: fact });
    expect(plain(say(network.outcomes.known.says, evidence))).toMatch(/^[A-Z][^ ](?!.* {2}).*\.$/);
  }
});
