import { describe, expect, test } from "vitest";
import { plain } from "../../net/safe-text.ts";
import { checkOnPaper, inOrder, type PaperWorld } from "../../testing/paper-worlds.ts";
import type { CheckedAddress, MoveInput } from "../sending/sending-input.ts";
import { houseMove } from "./house-move.ts";

const OLD = "203.0.113.10";
const NEW = "203.0.113.11";
const SIX = "2001:db8:1::10";
/** SPF that covers both. */
const BOTH = "v=spf1 ip4:203.0.113.10 ip4:203.0.113.11 ip6:2001:db8:1::10 -all";
const at = { url: "https://np.example/move/x", reportUrl: (id: string) => `https://np.example/r/${id}` };
const input = (more: Partial<MoveInput> = {}): MoveInput => ({
  ...{ kind: "move", purpose: "move", from: "example.com", selectors: [], before: [OLD], after: [NEW] },
  ...more,
});

async function checked(address: string, world: object = {}): Promise<CheckedAddress> {
  const claims = { from: "example.com", helo: undefined, selectors: [] };
  return {
    address,
    id: address,
    report: await checkOnPaper({ ...inOrder, spf: BOTH, claims, ...world, address } as unknown as PaperWorld),
  };
}
const move = async (before: object, after: object, more: Partial<MoveInput> = {}) =>
  houseMove(input(more), { before: [await checked(OLD, before)], after: [await checked(NEW, after)] }, at);
type Move = Awaited<ReturnType<typeof move>>;
const task = ({ phases }: Move, id: string) => phases.flatMap(({ tasks }) => tasks).find((one) => one.id === id)?.tick;
const differing = ({ pairs }: Move) =>
  pairs.flatMap(({ differences }) => differences.filter(({ differs }) => differs).map(({ id }) => id));

describe("side by side", () => {
  test("the same identity at another address differs in nothing that is its own", async () => {
    const same = await move({}, {});
    for (const id of ["ptr-kind", "forward", "spf", "lists", "allow-lists", "ehlo", "greeting"])
      expect(differing(same)).not.toContain(id);
  });

  test.each([
    ["a missing PTR record", { reverse: "none" }, "ptr"],
    ["a provider's default name", { ptr: ["vmi123456.contaboserver.net"] }, "ptr-kind"],
    ["a name that resolves elsewhere", { states: { "mail.example.com": "elsewhere" } }, "forward"],
    ["an address that SPF does not cover", { spf: "v=spf1 ip4:203.0.113.10 -all" }, "spf"],
  ] as const)("%s is a difference", async (_, world, id) => {
    expect(differing(await move({}, world))).toContain(id);
  });

  test.each([
    ["a PTR record", { reverse: "timeout" }, "ptr"],
    ["blocklists", { silentLists: ["spamhaus-zen"] }, "lists"],
    ["an address of the name", { states: { "mail.example.com": "timeout" } }, "forward"],
  ] as const)("%s that could not be looked up is no difference, and is not the same", async (_, world, id) => {
    for (const move_ of [await move({}, world), await move(world, {})]) {
      expect(differing(move_)).not.toContain(id);
      const [pair] = move_.pairs;
      expect(pair?.differences.filter(({ unknown }) => unknown).map((each) => each.id)).toContain(id);
      const { changed } = pair?.receivers ?? { changed: [] };
      expect(changed.filter(({ before, after }) => before === "cannot-tell" || after === "cannot-tell")).toEqual([]);
    }
  });

  test("a lesser list that has one address and is silent about the other makes no difference that is known", async () => {
    const listed = { listed: ["spamhaus-zen", "spfbl"] };
    const moved = await move(listed, { ...listed, silentLists: ["spfbl"] });
    const lists = moved.pairs[0]?.differences.find(({ id }) => id === "lists");
    expect([lists?.before?.status, lists?.after?.status]).toEqual(["fail", "fail"]);
    expect(lists).toMatchObject({ differs: false, unknown: true });
    const shorter = await move(listed, { listed: ["spamhaus-zen"] });
    expect(differing(shorter)).toContain("lists");
  });

  test("a receiver that would refuse the new address is named", async () => {
    const moved = await move({}, { reverse: "none" });
    expect(moved.readiness).toBe("not-ready");
    expect(moved.pairs[0]?.receivers.changed.some(({ after }) => after === "refuses")).toBe(true);
    expect(plain(moved.because)).toMatch(/would refuse mail from it/);
  });
});

