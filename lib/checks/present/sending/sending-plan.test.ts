import { describe, expect, test } from "vitest";
import { plain } from "../../net/safe-text.ts";
import { checkOnPaper, inOrder, type PaperWorld } from "../../testing/paper-worlds.ts";
import type { CheckedAddress, PlanInput } from "./sending-input.ts";
import { sendingPlan } from "./sending-plan.ts";

const NAME = "mail.example.com";
const input = (more: Partial<PlanInput> = {}): PlanInput => ({
  ...{ kind: "plan", from: "example.com", name: NAME, selectors: ["s1"], ipv6Off: true, addresses: ["203.0.113.10"] },
  ...more,
});
const at = { url: "https://np.example/plan/x", reportUrl: (id: string) => `https://np.example/r/${id}` };

async function checked(world: object, as: PlanInput): Promise<CheckedAddress> {
  const claims = { from: as.from, helo: as.name, selectors: [...as.selectors] };
  const report = await checkOnPaper({ ...inOrder, claims, ...world } as unknown as PaperWorld);
  return { address: report.target.kind === "address" ? report.target.address : "", id: "a", report };
}
const planOf = async (world: object, more: Partial<PlanInput> = {}) => {
  const as = input(more);
  return sendingPlan(as, [await checked(world, as)], at);
};
const ticks = ({ lines }: Awaited<ReturnType<typeof planOf>>) =>
  Object.fromEntries(lines.map(({ id, tick }) => [id, tick]));

describe("a line", () => {
  const rows: readonly (readonly [string, object, Partial<PlanInput>, Record<string, string>])[] = [
    [
      "is done where its verdict passes",
      {},
      {},
      {
        forward: "done",
        ptr: "done",
        confirmed: "done",
        resolvers: "done",
        "name-servers": "done",
        ehlo: "done",
        spf: "done",
      },
    ],
    [
      "waits where another line has the cause",
      { reverse: "none" },
      {},
      { ptr: "missing", confirmed: "waits", resolvers: "waits", "name-servers": "waits", forward: "done" },
    ],
    [
      "is not known where nobody answered, and never missing",
      { reverse: "servfail" },
      {},
      { ptr: "unknown", confirmed: "unknown" },
    ],
    [
      "is to improve where the PTR record says another name than planned",
      { ptr: ["mx2.example.com"] },
      {},
      { ptr: "improve" },
    ],
    ["is missing where SPF says no", { spf: "v=spf1 -all" }, {}, { spf: "missing" }],
    ["is open where no selector was named", {}, { selectors: [] }, { dkim: "open" }],
    ["is done where IPv6 is off and the name has none", {}, { ipv6Off: true }, { ipv6: "done" }],
    ["is open where nothing is said of IPv6", {}, { ipv6Off: false }, { ipv6: "open" }],
    ["wants IPv6 gone where it is to be off", { sibling: "whole" }, { ipv6Off: true }, { ipv6: "improve" }],
    [
      "takes IPv6 that is complete",
      { sibling: "whole", spf: "v=spf1 ip4:203.0.113.10 ip6:2001:db8:1::/48 -all" },
      { ipv6Off: false },
      { ipv6: "done" },
    ],
    ["is missing where a list has the address", { listed: ["spamhaus-zen"] }, {}, { lists: "missing" }],
    [
      "is open where the server says nothing on port 25",
      { connection: "closed" },
      {},
      { ehlo: "open", tls: "not-needed" },
    ],
    [
      "is not known where our side could not ask on port 25",
      { connection: "no-route" },
      {},
      { ehlo: "unknown", tls: "unknown" },
    ],
    [
      "of DMARC is not known where neither SPF nor DKIM could be told",
      { spf: "timeout" },
      { selectors: [] },
      { spf: "unknown", dmarc: "unknown" },
    ],
    ["does not tick an EHLO name that was only entered", { ehlo: "mx2.example.com" }, {}, { ehlo: "improve" }],
  ];
  test.each(rows)("%s", async (_, world, more, expected) => {
    expect(ticks(await planOf(world, more))).toMatchObject(expected);
  });
});

test("a plan is ready where everything that is seen is done, and only there", async () => {
  // The paper world has no DKIM key under s1.
  const plan = await planOf({});
  const open = plan.lines.filter(({ tick }) => tick !== "done" && tick !== "not-needed").map(({ id }) => id);
  expect(open).toEqual(["dkim"]);
  expect(plan.readiness).toBe("not-ready");
  expect((await planOf({ reverse: "timeout" })).readiness).not.toBe("ready");
});

test("an address without a report is not known, whatever the others are", () => {
  const plan = sendingPlan(input({ addresses: ["203.0.113.10"] }), [{ address: "203.0.113.10" }], at);
  expect(new Set(plan.lines.map(({ tick }) => tick))).toEqual(new Set(["unknown"]));
  expect(plan.readiness).toBe("unknown");
  expect([plan.snippets, plan.handOver]).toEqual([[], []]);
});

