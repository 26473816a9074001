import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { plain } from "../net/safe-text.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { genericPtr } from "./generic-ptr.ts";

const address = ip("203.0.113.5");
const custom = name("mail.example.com");
const dynamic = name("203-0-113-5.dsl.example.net");
const fixed = name("203-0-113-5.static.example.net");
const cloud = name("ec2-203-0-113-5.compute-1.amazonaws.com");
const back = answer(address);
const elsewhere = answer(ip("203.0.113.9"));

test.each([
  ["a chosen name", answer(custom), [forward(custom, back)], "custom"],
  ["a cloud's default", answer(cloud), [forward(cloud, back)], "cloud-default"],
  ["a static-looking name", answer(fixed), [forward(fixed, back)], "static-looking"],
  ["a dynamic-looking name", answer(dynamic), [forward(dynamic, back)], "dynamic-looking"],
  ["a generic name that leads elsewhere", answer(fixed), [forward(fixed, elsewhere)], "static-looking"],
  ["the confirmed one of two", answer(dynamic, custom), [forward(dynamic, nxdomain), forward(custom, back)], "custom"],
  [
    "the first of two confirmed",
    answer(dynamic, custom),
    [forward(dynamic, back), forward(custom, back)],
    "dynamic-looking",
  ],
  [
    "the first of two unconfirmed",
    answer(fixed, custom),
    [forward(fixed, nxdomain), forward(custom, nodata)],
    "static-looking",
  ],
  ["one name whose lookup failed", answer(fixed), [forward(fixed, failed())], "static-looking"],
  [
    "two, and the custom one's lookup failed",
    answer(fixed, custom),
    [forward(fixed, nxdomain), forward(custom, failed())],
    "temperror",
  ],
  [
    "a failed one before the confirmed one",
    answer(fixed, custom),
    [forward(fixed, failed()), forward(custom, back)],
    "temperror",
  ],
  [
    "a failed one after the confirmed one",
    answer(custom, fixed),
    [forward(custom, back), forward(fixed, failed())],
    "custom",
  ],
  ["two alike, both lookups failed", answer(fixed, name("203-0-113-5.static.example.org")), [], "static-looking"],
  ["a name that is none", answer(name("203.0.113.5")), [], "unusable"],
  // Never a chosen name: what is wrong with these is `ptr-hostname`'s to say.
  ["every machine's name", answer(name("localhost.localdomain")), [], "unusable"],
  ["a label alone", answer(name("hoster-ptr")), [], "unusable"],
  ["an unregistered suffix", answer(name("free.ds")), [], "unusable"],
  ["no PTR", nxdomain, [], "none"],
  ["an empty reverse name", nodata, [], "none"],
  ["silence", failed(), [], "temperror"],
] as const)("%s", (_, reverse, forwards, outcome) => {
  expect(concludes(genericPtr, { address, reverse, forward: forwards }).outcome).toBe(outcome);
});

test("it shows the part that gives the name away, the provider and the other names", () => {
  const { evidence } = concludes(genericPtr, {
    address,
    reverse: answer(dynamic, custom),
    forward: [forward(dynamic, back)],
  });
  expect(evidence).toMatchObject({ ptr: [dynamic], others: [custom] });
  expect(evidence?.part?.[0]).toBe("203-0-113-5");
  expect(evidence?.reason?.[0]).toBe("address");
  const amazon = concludes(genericPtr, { address, reverse: answer(cloud), forward: [] });
  expect(amazon.evidence?.provider).toEqual(["aws"]);
  expect(plain(say(genericPtr.outcomes["cloud-default"].says, amazon.evidence ?? {}))).toContain("Amazon EC2");
});
