import { describe, expect, test } from "vitest";
import { predict } from "../run/predict.ts";
import { name } from "../testing/facts.ts";
import { type Flaws, identity } from "../testing/identities.ts";
import { receivers } from "./index.ts";

/* What receivers make of blocklists, SPF and DKIM records, beside the identity proper. */

function judged(id: string, flaws: Flaws) {
  const receiver = receivers.find((one) => one.id === id);
  if (!receiver) throw new Error(`no receiver is called ${id}`);
  const { action, rule, reply, evidence, score } = predict(receiver, identity(flaws));
  return { does: `${action} ${rule}`, reply, symbols: evidence.symbols ?? [], perhaps: evidence.perhaps ?? [], score };
}

const from = name("example.com");
const zen = (code: string): Flaws => ({ lists: { "spamhaus-zen": code } });

describe("an address on blocklists", () => {
  test.each<[string, Flaws, string]>([
    ["yahoo", zen("127.0.0.2"), "reject listed"],
    ["yahoo", zen("127.0.0.10"), "reject listed"],
    ["yahoo", { lists: { psbl: "127.0.0.2" } }, "accept follows"],
    ["comcast", zen("127.0.0.4"), "reject listed"],
    ["comcast", { ...zen("127.0.0.4"), reverse: "silent" }, "reject listed"],
    ["gmail", zen("127.0.0.2"), "accept meets-identity"],
    ["postfix-dnsbl", zen("127.0.0.2"), "reject listed"],
    ["postfix-dnsbl", { lists: { spamcop: "127.0.0.2" } }, "reject listed"],
    ["postfix-dnsbl", { lists: { "uceprotect-3": "127.0.0.2" } }, "accept not-listed"],
    ["postfix-dnsbl", { lists: {} }, "accept not-listed"],
    ["postfix-dnsbl", {}, "unknown silent"],
    ["exim-dnsbl", { lists: { barracuda: "127.0.0.2" } }, "reject listed"],
    ["spamassassin", zen("127.0.0.11"), "penalise scores"],
    ["rspamd", zen("127.0.0.4"), "defer greylists"],
    ["rspamd", { ...zen("127.0.0.9"), reverse: "none" }, "penalise marks"],
    [
      "rspamd",
      { lists: { "spamhaus-zen": "127.0.0.9", "blocklist-de": "127.0.0.5" }, reverse: "none" },
      "reject rejects",
    ],
    ["stalwart", { lists: { spamcop: "127.0.0.2" } }, "penalise scores"],
  ])("%s, %j: %s", (id, flaws, does) => {
    expect(judged(id, flaws).does).toBe(does);
  });

  test.each([
    ["127.0.0.2", "RCVD_IN_SBL", [2.596, 0.141], "RBL_SPAMHAUS_SBL", 4],
    ["127.0.0.3", "RCVD_IN_SBL_CSS", [3.558, 3.335], "RBL_SPAMHAUS_CSS", 2],
    ["127.0.0.4", "RCVD_IN_XBL", [0.724, 0.375], "RBL_SPAMHAUS_XBL", 4],
    ["127.0.0.10", "RCVD_IN_PBL", [3.558, 3.335], "RBL_SPAMHAUS_PBL", 2],
  ])("%s: %s in SpamAssassin's sets with network tests, %s in Rspamd", (code, symbol, net, rspamd, points) => {
    const found = judged("spamassassin", zen(code));
    expect(found.symbols).toEqual([symbol]);
    expect(found.score?.sets?.map(({ most }) => most)).toEqual([0, net[0], 0, net[1]]);
    expect(judged("rspamd", zen(code))).toMatchObject({ symbols: [rspamd], score: { least: points, most: points } });
  });

  test("Yahoo's codes tell the Policy Blocklist from the others", () => {
    expect([judged("yahoo", zen("127.0.0.2")).reply, judged("yahoo", zen("127.0.0.11")).reply]).toEqual([
      "553 5.7.1 [BL21]",
      "553 5.7.1 [BL23]",
    ]);
  });
});

describe("SPF", () => {
  test.each([
    ["fail", ["SPF_FAIL"], [0.919, 0.001], ["R_SPF_FAIL"], ["SPF_FAIL"]],
    ["softfail", ["SPF_SOFTFAIL"], [0.972, 0.665], [], []],
    ["neutral", ["SPF_NEUTRAL"], [0.652, 0.779], [], []],
    ["pass", [], [0, 0], [], []],
  ] as const)("%s", (spf, symbols, net, rspamd, stalwart) => {
    const found = judged("spamassassin", { from, spf });
    expect(found.symbols).toEqual(symbols);
    expect(found.score?.sets?.map(({ least }) => least)).toEqual([0, net[0], 0, net[1]]);
    expect(judged("rspamd", { from, spf }).symbols).toEqual(rspamd);
    expect(judged("stalwart", { from, spf }).symbols).toEqual(stalwart);
  });

  test.each([
    ["fail", "SPF_HELO_FAIL"],
    ["softfail", "SPF_HELO_SOFTFAIL"],
    ["neutral", "SPF_HELO_NEUTRAL"],
  ] as const)("of the EHLO name: %s", (heloSpf, symbol) => {
    expect(judged("spamassassin", { heloSpf }).symbols).toEqual([symbol]);
    // A name that nobody said is but a guess.
    expect(judged("spamassassin", { heloSpf, ehlo: "" }).symbols).toEqual([]);
  });

  test.each<[string, Flaws, string]>([
    ["gmail", { from, spf: "pass" }, "accept meets"],
    ["gmail", { from, spf: "softfail" }, "unknown needs-dkim"],
    ["gmail", { from, spf: "softfail", emptySelectors: ["s1"] }, "reject unauthenticated"],
    ["gmail", { from, spf: "pass", emptySelectors: ["s1"] }, "accept meets"],
    ["yahoo", { from, spf: "fail" }, "unknown needs-dkim"],
    ["yahoo", { from, spf: "pass" }, "accept follows"],
  ])("%s, %j: %s", (id, flaws, does) => {
    expect(judged(id, flaws).does).toBe(does);
  });

  test("a selector without a key makes a signature invalid, where there is one", () => {
    expect(judged("spamassassin", { from, spf: "pass", emptySelectors: ["s1"] }).perhaps).toEqual(["DKIM_INVALID"]);
  });
});

test("what rests on nothing published is no objection to nobody: it cannot be told", () => {
  expect(judged("microsoft-ipv4", {}).does).toBe("unknown no-rule-confirmed");
});
