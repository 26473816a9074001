import { describe, expect, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import { poolOf, poolRows, type ShortRow } from "../testing/pool-rows.ts";
import { chooseForSmtp } from "./choose.ts";
import { comparePools } from "./compare-pools.ts";
import type { Pool } from "./pool.ts";
import { poolCsv } from "./pool-csv.ts";
import { poolComparisonJson, poolJson } from "./pool-json.ts";
import { poolMarkdown } from "./pool-markdown.ts";
import { presentPool } from "./present-pool.ts";
import type { PresentedPool } from "./presented-pool.ts";
import { publicPool, publicPoolComparison } from "./public-pool.ts";

const show = (pool: Pool, now = 1_000) => presentPool(pool, { id: "x", url: "https://np.example/pool/x", now });
const names = (count: number) => Array.from({ length: count }, (_, i) => `out${i + 1}.example.com`);

/** An address in order, whose server was not asked. */
const row: ShortRow = { ptr: "out1.example.com" };
/** The same with a server that was. */
const listening = (signal: string, said: string): ShortRow => ({
  ...row,
  verdicts: { [signal]: said },
  more: { smtp: { connection: "open", ehlo: "other.example.com" } },
});

const HOSTILE = '=HYPERLINK("http://x.example","|`click`")\u202e\n@SUM(1).example.com';

describe("a pool with its words", () => {
  test("names the odd ones first, the heaviest before the others", () => {
    const rows = poolRows([...names(3), { ptr: "a.example.org" }, {}]);
    const { odd, verdict, counts } = show(poolOf(rows));
    expect(odd.map(({ address }) => address)).toEqual(["203.0.113.5", "203.0.113.4"]);
    expect(plain(verdict.says)).toBe("2 of 5 addresses do not match the others.");
    expect(counts).toMatchObject({ pass: 3, warn: 1, fail: 1, odd: 2, pending: 0 });
    expect(odd[1]?.odd).toMatchObject([{ code: "organisation", title: "Another organisation" }]);
  });

  test("tells how far it has come, and how long it takes", () => {
    const rows = poolRows([...names(10), ...Array.from({ length: 30 }, () => undefined)]);
    const { finishedAt: _, ...running } = poolOf(rows, { state: "running" });
    const { progress } = show(running, 5_000);
    expect(progress).toEqual({ done: 10, total: 40, left: 30, phase: "dns", rate: 120, secondsLeft: 15 });
    expect(show(poolOf(poolRows(names(3)), { state: "running" })).progress.phase).toBe("smtp");
    expect(show(poolOf(poolRows(names(3)))).progress).toMatchObject({ phase: "over", secondsLeft: 0, left: 0 });
  });

  test("says what was sampled, by its exact number", () => {
    const sampled = [{ line: 1, text: "example.com", count: "4722366482869645213696", taken: 256 }];
    const [note] = show(poolOf(poolRows(names(2)), { sampled })).notes;
    expect(plain(note?.says ?? [])).toBe(
      "example.com lets 4,722,366,482,869,645,213,696 addresses send; 256 of them are looked at.",
    );
  });
});

describe("other forms", () => {
  const hostile = show(
    poolOf(poolRows([{ ptr: HOSTILE, more: { smtp: { connection: "open", ehlo: "-1+1" }, spf: "pass" } }]), {
      title: HOSTILE,
      rejected: [{ line: 2, text: HOSTILE, why: `${HOSTILE} is no address.` }],
    }),
  );

  test("JSON is what was declared", () => {
    for (const pool of [hostile, show(poolOf(poolRows([...names(2), undefined, {}]), { state: "running" }))])
      expect(publicPool.safeParse(poolJson(pool, "https://np.example")).error).toBeUndefined();
    expect(poolJson(hostile, "https://np.example").rows[0]).toMatchObject({ ptr: HOSTILE, ehlo: "-1+1", spf: "pass" });
  });

  test("whom nobody asked says so", () => {
    const [row] = poolJson(show(poolOf(poolRows(names(1)))), "").rows;
    expect(row?.ehlo).toBe("not asked");
  });

  test("no cell of CSV begins like a formula, and each is in its column", () => {
    const lines = poolCsv(hostile).trimEnd().split("\r\n");
    expect(lines).toHaveLength(2);
    const cells = [...(lines[1] ?? "").matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell);
    expect(cells).toHaveLength(11);
    for (const cell of cells) expect(cell.replace(/^"/, "")).not.toMatch(/^\s*[=+\-@\t\r]/);
    expect(lines[1]).toContain("'=HYPERLINK");
    expect(lines[1]).not.toContain("\u202e");
  });

  test("nothing foreign is markup, nor ends a cell of the table", () => {
    const text = poolMarkdown(hostile);
    expect(text).not.toContain("\u202e");
    const row = text.split("\n").find((line) => line.startsWith("| `203.0.113.1`")) ?? "";
    expect(row.split(/(?<!\\)\|/)).toHaveLength(10);
  });
});

describe("comparing", () => {
  const before = show(poolOf(poolRows([...names(2), "c.example.com", "d.example.com"])));

  test("what changed comes first, what turned worse before the rest", () => {
    const rows = poolRows(["new1.example.com", ...names(2).slice(1), {}], undefined);
    const after = show(poolOf(rows));
    const { changed, removed, added, unchanged, says } = comparePools(before, after);
    expect(changed.map(({ address, turn }) => [address, turn])).toEqual([
      ["203.0.113.3", "worse"],
      ["203.0.113.1", "other"],
    ]);
    expect(removed.map(({ address }) => address)).toEqual(["203.0.113.4"]);
    expect([added.length, unchanged]).toEqual([0, 1]);
    expect(plain(says)).toBe("1 address worse, 1 address otherwise changed, 1 address removed, 1 unchanged.");
    expect(publicPoolComparison.safeParse(poolComparisonJson(comparePools(before, after), "")).error).toBeUndefined();
  });

  test("the same is the same", () => {
    expect(comparePools(before, before)).toMatchObject({
      changed: [],
      added: [],
      removed: [],
      unchanged: 4,
      notKnown: 0,
    });
  });

  test("what nobody looked at has not changed", () => {
    const after = show(poolOf(poolRows([undefined, undefined, undefined, undefined])));
    expect(comparePools(before, after).changed).toEqual([]);
  });

  test.each<[string, ShortRow, ShortRow]>([
    ["a PTR record that had no answer", { ptr: null }, { ptr: "out1.example.com" }],
    ["no PTR record, where there was no answer", { ptr: null }, {}],
    ["forward confirmation", { ptr: "out1.example.com", confirmed: null }, { ptr: "out1.example.com" }],
    ["an EHLO name that was not asked for", listening("ehlo-name", "warn no-address"), row],
    [
      "an EHLO name of a server that kept silent",
      { ...row, more: { smtp: { connection: "filtered" } } },
      { ...row, more: { smtp: { connection: "open", ehlo: "out1.example.com" } } },
    ],
    ["SPF", { ...row, more: { spf: "temperror" } }, { ...row, more: { spf: "fail" } }],
    [
      "blocklists of which some kept silent",
      { ...row, verdicts: { dnsbl: "unknown partly" } },
      { ...row, verdicts: { dnsbl: "fail listed-high" }, more: { listed: ["spamcop"] } },
    ],
  ])("what was not found out at one of the two times has not changed: %s", (_, unknown, known) => {
    const [some, others] = [[unknown], [known]].map((rows) => show(poolOf(poolRows(rows))));
    for (const [before, after] of [
      [some, others],
      [others, some],
    ])
      expect(before && after && comparePools(before, after).changed.flatMap(({ changes }) => changes)).toEqual([]);
  });

  test("a list that has it now and did not before is a change, though others keep silent", () => {
    const [before, after] = [
      row,
      { ...row, verdicts: { dnsbl: "unknown listed-partly" }, more: { listed: ["spamcop"] } },
    ];
    const { changed } = comparePools(show(poolOf(poolRows([before]))), show(poolOf(poolRows([after]))));
    expect(changed[0]?.changes.map(({ field }) => field)).toContain("listed");
  });

  test("what could not be judged at both times is counted apart", () => {
    const [before, after] = [["out1.example.com"], [{ ptr: null }]].map((rows) => show(poolOf(poolRows(rows))));
    const { says, unchanged, notKnown } = comparePools(before as PresentedPool, after as PresentedPool);
    expect([unchanged, notKnown]).toEqual([0, 1]);
    expect(plain(says)).toBe("1 address could not be judged at both times, 0 unchanged.");
  });
});

describe("comparing what was open", () => {
  const compare = (before: readonly (ShortRow | undefined)[], after: readonly (ShortRow | undefined)[]) =>
    comparePools(show(poolOf(poolRows(before))), show(poolOf(poolRows(after))));
  const listed = (lists: readonly string[], said: string, silent: readonly string[] = []): ShortRow => ({
    ...row,
    verdicts: { dnsbl: said },
    more: { listed: lists, unasked: silent.map((list) => ({ list, why: "timeout" })) },
  });

  test("what nobody looked at is neither the same nor changed", () => {
    expect(compare([row], [undefined])).toMatchObject({ changed: [], unchanged: 0, notKnown: 1 });
  });

  test("a listing is not over while its list keeps silent", () => {
    const both = listed(["spamhaus-zen", "spfbl"], "fail listed-high");
    const silent = compare([both], [listed(["spamhaus-zen"], "fail listed-high", ["spfbl"])]);
    expect(silent).toMatchObject({ changed: [], unchanged: 0, notKnown: 1 });
    const all = compare([both], [listed([], "unknown temperror", ["spamhaus-zen", "spfbl"])]);
    expect(all).toMatchObject({ changed: [], unchanged: 0, notKnown: 1 });
    const over = compare([both], [listed(["spamhaus-zen"], "fail listed-high")]);
    expect(over.changed[0]?.changes.map(({ field }) => field)).toEqual(["listed"]);
  });

  test("a row is odd beside the others as long as those have no other answer", () => {
    const [own, other] = [{ ptr: "out1.example.com" }, { ptr: "out2.example.org" }];
    const quiet = { ptr: "out1.example.com", confirmed: null };
    for (const more of [{ ptr: null }, quiet, undefined]) {
      const { changed, notKnown } = compare([own, own, other], [more, more, other]);
      expect(changed.flatMap(({ changes }) => changes)).toEqual([]);
      expect(notKnown).toBe(3);
    }
    const mended = compare([own, own, other], [own, own, { ptr: "out1.example.com" }]);
    expect(mended.changed[0]?.turn).toBe("better");
  });
});

describe("what could not be judged, in the words of a pool", () => {
  const words = (rows: readonly (ShortRow | string | undefined)[]) => {
    const { verdict } = show(poolOf(poolRows(rows), { state: "cancelled" }));
    return `${plain(verdict.says)} ${plain(verdict.because)}`;
  };
  const shared = "mail.example.com";

  test("is counted beside the odd ones, and nothing is said of it together with the others", () => {
    expect(words([shared, shared, { ptr: null }, {}])).toBe(
      "1 of 4 addresses does not match the others. No PTR record: 1. 1 address could not be judged.",
    );
    expect(words([shared, shared, "own.example.com", { ptr: null }])).toMatch(/ 1 address could not be judged\.$/);
    expect(words([shared, shared, {}])).toMatch(/The others share the name mail\.example\.com/);
  });

  test("is not part of what all match where the pool was stopped before", () => {
    expect(words([shared, shared, undefined])).toMatch(/^All 2 addresses looked at match each other\. They share/);
    expect(words([shared, shared])).toMatch(/^All 2 addresses match each other: the pool is coherent\./);
  });

  test("is not of another organisation as long as another of its names may resolve back", () => {
    const two: ShortRow = { ptr: "a.example.org", confirmed: null, more: { ptrCount: 2 } };
    expect(show(poolOf(poolRows([shared, "b.example.com", two]))).odd).toEqual([]);
  });

  test("is open in every form", () => {
    const silent: ShortRow = { ptr: null, verdicts: { dnsbl: "unknown temperror" } };
    const pool = show(poolOf(poolRows([silent, "b.example.com"])));
    const [first, second] = poolJson(pool, "").rows;
    expect(first?.open).toEqual(expect.arrayContaining(["no-ptr", "listed"]));
    expect(second?.open).toEqual(["ehlo", "spf"]);
    expect(poolCsv(pool).split("\r\n")[1]).toMatch(/no-ptr .*listed/);
    const [unknown, known] = poolMarkdown(pool)
      .split("\n")
      .filter((line) => line.startsWith("| `203"));
    expect([unknown, known].map((line) => line?.split("|").at(-2)?.trim())).toEqual(["?", "none"]);
  });
});

describe("who is asked", () => {
  const places = (rows: ReturnType<typeof poolRows>) => chooseForSmtp(rows).map(({ index }) => index);

  test("all of a small pool", () => {
    expect(places(poolRows(names(16)))).toHaveLength(16);
  });

  test("of a larger one 16: the first, the last, odd ones and some between", () => {
    const rows = poolRows(names(100).map((ptr, i) => (i === 41 || i === 57 ? {} : ptr)));
    const chosen = places(rows);
    expect(chosen).toHaveLength(16);
    for (const place of [0, 41, 57, 99]) expect(chosen).toContain(place);
    for (let i = 0; i < 4; i++) expect(chosen.some((place) => place > 25 * i && place < 25 * (i + 1))).toBe(true);
  });

  test("where all are odd, not only odd ones of one end", () => {
    const rows = poolRows(names(250).map(() => ({})));
    expect(places(rows)).toHaveLength(16);
    expect(places(rows).filter((place) => place > 125).length).toBeGreaterThan(4);
  });
});
