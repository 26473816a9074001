import { describe, expect, test } from "vitest";
import type { Evidence, Group, Party, Status } from "../../define/signal.ts";
import { prose } from "../../net/safe-text.ts";
import type { Remedy } from "../../report/report.ts";
import { remedy, SEEN, wanted } from "../../testing/remedies.ts";
import type { PresentedVerdict } from "../presented.ts";
import { fixPlan } from "./fix-plan.ts";

interface More {
  readonly does?: string;
  readonly subject?: string;
  readonly group?: Group;
  readonly evidence?: Evidence;
}

const verdict = (signal: string, status: Status, who: Party, more: More = {}): PresentedVerdict => ({
  subject: "203.0.113.10",
  signal,
  group: "reverse",
  title: signal,
  status,
  outcome: "x",
  says: prose(signal),
  why: "",
  fix: { who, does: prose(more.does ?? signal) },
  evidence: {},
  reproduce: [],
  references: [],
  lookups: [],
  ...more,
});

const plan = (verdicts: readonly PresentedVerdict[], remedies: readonly Remedy[] = []) =>
  fixPlan(verdicts, remedies, SEEN);

describe("the order", () => {
  const order = (...verdicts: PresentedVerdict[]) => plan(verdicts).map(({ signal }) => signal);

  test("a PTR needs its forward record first, EHLO needs both", () => {
    expect(
      order(
        verdict("ehlo", "fail", "server"),
        verdict("spf", "fail", "sender-dns"),
        verdict("ptr", "fail", "address-owner"),
        verdict("forward", "fail", "forward-dns"),
      ),
    ).toEqual(["forward", "ptr", "ehlo", "spf"]);
  });
  test("what gets mail refused comes before what is merely trusted less", () => {
    expect(order(verdict("a", "warn", "forward-dns"), verdict("b", "fail", "sender-dns"))).toEqual(["b", "a"]);
  });
  test("what is in order asks for nothing; what kept us from knowing may be mended, after what is known to be wrong", () => {
    expect(order(verdict("a", "pass", "server"), verdict("c", "info", "server"))).toEqual([]);
    expect(order(verdict("b", "unknown", "server"), verdict("a", "fail", "sender-dns"))).toEqual(["a", "b"]);
  });
  test("the same advice is given once, and says all it is for", () => {
    const [step, ...more] = plan([
      verdict("a", "fail", "server", { does: "do it" }),
      verdict("b", "warn", "server", { does: "do it" }),
    ]);
    expect(more).toEqual([]);
    expect(step?.mends.map(({ signal }) => signal)).toEqual(["a", "b"]);
  });
  test("a list that wants a PTR record is written to after that", () => {
    expect(
      order(
        verdict("dnsbl", "fail", "address-owner", { group: "reputation" }),
        verdict("spf", "fail", "sender-dns", { group: "authentication" }),
        verdict("helo-spf", "fail", "forward-dns", { group: "authentication" }),
      ),
    ).toEqual(["spf", "helo-spf", "dnsbl"]);
  });
});

const NONE = verdict("reverse-dns", "fail", "address-owner");
const GENERIC = verdict("generic-ptr", "warn", "address-owner");
const NOT_BACK = verdict("fcrdns", "fail", "forward-dns");
const EHLO = verdict("ehlo-name", "warn", "server");
const EHLO_NOWHERE = verdict("ehlo-name", "warn", "forward-dns");
const SPF = verdict("spf", "fail", "sender-dns", { group: "authentication" });

