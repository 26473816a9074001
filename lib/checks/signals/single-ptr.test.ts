import { expect, test } from "vitest";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { singlePtr } from "./single-ptr.ts";

test.each([
  ["one name", answer(name("mail.example.com")), "one"],
  ["two names", answer(name("a.example.com"), name("b.example.com")), "several"],
  ["no PTR", nxdomain, "none"],
  ["an empty reverse name", nodata, "none"],
  ["silence", failed(), "temperror"],
] as const)("%s", (_, reverse, outcome) => {
  expect(singlePtr.judge({ address: ip("203.0.113.10"), reverse }).outcome).toBe(outcome);
});
