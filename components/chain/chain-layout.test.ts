import { describe, expect, test } from "vitest";
import type { Status } from "../../lib/checks/define/signal.ts";
import type { PresentedChain, PresentedPoint } from "../../lib/checks/present/presented.ts";
import { drawChain, HEIGHT, shorten, WIDTH } from "./chain-layout.ts";
import { chainWords } from "./chain-words.ts";

const says = "another name, resolves elsewhere";
const point = (label: string, status: Status, detail?: string): PresentedPoint => ({
  label,
  signal: "x",
  status,
  says,
  relation: "unrelated",
  ...(detail ? { detail } : {}),
});
const edges = (status: Status): PresentedChain["edges"] => {
  const edge = { signal: "x", status, says };
  return { ptr: edge, forward: edge, back: edge };
};
const long = `${"very-long-label.".repeat(12)}example.com`;
const v6 = "2001:db8:1111:2222:3333:4444:5555:6666";

const chains: Record<string, PresentedChain> = {
  "one of each": {
    subject: "a",
    address: "203.0.113.10",
    names: [point("mail.example.com", "pass")],
    addresses: [point("203.0.113.10", "pass")],
    back: "same",
    edges: edges("pass"),
    hangers: [point("ehlo", "pass", "mail.example.com")],
  },
  "three of everything, all long": {
    subject: "a",
    address: v6,
    names: [point(long, "fail"), point(`b.${long}`, "unknown"), point(`c.${long}`, "fail")],
    addresses: [point(v6, "fail"), point("2001:db8::1", "fail"), point("2001:db8::2", "fail")],
    back: "unrelated",
    edges: edges("fail"),
    hangers: ["greeting", "ehlo", "certificate", "spf", "dkim"].map((label) => point(label, "warn", long)),
  },
  nothing: {
    subject: "a",
    address: "203.0.113.10",
    names: [point("", "fail")],
    addresses: [],
    back: "missing",
    edges: edges("skipped"),
    hangers: [],
  },
  "no answer": {
    subject: "a",
    address: "203.0.113.10",
    names: [point("", "unknown")],
    addresses: [],
    back: "unknown",
    edges: edges("unknown"),
    hangers: [],
  },
};

describe.each(Object.entries(chains))("a chain with %s", (_, chain) => {
  const { boxes, hangers, edges } = drawChain(chainWords(chain));

  test("stays on the canvas", () => {
    for (const { x, y, width, height } of [...boxes, ...hangers]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(WIDTH);
      expect(y + height).toBeLessThanOrEqual(HEIGHT);
    }
  });

  test("draws no box over another", () => {
    const all = [...boxes, ...hangers];
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
  });

  test("has every edge in numbers", () => {
    for (const { path } of edges) expect(path).toMatch(/^M[\d -]+C[\d -]+$/);
  });
});

test("what could not be found out looks like that everywhere", () => {
  const { names, addresses, back } = chainWords(chains["no answer"] as PresentedChain);
  expect([...names, ...addresses, back].map(({ tone }) => tone)).toEqual(["unknown", "unknown", "unknown"]);
});

test("a long value keeps both ends", () => {
  expect(shorten("abcdefghij", 10)).toBe("abcdefghij");
  expect(shorten("abcdefghijk", 7)).toBe("abc…ijk");
});