test("the zone snippet has what is missing as it stands, and the rest commented out", async () => {
  const { snippets } = await planOf({ reverse: "none", spf: "v=spf1 -all", dmarc: "none" });
  const own = snippets.find(({ id }) => id === "own");
  expect(own?.lines).toContain(`; ${NAME}. 3600 IN A 203.0.113.10`);
  expect(own?.lines.filter((line) => line.includes("v=spf1"))).toEqual([
    'example.com.  3600  IN  TXT  "v=spf1 ip4:203.0.113.10 -all"',
  ]);
  expect(own?.lines.some((line) => /^_dmarc\.example\.com\..*v=DMARC1/.test(line))).toBe(true);
  expect(snippets.find(({ id }) => id === "reverse")).toMatchObject({
    lines: [`10.113.0.203.in-addr.arpa. 3600 IN PTR ${NAME}.`],
    missing: 1,
  });
});

test("one SPF record covers all addresses: two would be none", async () => {
  const as = input({ addresses: ["203.0.113.10", "2001:db8:1::10"], ipv6Off: false });
  const both = await Promise.all([
    checked({ spf: "v=spf1 ip4:198.51.100.1 ~all" }, as),
    checked({ spf: "v=spf1 ip4:198.51.100.1 ~all", address: "2001:db8:1::10" }, as),
  ]);
  const lines = sendingPlan(as, both, at).snippets.find(({ id }) => id === "own")?.lines ?? [];
  expect(lines.filter((line) => line.includes("v=spf1"))).toEqual([
    'example.com.  3600  IN  TXT  "v=spf1 ip4:198.51.100.1 ip4:203.0.113.10 ip6:2001:db8:1::10 ~all"',
  ]);
});

test("the hand-over sheet says who can change what, with a ticket for the planned name", async () => {
  const { handOver } = await planOf({ reverse: "none" });
  expect(handOver.map(({ id }) => id)).toEqual(["ptr", "forward", "ehlo", "spf", "dkim", "dmarc"]);
  const [ptr] = handOver;
  expect(plain(ptr?.who ?? [])).toContain("can set it");
  expect(ptr?.ticket?.body).toContain(`10.113.0.203.in-addr.arpa. 3600 IN PTR ${NAME}.`);
});

test("a name that another one answers for is still the planned one in ticket and record", async () => {
  const plan = await planOf({ ptr: ["mx2.example.com"] }, { name: "mail01.example.com" });
  const [ptr] = plan.handOver;
  expect(ptr?.ticket?.subject).toContain("203.0.113.10");
  expect(ptr?.ticket?.body).toContain("mail01.example.com");
  expect(plan.snippets.find(({ id }) => id === "reverse")?.lines[0]).toContain("PTR mail01.example.com.");
});

describe("what could not be looked up", () => {
  const silent = {
    ...{ reverse: "timeout", spf: "timeout", dmarc: "timeout", connection: "no-route" },
    states: { [NAME]: "timeout" },
  };

  test("is not known on the hand-over sheet, and its ticket says nothing of it", async () => {
    const rows = async (world: object) => (await planOf(world, { selectors: [] })).handOver;
    expect((await rows(silent)).map(({ id, known, now }) => [id, known, now])).toEqual(
      ["ptr", "forward", "ehlo", "spf", "dmarc"].map((id) => [id, false, []]),
    );
    expect((await rows({})).map(({ known }) => known)).toEqual([true, true, true, true, true]);
    expect((await rows({ reverse: "none" }))[0]).toMatchObject({ known: true, now: [] });
    const ticketOf = async (world: object) => (await rows(world))[0]?.ticket?.body ?? "";
    expect(await ticketOf({ reverse: "none" })).toContain("has no PTR record");
    const silence = await ticketOf({ reverse: "timeout" });
    expect(silence).toContain(NAME);
    expect(silence).not.toMatch(/Currently|PTR record\./);
  });

  test("is no record that our own limit left out of a report", async () => {
    const name = "mx2.example.com";
    const as = input({ name, selectors: ["s9"] });
    const { report, ...rest } = await checked({ states: { [NAME]: "back", [name]: "no-address" }, ehlo: name }, as);
    if (!report) throw new Error("it was checked");
    const of = (octets: number) => {
      const leftOut = { addresses: 0, sessions: 0, connections: 0, questions: 0, octets };
      const { lines, handOver } = sendingPlan(as, [{ ...rest, report: { ...report, leftOut } }], at);
      return [lines[0]?.tick, handOver.find(({ id }) => id === "dkim")?.known];
    };
    expect([of(0), of(900)]).toEqual([
      ["missing", true],
      ["unknown", false],
    ]);
  });

  test("is neither missing from the zones nor there", async () => {
    const { snippets } = await planOf(silent);
    expect(snippets.map(({ id, missing, unknown }) => [id, missing, unknown])).toMatchObject([
      ["own", expect.any(Number), 3],
      ["reverse", 0, 1],
    ]);
    expect(snippets.find(({ id }) => id === "reverse")?.lines).toEqual([]);
    expect((await planOf({})).snippets.map(({ unknown }) => unknown)).toEqual([0, 0]);
    const as = input({ addresses: ["203.0.113.10", "203.0.113.11"] });
    const half = sendingPlan(as, [await checked({}, as), { address: "203.0.113.11" }], at);
    expect(half.snippets.map(({ missing, unknown }) => [missing, unknown])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});