describe("one cause is one step", () => {
  test.each<[string, readonly PresentedVerdict[], Partial<Remedy>, string[]]>([
    ["no PTR, the rest in order", [NONE], {}, ["ptr: reverse-dns"]],
    [
      "no PTR, and a name without a record",
      [NONE],
      { wanted: wanted({ leads: "nxdomain" }) },
      ["forward:", "ptr: reverse-dns"],
    ],
    [
      "no PTR, and a name that is an alias",
      [NONE],
      { wanted: wanted({ alias: "rack.example.com" }) },
      ["forward:", "ptr: reverse-dns"],
    ],
    [
      "no PTR, and a name that was not answered for",
      [NONE],
      { wanted: wanted({ leads: "unknown" }) },
      ["ptr: reverse-dns"],
    ],
    [
      "no PTR, and another greeting",
      [NONE, SPF],
      { ehlo: "localhost" },
      ["ptr: reverse-dns", "greeting:", "other: spf"],
    ],
    [
      "no PTR and no name",
      [NONE],
      { wanted: undefined, ehlo: "localhost" } as Partial<Remedy>,
      ["forward:", "ptr: reverse-dns", "greeting:"],
    ],
    [
      "a PTR name without a record",
      [NOT_BACK],
      { ptr: ["mail.example.com"], wanted: wanted({ leads: "nxdomain" }) },
      ["forward: fcrdns"],
    ],
    [
      "that the server says as well",
      [NOT_BACK, EHLO_NOWHERE],
      { ptr: ["mail.example.com"], wanted: wanted({ leads: "nxdomain" }) },
      ["forward: fcrdns ehlo-name"],
    ],
    [
      "a PTR name of another server",
      [NOT_BACK, EHLO],
      { ptr: ["old.example.com"] },
      ["ptr: fcrdns", "greeting: ehlo-name"],
    ],
    [
      "a generic name, and a name to replace it that leads nowhere",
      [GENERIC, EHLO_NOWHERE],
      { ptr: ["x.example.net"], wanted: wanted({ leads: "nxdomain" }) },
      ["forward: ehlo-name", "ptr: generic-ptr"],
    ],
    [
      "too many PTR records to find the right one",
      [NOT_BACK, verdict("single-ptr", "warn", "address-owner")],
      { ptr: ["mail.example.com", "b.example.com"] },
      ["ptr: fcrdns single-ptr"],
    ],
    ["another greeting alone", [EHLO], { ptr: ["mail.example.com"], ehlo: "localhost" }, ["greeting: ehlo-name"]],
    [
      "an alias is no fault by itself",
      [EHLO],
      { ptr: ["mail.example.com"], wanted: wanted({ alias: "rack.example.com" }) },
      ["greeting: ehlo-name"],
    ],
    ["SPF alone", [SPF], { ptr: ["mail.example.com"] }, ["other: spf"]],
  ])("%s", (_, verdicts, more, expected) => {
    const { wanted: name, ...rest } = { ...remedy(), ...more };
    const steps = plan(verdicts, [{ ...rest, ...(name ? { wanted: name } : {}) }]);
    expect(steps.map(({ kind, mends }) => `${kind}: ${mends.map(({ signal }) => signal).join(" ")}`.trim())).toEqual(
      expected,
    );
  });

  test("what a domain read off the PTR name lacks goes with that name", () => {
    const spf = (domain: string) =>
      verdict("spf", "warn", "sender-dns", {
        group: "authentication",
        evidence: { origin: ["ptr"], domain: [domain] },
      });
    const kinds = (domain: string) =>
      plan([GENERIC, spf(domain)], [remedy({ ptr: ["a.b.example.net"] })]).map(({ kind }) => kind);
    expect(kinds("example.net")).toEqual(["ptr"]);
    expect(kinds("example.com")).toEqual(["ptr", "other"]);
  });

  test("what an IPv6 sibling lacks is mended where it is looked at itself", () => {
    const six = remedy({ subject: "2001:db8::25", address: "2001:db8::25", type: "AAAA" });
    const parity = verdict("ipv6-parity", "fail", "address-owner", { evidence: { sibling: ["2001:db8::25"] } });
    const steps = plan([parity, { ...NONE, subject: "2001:db8::25" }], [remedy(), six]);
    expect(steps.map(({ mends }) => mends.map(({ signal }) => signal))).toEqual([["reverse-dns", "ipv6-parity"]]);
    expect(plan([parity], [remedy()])).toHaveLength(1);
  });

  test("every verdict that asks for something is mended by exactly one step", () => {
    const verdicts = [NONE, GENERIC, NOT_BACK, EHLO, SPF, verdict("starttls", "warn", "server")];
    for (const remedies of [
      [],
      [remedy()],
      [remedy({ ptr: ["mail.example.com"], wanted: wanted({ leads: "elsewhere" }) })],
    ]) {
      const mended = plan(verdicts, remedies).flatMap(({ mends }) => mends.map(({ signal }) => signal));
      expect(mended.toSorted()).toEqual(verdicts.map(({ signal }) => signal).toSorted());
    }
  });
});

