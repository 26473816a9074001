import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Kept } from "../kept-answer.ts";
import { createFrontPages } from "./pages.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const bodies = { identity: Buffer.from("whole"), br: Buffer.from("br"), gzip: Buffer.from("gz") };
const page = (report?: string): Kept => ({ headers: {}, tag: "x", bodies, ...(report ? { report } : {}) });

function start() {
  const doubted: string[] = [];
  return { doubted, pages: createFrontPages((report) => doubted.push(report)) };
}

test("a report's page is answered for as long as its report is believed to be there", () => {
  const { pages } = start();
  pages.keep("k", page("a"), Date.now() + 60_000);
  pages.keep("other", page(), 0);
  vi.advanceTimersByTime(59_999);
  expect(pages.at("k")).toBeDefined();
  vi.advanceTimersByTime(1);
  expect(pages.at("k")).toBeUndefined();
  expect(pages.at("other")).toBeDefined();
  expect(pages.at("none")).toBeUndefined();
});

test("what is read again and again is doubted once each half minute, and stays", () => {
  const { pages, doubted } = start();
  pages.keep("k", page("a"), Date.now() + 60_000);
  let asked = 0;
  for (let seconds = 0; seconds < 300; seconds++) {
    expect(pages.at("k")).toBeDefined();
    if (doubted.length > asked) {
      asked = doubted.length;
      pages.believe("a", Date.now() + 60_000);
    }
    vi.advanceTimersByTime(1_000);
  }
  expect(asked).toBeGreaterThan(7);
  expect(asked).toBeLessThan(12);
});

test("where nobody answers a doubt, it is raised once, and the page goes in time", () => {
  const { pages, doubted } = start();
  pages.keep("k", page("a"), Date.now() + 60_000);
  let seconds = 0;
  for (; pages.at("k") && seconds < 300; seconds++) vi.advanceTimersByTime(1_000);
  expect(seconds).toBe(60);
  expect(doubted).toEqual(["a"]);
});

test("what is forgotten is gone at once, of one report or of all, and comes back when it is kept again", () => {
  const { pages } = start();
  const keep = (report: string) => pages.keep(report, page(report), Date.now() + 60_000);
  for (const report of ["a", "b", "c"]) keep(report);
  pages.forget("a");
  expect(["a", "b", "c"].map((key) => pages.at(key) !== undefined)).toEqual([false, true, true]);
  pages.forget(undefined);
  expect(["a", "b", "c"].some((key) => pages.at(key))).toBe(false);
  keep("a");
  expect(pages.at("a")).toBeDefined();
  expect(pages.at("b")).toBeUndefined();
});

test("a page that is told again stays the object that it is, with what has been made of it", () => {
  const { pages } = start();
  const first = page("a");
  pages.keep("k", first, Date.now() + 60_000);
  pages.keep("k", page("a"), Date.now() + 60_000);
  expect(pages.at("k")).toBe(first);
});

test("a path that says something else now is answered at no origin, and others are", () => {
  const { pages } = start();
  for (const key of ["http://a/", "https://b.example:8443/", "http://a/signals"]) pages.keep(key, page(), 0);
  pages.drop("/");
  expect(
    ["http://a/", "https://b.example:8443/", "http://a/signals"].map((key) => pages.at(key) !== undefined),
  ).toEqual([false, false, true]);
});
