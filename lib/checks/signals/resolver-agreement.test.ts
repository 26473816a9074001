import { expect, test } from "vitest";
import type { ReverseAuthority } from "../facts/authority.ts";
import type { LookupOf } from "../facts/lookup.ts";
import { about, answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { resolverAgreement } from "./resolver-agreement.ts";

const address = ip("203.0.113.10");
const owner = "10.113.0.203.in-addr.arpa";
const AT = Date.UTC(2026, 10, 22, 14, 0);

const now = about(owner, "PTR", answer(name("mail.example.com")));
const before = about(owner, "PTR", answer(name("old.example.com")), { ttl: 1900 });
const long = about(owner, "PTR", answer(name("older.example.com")), { ttl: 86_400 });
const none = about(owner, "PTR", nxdomain, { ttl: 30 });
const empty = about(owner, "PTR", nodata);
const [silent, bogus] = [failed(), failed("bogus")];

/** Name servers that say these, each on its own. */
const zoneSays = (...lookups: LookupOf<"PTR">[]): ReverseAuthority => ({
  kind: "asked",
  owner: name(owner),
  zone: name("zone.example"),
  servers: lookups.map((lookup, i) => ({
    name: name(`ns${i}.example.net`),
    answers: [
      {
        address: ip(`198.51.100.${i + 1}`),
        lookup: lookup.kind === "failed" ? lookup : { ...lookup, authoritative: true },
      },
    ],
    refused: [],
    open: [],
  })),
  leftOut: 0,
});
const views = (...lookups: LookupOf<"PTR">[]) =>
  lookups.map((lookup, i) => ({ name: `R${i}`, address: ip(`9.9.9.${i + 1}`), lookup, at: AT }));

const zone = zoneSays(now, now);
const noSession: ReverseAuthority = { kind: "failed", lookup: failed() };

test.each([
  ["all see it", views(now, now, now), zone, "agree"],
  ["one still has the old name", views(now, before, now), zone, "old"],
  ["one still knows that there was none", views(now, none), zone, "old"],
  ["all still have the old name", views(before, before), zone, "old"],
  ["the record is gone, and one still has it", views(none, before), zoneSays(none, empty), "old"],
  ["one has the old name and one is silent", views(now, before, silent), zone, "old"],
  ["one is silent, the others agree", views(now, silent, now), zone, "some-silent"],
  ["all are silent", views(silent, silent), zone, "none-answered"],
  ["none is asked", [], zone, "none-answered"],
  ["they see no record, and there is none", views(none, empty), zoneSays(none, none), "agree-none"],
  ["they cannot validate it", views(bogus, bogus), zone, "bogus"],
  ["one cannot validate it, the others are silent", views(silent, bogus), noSession, "bogus"],
  ["they differ as the zone's servers do", views(now, before), zoneSays(now, before), "differ-as-servers"],
  ["they agree with one of the zone's servers", views(now, now), zoneSays(now, before), "agree"],
  ["they agree, and the zone's servers were not heard", views(now, now), noSession, "authority-unknown"],
  [
    "they differ, and one of the zone's servers is silent",
    views(now, before),
    zoneSays(now, silent),
    "authority-unknown",
  ],
  ["none of the zone's servers knows the zone", views(now, before), zoneSays(failed("refused")), "authority-unknown"],
  ["they agree with the zone's only server that spoke", views(now, now), zoneSays(now, silent), "agree"],
])("%s", (_, resolverViews, reverseAuthority, outcome) => {
  expect(resolverAgreement.judge({ address, resolverViews, reverseAuthority }).outcome).toBe(outcome);
});

test("says who is behind, with what, and until when", () => {
  const { evidence } = resolverAgreement.judge({
    address,
    resolverViews: views(now, before, none, long),
    reverseAuthority: zone,
  });
  expect(evidence).toMatchObject({
    answer: ["mail.example.com"],
    behind: ["R1", "R2", "R3"],
    still: ["old.example.com", "no PTR record", "older.example.com"],
    until: ["14:32 UTC", "14:01 UTC", "14:00 UTC on 2026-11-23"],
    last: ["14:00 UTC on 2026-11-23"],
  });
});
