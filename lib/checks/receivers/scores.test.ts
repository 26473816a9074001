import { describe, expect, test } from "vitest";
import { predict } from "../run/predict.ts";
import { name } from "../testing/facts.ts";
import { type Flaws, identity } from "../testing/identities.ts";
import { rspamd } from "./rspamd.ts";
import { spamassassin } from "./spamassassin.ts";
import { stalwart } from "./stalwart.ts";

const two = { ptr: ["mail.example.com", "other.example.com"] } as const;
const cloud = "ec2-203-0-113-10.compute-1.amazonaws.com";

type Row = [what: string, flaws: Flaws, least: number, most: number, action?: string];

/** `least` and `most` are those of the sets' extremes. */
const judged = (receiver: typeof rspamd, flaws: Flaws, variant?: string) => {
  const { action, score, evidence } = predict(receiver, identity(flaws), variant);
  return { action, least: score?.least, most: score?.most, evidence };
};

describe("Rspamd 4.1.5", () => {
  test.each<Row>([
    ["a whole identity", {}, 0, 0, "accept"],
    ["no PTR: greylisted by that alone", { reverse: "none" }, 4.5, 4.5, "defer"],
    [
      "the name leads elsewhere: the PTR is read anew, without a forward lookup",
      { forward: "elsewhere" },
      0,
      0,
      "accept",
    ],
    ["the forward lookup got no answer: nobody asks for it", { forward: "silent" }, 0, 0, "accept"],
    ["several names", { ...two, forward: "first" }, 0, 0, "accept"],
    ["a dynamic name: its patterns are its own", { ptr: ["ip-203-0-113-10.dyn.example.net"] }, 0, 3, "penalise"],
    [
      "a name that says static: 4 more for a single Received line",
      { ptr: ["ip-203-0-113-10.static.example.net"] },
      0,
      7,
      "penalise",
    ],
    ["static, but a mail server's", { ptr: ["static-mail.example.net"] }, 0, 0, "accept"],
    ["EHLO without a dot", { ehlo: "mailhost" }, 2, 3, "penalise"],
    ["an EHLO name that does not exist", { ehlo: "no.example.org", ehloLeads: "nxdomain" }, 1.3, 1.3, "penalise"],
    ["an EHLO name that leads elsewhere", { ehlo: "mx.example.org", ehloLeads: "elsewhere" }, 1, 1, "penalise"],
    ["another EHLO name that resolves back", { ehlo: "mx.example.org" }, 0, 0, "accept"],
    ["a bare address", { ehlo: "93.184.215.14" }, 3, 3, "penalise"],
    ["a bare IPv6 address", { ehlo: "2606:2800::1" }, 3, 3, "penalise"],
    ["a private one", { ehlo: "192.168.1.2" }, 4.5, 4.5, "defer"],
    ["one from documentation", { ehlo: "203.0.113.10" }, 4.5, 4.5, "defer"],
    ["a literal", { ehlo: "[93.184.215.14]" }, 3, 3, "penalise"],
    ["an impossible one", { ehlo: "[203.0.113.300]" }, 3, 4.5, "penalise"],
    ["an IPv6 literal", { address: "2001:db8::10", ehlo: "[IPv6:2001:db8::10]" }, 2, 3, "penalise"],
    ["an IPv6 literal without its tag", { ehlo: "[2606:2800::1]" }, 3, 3, "penalise"],
    ["no PTR and no dot", { reverse: "none", ehlo: "mailhost" }, 6.5, 7.5, "penalise"],
    ["EHLO unknown: left out", { reverse: "none", ehlo: "" }, 4.5, 4.5, "defer"],
  ])("%s", (_, flaws, least, most, action) => {
    expect(judged(rspamd, flaws)).toMatchObject({ least, most, action });
  });

  test("a silent reverse zone is not a name missing", () => {
    expect(judged(rspamd, { reverse: "silent" })).toMatchObject({ action: "unknown", least: undefined });
  });
});

describe("Rspamd 3.4 behind Postfix, where it differs", () => {
  test.each<Row>([
    ["no PTR", { reverse: "none" }, 3.5, 3.5, "penalise"],
    ["a name that Postfix could not confirm", { forward: "elsewhere" }, 2.5, 2.5, "penalise"],
    ["of two names Postfix sees the one that comes first", { ...two, forward: "first" }, 0, 2.5, "penalise"],
    ["an EHLO name that leads elsewhere counts nothing", { ehlo: "mx.example.org", ehloLeads: "elsewhere" }, 0, 0],
    ["one without any address does", { ehlo: "no.example.org", ehloLeads: "nxdomain" }, 1.3, 1.3, "penalise"],
  ])("%s", (_, flaws, least, most, action = "accept") => {
    expect(judged(rspamd, flaws, "3.4 behind Postfix")).toMatchObject({ least, most, action });
  });
});

