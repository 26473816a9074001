import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { prose, text } from "../../lib/checks/net/safe-text.ts";
import type { PresentedPool } from "../../lib/checks/view.ts";
import { POOL_QUERY, type PoolQuery } from "./pool-query.ts";
import { PoolView } from "./pool-view.tsx";
import { poolRow, presentedPool } from "./testing/presented-pool.ts";

// The router of the framework is there in pages alone.
vi.mock("next/navigation", () => ({ useRouter: () => ({ replace: () => undefined }) }));

const page = (pool: PresentedPool, query: Partial<PoolQuery> = {}): string =>
  renderToStaticMarkup(createElement(PoolView, { pool, query: { ...POOL_QUERY, ...query }, keptUntil: undefined }));
const count = (html: string, part: string | RegExp): number => html.split(part).length - 1;

const ODD = poolRow(1, {
  status: "fail",
  ptr: [],
  ptrCount: 0,
  odd: [{ code: "no-ptr", title: "No PTR record", says: text`All others have one, like ${"out1.example.com"}.` }],
});
const POOL = presentedPool([poolRow(0), ODD, poolRow(2, { report: "r".repeat(22) })], {
  options: { from: "example.com" as never, selectors: ["s1"] },
  rejected: [{ line: 4, text: "10.0.0.1\u202e", why: "10.0.0.1 is private." }],
  rejectedCount: 3,
  notes: [
    { code: "sampled", says: prose("3 of 300 addresses were looked at.") },
    { code: "not-asked", says: prose("Two servers were not asked.") },
  ],
});

describe("a finished pool", () => {
  const html = page(POOL);

  test("answers first, then names the odd ones, then shows a cell and a row for each address", () => {
    const places = [
      'id="answer"',
      'data-note="sampled"',
      'id="odd"',
      'id="map"',
      'id="rows"',
      'id="rejected"',
      'data-note="not-asked"',
      "<footer",
    ];
    const found = places.map((part) => html.indexOf(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  test("marks the answer, the odd ones and the rows for programs", () => {
    expect(html).toContain('data-status="fail" data-outcome="odd"');
    expect(html).toContain('<li data-target="203.0.113.2" data-status="fail" data-odd="no-ptr"');
    expect(html).toContain('<tr data-target="203.0.113.2" data-status="fail" data-odd="no-ptr">');
    expect(html).toContain('<tr data-target="203.0.113.1" data-status="pass" class="fits">');
    expect(html).toContain('data-line="4"');
  });

  test("says of each odd one what makes it odd, in a sentence in the list and in a few words in the table", () => {
    expect(html).toContain("<b>No PTR record.</b> All others have one, like <code><bdi>out1.example.com</bdi></code>.");
    expect(html).toContain('<td data-label="What makes it odd"><b>No PTR record</b></td>');
  });

  test("leads from each address to its own report, with the options of the pool, or to the one there is", () => {
    expect(html).toContain('href="/check/203.0.113.1?from=example.com&amp;selector=s1"');
    expect(html).toContain(`href="/r/${"r".repeat(22)}"`);
  });

  test("has one tab stop in the grid, and a spoken label for each cell", () => {
    const grid = html.slice(html.indexOf('id="map"'), html.indexOf('id="rows"'));
    expect(count(grid, 'tabindex="0"')).toBe(1);
    expect(count(grid, 'tabindex="-1"')).toBe(2);
    expect(grid).toMatch(/<a class="cell fail odd" [^>]*aria-label="203.0.113.2 F, failed, odd"/);
  });

  test("shows lines that were not used with their number and reason, nothing invisible in them", () => {
    expect(html).toContain("Line 4");
    expect(html).toContain("10.0.0.1\\u{202e}");
    expect(html).toContain("10.0.0.1 is private.");
    expect(html).toContain("2 more like these");
  });

  test("sorts and filters by links and a form", () => {
    expect(html).toContain(`href="/pool/${POOL.id}?sort=ptr"`);
    expect(html).toContain(`href="/pool/${POOL.id}?show=odd"`);
    expect(html).toMatch(/<th scope="col" aria-sort="ascending"><a [^>]*>Verdict/);
    const filtered = page(POOL, { show: "odd", sort: "ptr", down: true });
    expect(count(filtered, "<tr data-target")).toBe(1);
    expect(filtered).toContain('<input type="hidden" name="sort" value="-ptr"/>');
    expect(filtered).toMatch(/aria-sort="descending"><a [^>]*href="[^"]*\?show=odd&amp;sort=ptr"[^>]*>PTR record/);
  });

  test("says what was cancelled", () =>
    expect(page({ ...POOL, state: "cancelled" })).toContain("This pool was stopped."));
});

describe("a running pool", () => {
  const html = page(presentedPool([poolRow(0, { status: "pending" }), ODD, poolRow(2)]));

  test("says how far it is, how fast it goes, and how long it takes yet", () => {
    expect(html).toContain('data-done="2" data-total="3"');
    expect(html).toContain("<b>2</b> of <b>3</b> done, <b>1</b> left");
    expect(html).toContain("40 addresses a minute, 3 s left");
  });

  test("has a cell and a place for each address from the start, odd ones first", () => {
    expect(count(html, 'class="cell ')).toBe(3);
    expect([...html.matchAll(/<li data-target="([\d.]+)"/g)].map(([, target]) => target)).toEqual([
      "203.0.113.2",
      "203.0.113.3",
      "203.0.113.1",
    ]);
  });

  test("is sorted and filtered by links and a form meanwhile, as its address says", () => {
    expect(html).toContain(`href="/pool/${POOL.id}?sort=ptr"`);
    expect(html).toContain(`href="/pool/${POOL.id}?show=odd"`);
    const running = presentedPool([poolRow(0, { status: "pending" }), ODD, poolRow(2)]);
    const targets = (query: Partial<PoolQuery>) =>
      [...page(running, query).matchAll(/<li data-target="([\d.]+)"/g)].map(([, target]) => target);
    expect(targets({ show: "odd" })).toEqual(["203.0.113.2"]);
    expect(targets({ sort: "address", down: true })).toEqual(["203.0.113.3", "203.0.113.2", "203.0.113.1"]);
    expect(targets({ filter: "113.3" })).toEqual(["203.0.113.3"]);
    expect(page(running, { filter: "nothing" })).toContain("No address fits.");
  });

  test("can be stopped, and has no table yet", () => {
    expect(html).toContain(`action="/pool/${POOL.id}/cancel"`);
    expect(html).not.toContain("<table");
  });
});

test("a page of 64 addresses is small, and one of 4,096 has a page of rows", () => {
  expect(page(presentedPool(Array.from({ length: 64 }, (_, n) => poolRow(n)))).length).toBeLessThan(75_000);
  const rows = Array.from({ length: 4096 }, (_, n) => ({
    ...poolRow(n),
    target: `198.51.${100 + (n >> 8)}.${n & 255}`,
  }));
  const html = page(presentedPool(rows));
  expect(count(html, 'class="cell ')).toBe(4096);
  expect(count(html, "<tr data-target")).toBe(100);
  expect(html.length).toBeLessThan(750_000);
});