describe("what has to be done", () => {
  test("SPF has to cover both while both send", async () => {
    expect(task(await move({}, {}), "spf-both")).toBe("done");
    expect(task(await move({ spf: "v=spf1 ip4:203.0.113.11 -all" }, {}), "spf-both")).toBe("missing");
    const lacking = await move({}, { spf: "v=spf1 ip4:203.0.113.10 -all" });
    expect([task(lacking, "spf-both"), task(lacking, "new-spf")]).toEqual(["waits", "missing"]);
  });

  test("the old addresses leave SPF afterwards, and not before", async () => {
    expect(task(await move({}, {}), "spf-old")).toBe("open");
    expect(task(await move({ spf: "v=spf1 -all" }, {}), "spf-old")).toBe("done");
    // What could not be looked up may still be covered.
    const quiet = houseMove(input(), { before: [{ address: OLD, id: OLD }], after: [await checked(NEW)] }, at);
    expect(task(quiet, "spf-old")).toBe("unknown");
  });

  test("of several old addresses those are named that SPF still covers", async () => {
    const both = { before: [await checked(OLD, { spf: "v=spf1 ip4:203.0.113.11 -all" }), await checked(SIX)] };
    const moved = houseMove(input({ before: [OLD, SIX] }), { ...both, after: [await checked(NEW)] }, at);
    const line = moved.phases.flatMap(({ tasks }) => tasks).find(({ id }) => id === "spf-old");
    expect(line?.tick).toBe("open");
    expect(plain(line?.says ?? [])).toBe(`SPF still covers ${SIX}. That is right until the old queue is empty.`);
  });

  test("a fail-over site keeps its records and is rehearsed", async () => {
    const site = await move({}, {}, { purpose: "fail-over" });
    expect([task(site, "rehearse"), task(site, "both-stay"), task(site, "spf-old")]).toEqual([
      "confirm",
      "confirm",
      undefined,
    ]);
  });

  test("before, during and after, each task once", async () => {
    const { phases } = await move({}, {});
    expect(phases.map(({ id }) => id)).toEqual(["before", "during", "after"]);
    for (const { tasks } of phases) expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
  });
});

test("what holds of the addresses that were checked is not said of those that were not", async () => {
  const both = { before: [await checked(OLD), { address: SIX }], after: [await checked(NEW)] };
  expect(task(houseMove(input({ before: [OLD, SIX] }), both, at), "spf-both")).toBe("unknown");
  const gone = { ...both, before: [await checked(OLD, { spf: "v=spf1 -all" }), { address: SIX }] };
  expect(task(houseMove(input({ before: [OLD, SIX] }), gone, at), "spf-old")).toBe("unknown");
  // With nothing to compare, old and new do not say the same.
  const alone = { before: [{ address: OLD }], after: [await checked(NEW, { reverse: "none" })] };
  const { readiness, because } = houseMove(input(), alone, at);
  expect([readiness, plain(because)]).toEqual(["not-ready", ""]);
});

test("TTLs are short where all were answered", async () => {
  const ttl = async (spf: string) => {
    const { report, ...rest } = await checked(NEW, { spf });
    if (!report) throw new Error("it was checked");
    const lookups = report.lookups.map((one) => (one.ttl === undefined ? one : { ...one, ttl: 60 }));
    const after = [{ ...rest, report: { ...report, lookups } }];
    return task(houseMove(input({ name: "mail.example.com" }), { before: [], after }, at), "ttl");
  };
  expect([await ttl(BOTH), await ttl("timeout")]).toEqual(["done", "unknown"]);
});

test("a side that was not checked is said to be so", async () => {
  const half = houseMove(input(), { before: [await checked(OLD)], after: [{ address: NEW }] }, at);
  expect(half.unseen).toEqual([NEW]);
  expect([half.readiness, half.pairs]).toEqual(["unknown", []]);
});

test("addresses are paired with those of their family, and none is left out", async () => {
  const [four, six, next] = [await checked(OLD), await checked(SIX), await checked(NEW)];
  const { pairs } = houseMove(input({ before: [SIX, OLD], after: [NEW] }), { before: [six, four], after: [next] }, at);
  expect(pairs.map(({ before, after }) => [before.address, after.address])).toEqual([
    [OLD, NEW],
    [SIX, NEW],
  ]);
});