describe("SpamAssassin behind Postfix", () => {
  test.each<Row>([
    ["a whole identity", {}, 0, 0, "accept"],
    ["no PTR", { reverse: "none" }, 0.793, 2.399, "penalise"],
    ["a name that Postfix could not confirm is no name", { forward: "elsewhere" }, 0.793, 2.399, "penalise"],
    ["of two names Postfix sees the one that comes first", { ...two, forward: "first" }, 0, 2.399, "penalise"],
    ["a dynamic name with the address in it", { ptr: ["ip-203-0-113-10.dyn.example.net"], ehlo: "" }, 0.363, 2.639],
    ["one that says static", { ptr: ["ip-203-0-113-10.static.example.net"], ehlo: "" }, 0, 0, "accept"],
    ["EHLO and PTR differ, SPF unknown", { ehlo: "mx.example.org" }, 0, 0.4, "penalise"],
    ["they differ and SPF passes", { ehlo: "mx.example.org", from: name("example.com"), spf: "pass" }, 0, 0, "accept"],
    ["EHLO localhost and no PTR: spam in two sets", { reverse: "none", ehlo: "localhost" }, 4.622, 7.399],
    ["an IPv6 literal has no dot in it", { ehlo: "[IPv6:2001:db8::10]" }, 0.001, 6.28],
  ])("%s", (_, flaws, least, most, action = "penalise") => {
    const found = judged(spamassassin, flaws);
    expect(found.action).toBe(action);
    expect(found.least).toBeCloseTo(least, 3);
    expect(found.most).toBeCloseTo(most, 3);
  });

  test("each of its four sets has its own sum", () => {
    expect(predict(spamassassin, identity({ reverse: "none", ehlo: "" })).score?.sets).toEqual(
      [2.399, 1.274, 1.228, 0.793].map((points) => ({ least: points, most: points })),
    );
  });

  test("behind Sendmail a name that does not resolve back is kept", () => {
    const flaws = { forward: "elsewhere" } as const;
    expect(judged(spamassassin, flaws, "behind Sendmail")).toMatchObject({ action: "accept", most: 0 });
    expect(judged(spamassassin, flaws).evidence.behindSendmail).toEqual(["0", "0"]);
  });

  test("a forward lookup without an answer is not a name missing", () => {
    expect(judged(spamassassin, { forward: "silent" }).action).toBe("unknown");
  });
});

describe("SpamAssassin 4.0.1, its first set", () => {
  const symbols = (flaws: Flaws) => {
    const { evidence, score } = predict(spamassassin, identity(flaws), "4.0.1");
    return { sure: evidence.symbols ?? [], perhaps: evidence.perhaps ?? [], first: score?.sets?.[0] };
  };
  test("a default name of EC2 in PTR and EHLO", () => {
    const found = symbols({ ptr: [cloud] });
    expect(found.sure).toEqual(["RDNS_DYNAMIC", "HELO_DYNAMIC_IPADDR"]);
    expect(found.first?.least).toBeCloseTo(5.272);
  });
  test("EHLO without a dot weighs a whole point more", () => {
    expect(symbols({ ehlo: "mailhost" }).first?.least).toBeCloseTo(3.361);
  });
  test("EHLO other than PTR weighs a whole point", () => {
    expect(symbols({ ehlo: "mx.example.org" })).toMatchObject({
      perhaps: ["KHOP_HELO_FCRDNS"],
      first: { least: 0, most: 1 },
    });
  });
});

describe("Stalwart", () => {
  test.each<Row>([
    ["a whole identity", {}, 0, 0, "accept"],
    ["no PTR", { reverse: "none" }, 2, 2],
    ["the name leads elsewhere", { forward: "elsewhere" }, 1, 1],
    ["another EHLO name", { ehlo: "mx.example.org" }, 1, 1],
    ["one that leads elsewhere besides", { ehlo: "mx.example.org", ehloLeads: "elsewhere" }, 2, 2],
    ["one that does not exist", { ehlo: "no.example.org", ehloLeads: "nxdomain" }, 1.3, 1.3],
    ["a bare address", { ehlo: "203.0.113.10" }, 3, 3],
    ["a literal", { ehlo: "[203.0.113.10]" }, 3, 3],
  ])("%s", (_, flaws, least, most, action = "penalise") => {
    expect(judged(stalwart, flaws)).toMatchObject({ least, most, action });
  });
  test("a word without a dot is refused in EHLO", () => {
    expect(judged(stalwart, { ehlo: "mailhost" }).action).toBe("reject");
  });
});
