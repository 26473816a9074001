import { describe, expect, test } from "vitest";
import type { SendingDomain } from "../facts/sender.ts";
import { CONTROL_SELECTOR, WELL_KNOWN_SELECTORS } from "../formats/dkim/selectors.ts";
import { failed, name } from "../testing/facts.ts";
import { gatheringFrom } from "../testing/gathering.ts";
import { bimi } from "./bimi.ts";
import { dkim } from "./dkim.ts";
import { dmarc } from "./dmarc.ts";
import { mx } from "./mx.ts";
import { tlsReporting } from "./tls-reporting.ts";

const of = (domain: string): SendingDomain => ({ domain: name(domain), origin: "given" });
const claims = { selectors: ["s1", "mine"] };
const nobody: SendingDomain = { domain: undefined, why: "failed", lookup: failed() };

test("without a sending domain nothing is asked", async () => {
  const { gathering, asked } = await gatheringFrom("");
  const facts = { sender: nobody, claims };
  for (const gatherer of [dkim, dmarc, mx, tlsReporting, bimi])
    expect(await gatherer.gather(facts as never, gathering)).toBeUndefined();
  expect(asked()).toEqual([]);
});

describe("DKIM", () => {
  test("given and well-known selectors are asked once each, and a control", async () => {
    const { gathering, asked } = await gatheringFrom(`mine._domainkey.example.com. TXT "v=DKIM1; p="`);
    const found = await dkim.gather({ sender: of("example.com"), claims } as never, gathering);
    // Of those given: one that is missing is looked for where a panel may have put it, the other has no alias beside it.
    expect(asked()).toHaveLength(WELL_KNOWN_SELECTORS.length + 2 + 2);
    expect(asked()).toContain("s1._domainkey.example.com.example.com TXT");
    expect(asked()).toContain("mine._domainkey.example.com CNAME");
    expect(asked()).toContain(`${CONTROL_SELECTOR}._domainkey.example.com TXT`);
    expect(
      found?.selectors.filter(({ given }) => given).map(({ selector, lookup }) => [selector, lookup.kind]),
    ).toEqual([
      ["s1", "nxdomain"],
      ["mine", "answer"],
    ]);
    expect(found?.control.kind).toBe("nxdomain");
  });

  test("an alias is followed and kept, a wildcard shows in the control", async () => {
    const { gathering } = await gatheringFrom(`
      s1._domainkey.example.com. CNAME s1.platform.example.
      s1.platform.example. TXT "v=DKIM1; p="
      *.example.net. TXT "v=spf1 -all"
    `);
    const found = await dkim.gather({ sender: of("example.com"), claims } as never, gathering);
    expect(found?.selectors[0]?.lookup).toMatchObject({ kind: "answer", aliases: ["s1.platform.example"] });
    const wild = await dkim.gather({ sender: of("example.net"), claims } as never, gathering);
    expect(wild?.control.kind).toBe("answer");
  });
});

describe("DMARC", () => {
  const records = `
    _dmarc.example.com. TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@mail.example.com,mailto:c@example.net"
    example.com._report._dmarc.example.net. TXT "v=DMARC1"
  `;
  test("the walk goes up to the top, and hosts outside are asked whether they want reports", async () => {
    const { gathering, asked } = await gatheringFrom(records);
    const found = await dmarc.gather({ sender: of("a.example.com") } as never, gathering);
    expect(found?.walk.map(({ domain, lookup }) => [domain, lookup.kind])).toEqual([
      ["a.example.com", "nxdomain"],
      ["example.com", "answer"],
      ["com", "nxdomain"],
    ]);
    expect(found?.reportHosts.map(({ host, authorization }) => [host, authorization.kind])).toEqual([
      ["example.net", "answer"],
    ]);
    expect(asked()).toContain("example.com._report._dmarc.example.net TXT");
    expect(found?.existence.kind).toBe("nxdomain");
  });

  test("a question without an answer is one", async () => {
    const { gathering, fault } = await gatheringFrom(records);
    fault({ name: "_dmarc.example.com" }, "servfail");
    const found = await dmarc.gather({ sender: of("example.com") } as never, gathering);
    expect(found?.walk[0]?.lookup).toMatchObject({ kind: "failed", reason: "servfail" });
  });
});

describe("MX", () => {
  test.each([
    [
      "hosts by preference",
      "example.com. MX 20 b.example.com.\nexample.com. MX 10 a.example.com.\na.example.com. A 203.0.113.1",
      ["a.example.com 203.0.113.1", "b.example.com "],
    ],
    ["the domain itself, where there is no MX", "example.com. A 203.0.113.1", ["example.com 203.0.113.1"]],
    ["nobody, where the domain does not exist", "example.net. A 203.0.113.1", []],
    ["nobody, with a null MX", "example.com. MX 0 .", []],
    [
      "a private address, which is not dialled",
      "example.com. MX 10 a.example.com.\na.example.com. A 10.0.0.1",
      ["a.example.com  but 10.0.0.1"],
    ],
  ])("%s", async (_, records, hosts) => {
    const { gathering } = await gatheringFrom(records);
    const found = await mx.gather({ sender: of("example.com") } as never, gathering);
    const shown = found?.exchangers.map(
      ({ name: host, reachable, refused }) =>
        `${host} ${reachable.join(",")}${refused.length > 0 ? ` but ${refused.map(({ address }) => address)}` : ""}`,
    );
    expect(shown).toEqual(hosts);
  });

  test("ten hosts at most", async () => {
    const { gathering, asked } = await gatheringFrom(
      Array.from({ length: 30 }, (_, i) => `example.com. MX ${i} mx${i}.example.com.`).join("\n"),
    );
    const found = await mx.gather({ sender: of("example.com") } as never, gathering);
    expect(found?.exchangers).toHaveLength(10);
    expect(asked()).toHaveLength(21);
  });
});

test("BIMI: the organisation's record stands beside the domain's own", async () => {
  const { gathering } = await gatheringFrom(`default._bimi.example.com. TXT "v=BIMI1; l=; a="`);
  const found = await bimi.gather({ sender: of("mail.example.com") } as never, gathering);
  expect([found?.record.kind, found?.organisation?.domain, found?.organisation?.record.kind]).toEqual([
    "nxdomain",
    "example.com",
    "answer",
  ]);
});
