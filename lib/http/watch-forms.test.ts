import { expect, test } from "vitest";
import { watchMark } from "../../components/watch/watch-mark.ts";
import { type PresentedWatch, text } from "../checks/index.ts";
import { watchState } from "./api/watch-schemas.ts";
import { atomFeed } from "./atom.ts";
import { watchJson } from "./watch-json.ts";

const AT = "2026-11-26T04:05:40.284Z";
const HOSTILE = `<b>&"'\u0007\u202e]]>`;
const base: PresentedWatch = {
  ...{ id: "A".repeat(22), url: "https://np.example/watch/a", feed: "https://np.example/watch/a.atom", query: "" },
  ...{ target: "203.0.113.20", title: "203.0.113.20", until: "ptr", state: "waiting", createdAt: AT, expiresAt: AT },
  events: [],
  clocks: [{ address: "198.51.100.2", name: "20.113.0.203.in-addr.arpa", rcode: "NXDOMAIN", records: [], at: 0 }],
};
const event = { n: 1, at: AT, outcome: "named", status: "pass", says: text`It names ${HOSTILE}.`, met: true } as const;
const later: readonly PresentedWatch[] = [
  { ...base, nextAt: AT },
  { ...base, state: "met", metAt: AT, events: [event] },
  { ...base, state: "met", metAt: AT, events: [{ ...event, report: "the-report" }] },
  { ...base, webhook: { host: "hooks.example.com", note: "answered 500" } },
];

test("what the API says of a watch is as it is declared", () => {
  for (const watch of [base, ...later]) expect(watchState.safeParse(watchJson(watch)).error?.issues ?? []).toEqual([]);
});

test("a page knows from the API whether it still shows what there is", () => {
  const marks = [base, ...later].map((watch) => watchMark(watch));
  expect(new Set(marks).size).toBe(marks.length);
  expect([base, ...later].map((watch) => watchMark(JSON.parse(JSON.stringify(watchJson(watch)))))).toEqual(marks);
});

test("a feed has what RFC 4287 asks for, whatever is in it", () => {
  const empty = atomFeed(base);
  for (const [name, times] of [
    ["id", 1],
    ["title", 1],
    ["updated", 1],
    ["author", 1],
    ["entry", 0],
  ] as const)
    expect(empty.match(new RegExp(`<${name}>`, "g")) ?? []).toHaveLength(times);
  const feed = atomFeed({ ...base, events: [event, { ...event, n: 2, report: "the-report" }] });
  expect(feed).toContain('<link rel="self" type="application/atom+xml" href="https://np.example/watch/a.atom"/>');
  expect([...feed.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id)).toEqual([
    "https://np.example/watch/a",
    "https://np.example/watch/a#event-2",
    "https://np.example/watch/a#event-1",
  ]);
  expect(feed).toContain('href="https://np.example/r/the-report"');
  // Nothing in it is markup but ours, and nothing is there that XML cannot have.
  for (const raw of ["<b>", "]]>", "\u0007", "\u202e"]) expect(feed).not.toContain(raw);
  expect(feed.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39|#x27|apos);)/);
});
