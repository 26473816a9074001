import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { walkOf } from "../../testing/dmarc-walk.ts";
import { name } from "../../testing/facts.ts";
import { assess, discover, walkNames } from "./discovery.ts";
import { parseDmarc } from "./dmarc-record.ts";

describe("the names of the walk", () => {
  test.each([
    ["com", "com"],
    ["example.com", "example.com com"],
    [
      "a.b.c.d.e.example.com",
      "a.b.c.d.e.example.com b.c.d.e.example.com c.d.e.example.com d.e.example.com e.example.com example.com com",
    ],
    // The example of RFC 9989 section 4.10.
    [
      "a.b.c.d.e.f.g.h.i.j.mail.example.com",
      "a.b.c.d.e.f.g.h.i.j.mail.example.com g.h.i.j.mail.example.com h.i.j.mail.example.com i.j.mail.example.com j.mail.example.com mail.example.com example.com com",
    ],
    // Section 5.1.7: the record of the zone cut is never found.
    [
      "mail.a.b.c.d.e.f.g.example.com",
      "mail.a.b.c.d.e.f.g.example.com c.d.e.f.g.example.com d.e.f.g.example.com e.f.g.example.com f.g.example.com g.example.com example.com com",
    ],
  ])("%s", (domain, names) => {
    expect(walkNames(name(domain)).join(" ")).toBe(names);
  });

  test("are eight at most, each above the one before, the top-level domain last", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "mail"), { minLength: 1, maxLength: 40 }), (labels) => {
        const names = walkNames(name(labels.join(".")));
        expect(names.length).toBe(Math.min(labels.length, 8));
        expect(names.at(-1)).toBe(labels.at(-1));
      }),
    );
  });
});

describe("discovery", () => {
  const P = "v=DMARC1; p=reject";
  test.each([
    ["nothing anywhere", "mail.example.com", {}, "mail.example.com", undefined],
    ["the domain's own record", "example.com", { "example.com": P }, "example.com", "example.com"],
    ["a record of the organization", "a.mail.example.com", { "example.com": P }, "example.com", "example.com"],
    [
      "records at two levels: the upper one is the organization's",
      "a.mail.example.com",
      { "mail.example.com": P, "example.com": P },
      "example.com",
      "example.com",
    ],
    [
      "the domain's own record and the organization's",
      "mail.example.com",
      { "mail.example.com": P, "example.com": P },
      "example.com",
      "mail.example.com",
    ],
    [
      "psd=n ends the walk",
      "a.mail.example.com",
      { "mail.example.com": `${P}; psd=n`, "example.com": P },
      "mail.example.com",
      "mail.example.com",
    ],
    [
      "psd=y above: one label below it is the organization",
      "a.mail.example.com",
      { com: `${P}; psd=y` },
      "example.com",
      "com",
    ],
    [
      "psd=y above a record of the organization",
      "a.mail.example.com",
      { "example.com": P, com: `${P}; psd=y` },
      "example.com",
      "example.com",
    ],
    ["psd=y at the domain itself", "example.com", { "example.com": `${P}; psd=y` }, "example.com", "example.com"],
    [
      "several records at the domain: discarded",
      "mail.example.com",
      { "mail.example.com": [P, P], "example.com": P },
      "example.com",
      "example.com",
    ],
    ["other TXT records beside it", "example.com", { "example.com": ["v=spf1 -all", P] }, "example.com", "example.com"],
    [
      "the domain's own record, the rest unknown",
      "mail.example.com",
      { "mail.example.com": P, "example.com": null },
      undefined,
      "mail.example.com",
    ],
    [
      "psd=n, the rest unknown and unneeded",
      "mail.example.com",
      { "mail.example.com": `${P}; psd=n`, "example.com": null },
      "mail.example.com",
      "mail.example.com",
    ],
    [
      "the domain's own unknown",
      "mail.example.com",
      { "mail.example.com": null, "example.com": P },
      undefined,
      undefined,
    ],
    ["the top-level domain's unknown", "mail.example.com", { "example.com": P, com: null }, undefined, undefined],
  ])("%s", (_, domain, records, organization, at) => {
    const found = discover(walkOf(domain, records));
    expect([found.organization, found.applied?.domain]).toEqual([organization, at]);
  });
});

describe("what a record means for a domain", () => {
  test.each([
    ["its own p", "p=reject; sp=none; np=none", false, true, "reject", "reject"],
    ["sp for a subdomain", "p=reject; sp=quarantine", true, true, "quarantine", "quarantine"],
    ["p for a subdomain without sp", "p=reject", true, true, "reject", "reject"],
    ["np for one that does not exist", "p=none; sp=none; np=reject", true, false, "reject", "reject"],
    ["sp for one that does not exist, without np", "p=none; sp=quarantine", true, false, "quarantine", "quarantine"],
    ["np is not for one that exists", "p=none; np=reject", true, true, "none", "none"],
    ["t=y: one level lower", "p=reject; t=y", false, true, "reject", "quarantine"],
    ["t=y: quarantine becomes none", "p=quarantine; t=y", false, true, "quarantine", "none"],
    ["t=y: none stays", "p=none; t=y", false, true, "none", "none"],
    ["no p, with reports: none", "rua=mailto:a@example.com", false, true, undefined, "none"],
    ["no p, no reports: ignored", "sp=reject", false, true, undefined, undefined],
    ["an invalid sp, no reports: ignored", "p=reject; sp=x", false, true, undefined, undefined],
  ])("%s", (_, tags, inherited, exists, published, effective) => {
    const assessment = assess(parseDmarc(`v=DMARC1; ${tags}`), inherited, exists);
    expect([assessment.published, assessment.effective]).toEqual([published, effective]);
  });
});
