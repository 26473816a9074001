import { expect, test } from "vitest";
import type { LookupOf } from "../facts/lookup.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { walkOf } from "../testing/dmarc-walk.ts";
import { answer, failed, name, nodata, nxdomain } from "../testing/facts.ts";
import { bimi } from "./bimi.ts";

const domain = name("example.com");
const sender: SendingDomain = { domain, origin: "target" };
const LOGO = answer("v=BIMI1; l=https://example.com/logo.svg");
const judged = (record: LookupOf<"TXT">, policy: string | null | undefined) =>
  bimi.judge({
    sender,
    bimi: { domain, record },
    dmarc: {
      domain,
      walk: walkOf(domain, policy === undefined ? {} : { [domain]: policy }),
      existence: nodata,
      reportHosts: [],
    },
  }).outcome;

test.each([
  ["a logo and a strict policy", LOGO, "v=DMARC1; p=reject", "found"],
  ["a logo, and subdomains without a policy", LOGO, "v=DMARC1; p=reject; sp=none", "weak-policy"],
  ["a logo and p=none", LOGO, "v=DMARC1; p=none", "weak-policy"],
  ["a logo and no policy", LOGO, undefined, "weak-policy"],
  ["a logo and an unknown policy", LOGO, null, "temperror"],
  ["nothing", nxdomain, "v=DMARC1; p=reject", "absent"],
  ["nothing, and an unknown policy", nxdomain, null, "absent"],
  ["a refusal to take part", answer("v=BIMI1; l=; a="), undefined, "declined"],
  ["a logo without HTTPS", answer("v=BIMI1; l=http://example.com/logo.svg"), undefined, "malformed"],
  ["no answer", failed(), "v=DMARC1; p=reject", "temperror"],
] as const)("%s", (_, record, policy, outcome) => {
  expect(judged(record, policy)).toBe(outcome);
});

test("the organisation's logo stands in", () => {
  const below = name("mail.example.com");
  const dmarc = {
    domain: below,
    walk: walkOf(below, { [domain]: "v=DMARC1; p=reject" }),
    existence: nodata,
    reportHosts: [],
  };
  const fact = { domain: below, record: nxdomain, organisation: { domain, record: LOGO } };
  expect(bimi.judge({ sender: { domain: below, origin: "target" }, dmarc, bimi: fact }).outcome).toBe("found");
});
