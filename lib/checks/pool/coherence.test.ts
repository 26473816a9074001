import { describe, expect, test } from "vitest";
import { codesOf, poolRows, type ShortRow } from "../testing/pool-rows.ts";
import { judgePool } from "./coherence.ts";

const judge = (rows: readonly (ShortRow | string | undefined)[], from?: string, addresses?: readonly string[]) => {
  const { rows: judged, ...rest } = judgePool(poolRows(rows, addresses), true, from);
  return { ...rest, odd: codesOf(judged), statuses: judged.map(({ status }) => status) };
};

const generic = (ptr: string): ShortRow => ({ ptr, verdicts: { "generic-ptr": "warn static-looking" } });
const unconfirmed = (ptr: string): ShortRow => ({ ptr, confirmed: false });
const with_ = (signal: string, said: string, more: ShortRow["more"] = {}): ShortRow => ({
  ptr: "c.example.com",
  verdicts: { [signal]: said },
  more,
});

describe("naming", () => {
  test.each([
    ["a name for each is right", ["a.example.com", "b.example.com", "c.example.com"], "own", ["", "", ""]],
    ["one name for all is right", ["a.example.com", "a.example.com", "a.example.com"], "shared", ["", "", ""]],
    [
      "of both the smaller party is odd",
      ["a.example.com", "a.example.com", "b.example.com"],
      "mixed",
      ["", "", "name"],
    ],
    [
      "of both the smaller party is odd, also where it shares a name",
      ["a.example.com", "b.example.com", "c.example.com", "d.example.com", "d.example.com"],
      "mixed",
      ["", "", "", "name", "name"],
    ],
    [
      "of two shared names the smaller is odd",
      ["a.example.com", "a.example.com", "a.example.com", "b.example.com", "b.example.com"],
      "mixed",
      ["", "", "", "name", "name"],
    ],
    ["one address has no design", ["a.example.com"], "unknown", [""]],
    ["two different names are a name for each", ["a.example.com", "b.example.com"], "own", ["", ""]],
    [
      "where the parties are alike the design of the first address counts",
      ["a.example.com", "b.example.com", "c.example.com", "c.example.com"],
      "mixed",
      ["", "", "name", "name"],
    ],
    [
      "a name that does not resolve back is that, and no design",
      ["a.example.com", "b.example.com", unconfirmed("a.example.com")],
      "own",
      ["", "", "forward"],
    ],
    [
      "a provider's name is that, and neither a design nor an organisation",
      ["a.example.com", "a.example.com", generic("static.3.hosting.example.net")],
      "shared",
      ["", "", "generic"],
    ],
  ] as const)("%s", (_, rows, naming, odd) => {
    expect(judge(rows)).toMatchObject({ naming, odd });
  });

  test("a server has one name for its IPv4 and its IPv6 address", () => {
    const names = ["a.example.com", "b.example.com", "a.example.com", "b.example.com"];
    const addresses = ["203.0.113.1", "203.0.113.2", "2001:db8::1", "2001:db8::2"];
    expect(judge(names, undefined, addresses)).toMatchObject({ naming: "own", odd: ["", "", "", ""] });
  });

  test("what most names look like is told, and is no rule", () => {
    const { pattern, odd } = judge(["out1.example.com", "out2.example.com", "out3.example.com", "relay.example.com"]);
    expect(pattern).toEqual({ name: "out{n}.example.com", of: 3 });
    expect(odd.join("")).toBe("");
  });
});

describe("the organisation", () => {
  test("is that of most names", () => {
    expect(judge(["a.example.com", "b.example.com", "c.example.org"])).toMatchObject({
      organisation: "example.com",
      odd: ["", "", "organisation"],
    });
  });
  test("is the sender's where two have as many", () => {
    expect(judge(["a.example.com", "b.example.org"], "mail.example.org").odd).toEqual(["organisation", ""]);
    expect(judge(["a.example.com", "b.example.org"]).odd).toEqual(["", "organisation"]);
  });
});

describe("what an address has by itself", () => {
  test.each([
    ["no PTR record", {}, "no-ptr", "fail"],
    ["a PTR name that resolves elsewhere", unconfirmed("c.example.com"), "forward", "fail"],
    ["a PTR name that cannot be looked up", with_("ptr-hostname", "fail localhost"), "forward", "fail"],
    ["a generic name", with_("generic-ptr", "fail dynamic-looking"), "generic", "fail"],
    ["an EHLO name that does not resolve", with_("ehlo-name", "warn unresolvable"), "ehlo", "warn"],
    ["an EHLO name that resolves to another address", with_("ehlo-name", "warn elsewhere"), "", "warn"],
    ["SPF softfail", with_("spf", "warn softfail", { spf: "softfail" }), "spf", "warn"],
    ["SPF neutral", with_("spf", "info neutral", { spf: "neutral" }), "spf", "warn"],
    ["SPF that could not be evaluated", with_("spf", "unknown temperror", { spf: "temperror" }), "", "unknown"],
    ["a listing", with_("dnsbl", "fail listed-high"), "listed", "fail"],
    ["a listing beside lists that kept silent", with_("dnsbl", "unknown listed-partly"), "listed", "warn"],
    ["a listing of the whole network", with_("dnsbl", "info listed-broad"), "", "pass"],
    ["an IPv6 sibling without a name", with_("ipv6-parity", "fail no-ptr"), "ipv6", "fail"],
  ])("%s", (_, row, odd, status) => {
    const all = judge(["a.example.com", "b.example.com", row]);
    expect([all.odd, all.statuses]).toEqual([
      ["", "", odd],
      ["pass", "pass", status],
    ]);
  });

  test.each([
    ["lists that kept silent", with_("dnsbl", "unknown partly")],
    ["too few lists", with_("dnsbl", "unknown too-few")],
    ["a server that did not answer", with_("ehlo-name", "unknown not-heard")],
  ])("%s change no verdict", (_, row) => {
    expect(judge(["a.example.com", "b.example.com", row])).toMatchObject({
      statuses: ["pass", "pass", "pass"],
      outcome: "coherent",
      status: "pass",
    });
  });
});

describe("the verdict", () => {
  test.each([
    ["all match", ["a.example.com", "b.example.com"], "pass", "coherent"],
    ["some do not", ["a.example.com", {}], "fail", "odd"],
    ["nothing but the naming", ["a.example.com", "a.example.com", "b.example.com"], "warn", "mixed-naming"],
    ["all have the same fault", [{}, {}, {}], "fail", "same-fault"],
    ["all have a fault, and not the same", [{}, generic("x.example.net")], "fail", "odd"],
    ["DNS did not answer about one", ["a.example.com", { ptr: null }], "unknown", "partly"],
    ["nobody has looked", [undefined, undefined], "unknown", "nothing"],
    ["some are not looked at", ["a.example.com", "b.example.com", undefined], "pass", "coherent"],
  ] as const)("%s", (_, rows, status, outcome) => {
    expect(judge(rows)).toMatchObject({ status, outcome });
  });

  test("while it runs and nobody has looked, nothing is said", () => {
    expect(judgePool(poolRows([undefined]), false)).toMatchObject({ status: "unknown", outcome: "pending" });
  });
});