describe("a step for the PTR record", () => {
  const ptr = (outcome: string, evidence: Evidence = {}, more: Partial<Remedy> = {}) => {
    const owners = { ...remedy().owners, ptr: { outcome, evidence } };
    return plan([NONE], [remedy({ owners, ...more })]).find(({ kind }) => kind === "ptr");
  };

  test("at a provider has its guide, filled in, and a ticket", () => {
    const step = ptr("provider", { provider: ["hetzner"] });
    expect(step).toMatchObject({ who: "address-owner", guide: { id: "hetzner" }, ticket: { ready: true } });
    expect(step?.guide?.path).toBe("/providers/hetzner?address=203.0.113.10&name=mail.example.com");
    expect(step?.guide?.ways.flatMap(({ cli }) => cli)).toContain(
      "hcloud server set-rdns --ip 203.0.113.10 --hostname mail.example.com SERVER",
    );
  });
  test("at one we do not know has the general guide", () => {
    for (const [outcome, evidence] of [
      ["holder", {}],
      ["unknown", {}],
      ["provider", { provider: ["contabo"] }],
      ["provider", { provider: ["gone-since"] }],
    ] as const)
      expect(ptr(outcome, evidence)?.guide?.ways).toHaveLength(2);
  });
  test("in a zone of your own has the record and no ticket", () => {
    const step = ptr("yours", { zone: ["0/26.113.0.203.in-addr.arpa"], owner: ["10.0/26.113.0.203.in-addr.arpa"] });
    expect(step).toMatchObject({
      who: "reverse-dns",
      copy: "10.0/26.113.0.203.in-addr.arpa. 3600 IN PTR mail.example.com.",
    });
    expect(step?.ticket).toBeUndefined();
  });
  test("without a name says that the one in it is an example", () => {
    const { wanted: _, ...nameless } = remedy();
    expect(plan([NONE], [nameless]).every((step) => step.nameless)).toBe(true);
    expect(ptr("holder")?.nameless).toBeUndefined();
  });
});

test("every step can be proved", () => {
  const steps = plan([NONE, EHLO], [remedy({ ehlo: "localhost", wanted: wanted({ leads: "nxdomain" }) })]);
  expect(steps.map(({ kind }) => kind)).toEqual(["forward", "ptr", "greeting"]);
  expect(steps.every(({ prove, proof }) => prove.length > 0 && proof)).toBe(true);
  expect(steps.at(-1)?.configs?.map(({ program }) => program)).toEqual([
    "Postfix",
    "Exim",
    "Sendmail",
    "OpenSMTPD",
    "Exchange",
  ]);
});

test("a provider that lets no mail out gets the settings for a relay", () => {
  const owners = {
    ...remedy().owners,
    ptr: { outcome: "provider" as const, evidence: { provider: ["google-cloud"] } },
  };
  const [step] = fixPlan([verdict("reverse-dns", "fail", "address-owner")], [remedy({ owners })], SEEN);
  expect(step?.alternative?.configs.map(({ lines }) => lines).join()).toContain("relayhost");
});
