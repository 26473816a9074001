import { describe, expect, test } from "vitest";
import { prose } from "../../lib/checks/net/safe-text.ts";
import { linesOf } from "./lines-of.ts";
import type { PoolLine } from "./pool-line.ts";
import { PAGE_ROWS, POOL_QUERY, type PoolQuery, pageOfLines, readPoolQuery, writePoolQuery } from "./pool-query.ts";
import { poolRow, presentedPool } from "./testing/presented-pool.ts";

describe("the query of a pool's page", () => {
  const QUERIES: readonly PoolQuery[] = [
    POOL_QUERY,
    { ...POOL_QUERY, show: "odd", page: 3 },
    { ...POOL_QUERY, sort: "ptr", down: true, filter: "mx & more?" },
    { ...POOL_QUERY, down: true },
  ];
  test.each(QUERIES)("is read as it was written: %j", (query) => {
    expect(readPoolQuery(Object.fromEntries(new URLSearchParams(writePoolQuery(query))))).toEqual(query);
  });

  test("says nothing where nothing was chosen", () => expect(writePoolQuery(POOL_QUERY)).toBe(""));

  test("what it cannot say is as if it were not there", () => {
    expect(readPoolQuery({ show: "none", sort: "-size", page: "-4", filter: [] })).toEqual(POOL_QUERY);
    expect(readPoolQuery({ page: "1e9" }).page).toBe(1e9);
    expect(readPoolQuery({ sort: ["ptr", "spf"], filter: "x".repeat(1000) })).toMatchObject({
      sort: "spf",
      filter: "x".repeat(100),
    });
  });
});

const reason = (code: "no-ptr" | "spf") => [{ code, title: "Odd", says: prose("so.") }];
const LINES = linesOf(
  presentedPool([
    poolRow(0),
    poolRow(1, { status: "unknown", ptr: null }),
    poolRow(2, { status: "warn", odd: reason("spf"), ptr: ["mx.other.example"] }),
    poolRow(3, { status: "warn", ehlo: { kind: "name", name: "MAIL.example.com" } }),
    poolRow(4, { status: "fail", odd: reason("no-ptr"), ptr: [], ptrCount: 0 }),
  ]),
);
const last = ({ target }: PoolLine): number => Number(target.split(".").at(-1));
const shown = (query: Partial<PoolQuery>) => pageOfLines(LINES, { ...POOL_QUERY, ...query }).lines.map(last);

describe("the rows that a query shows", () => {
  test("odd ones come first, the worst of them before the others", () => expect(shown({})).toEqual([5, 3, 4, 2, 1]));
  test("or last", () => expect(shown({ down: true })).toEqual([1, 2, 4, 3, 5]));
  test("by address, both ways", () => {
    expect(shown({ sort: "address" })).toEqual([1, 2, 3, 4, 5]);
    expect(shown({ sort: "address", down: true })).toEqual([5, 4, 3, 2, 1]);
  });
  test("by PTR name: none at all first, then what is not known, then by name", () =>
    expect(shown({ sort: "ptr" })).toEqual([5, 2, 3, 1, 4]));
  test("odd ones alone", () => expect(shown({ show: "odd" })).toEqual([5, 3]));
  test("what could not be checked", () => expect(shown({ show: "unknown" })).toEqual([2]));
  test("by what an address or a name contains, in whatever case", () => {
    expect(shown({ filter: "other" })).toEqual([3]);
    expect(shown({ filter: "mail.EXAMPLE" })).toEqual([4]);
    expect(shown({ filter: "113.2" })).toEqual([2]);
    expect(shown({ filter: "nowhere" })).toEqual([]);
  });

  test("a page at a time; a page behind the last is the last", () => {
    const many = linesOf(presentedPool(Array.from({ length: 250 }, (_, place) => poolRow(place))));
    const page = (n: number) => pageOfLines(many, { ...POOL_QUERY, sort: "address", page: n });
    expect(page(1)).toMatchObject({ found: 250, page: 1, pages: 3 });
    expect(page(2).lines[0]?.target).toBe(`203.0.113.${PAGE_ROWS + 1}`);
    expect(page(9)).toMatchObject({ page: 3 });
    expect(page(9).lines).toHaveLength(50);
  });
});
