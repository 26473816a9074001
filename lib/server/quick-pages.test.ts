import type { Socket } from "node:net";
import { expect, test } from "vitest";
import type { Kept } from "./page-cache.ts";
import { createQuickPages } from "./quick-pages.ts";

const ID = "0123456789abcdefghijkl";
const bodies = { identity: Buffer.from("whole"), br: Buffer.from("br"), gzip: Buffer.from("gz") };
const page: Kept = { headers: { "content-type": "text/html" }, tag: 'W/"x"', bodies };
const socket = { remoteAddress: "192.0.2.7" } as Socket;
const none = { kind: "hops", hops: 0 } as const;

function pages(settings: { publicUrl?: string; trustedProxies?: { kind: "hops"; hops: number } } = {}, done = true) {
  const asked: string[] = [];
  const atHand = createQuickPages(
    {
      atHand: (path, origin) => {
        asked.push(origin);
        if (path === `/r/${ID}`) return { ...page, report: ID };
        return path === "/signals" ? page : undefined;
      },
    },
    { isDone: (id) => done && id === ID },
    { publicUrl: settings.publicUrl, trustedProxies: settings.trustedProxies ?? none },
  );
  const answer = (path: string, fields: Record<string, string> = {}) =>
    atHand({ path, fields: { host: "a.example", ...fields }, socket })?.toString("latin1");
  return { asked, answer };
}

test("a kept page is answered in the form that its reader wants", () => {
  const { answer } = pages();
  expect(answer("/signals")).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\ncontent-length: 5\r\n[\s\S]*\r\n\r\nwhole$/);
  expect(answer("/signals", { "accept-encoding": "gzip, br" })).toMatch(
    /\r\ncontent-encoding: br\r\n[\s\S]*\r\n\r\nbr$/,
  );
  expect(answer("/signals", { "accept-encoding": "gzip;q=0.5" })).toMatch(
    /\r\ncontent-encoding: gzip\r\n[\s\S]*\r\n\r\ngz$/,
  );
  const same = answer("/signals", { "if-none-match": 'W/"y", W/"x"' });
  expect(same).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n[\s\S]*\r\n\r\n$/);
  expect(same).not.toMatch(/content-(length|encoding):/);
});

test("a report is, while it is known to be there", () => {
  expect(pages().answer(`/r/${ID}`)).toContain("x-robots-tag: noindex");
  expect(pages({}, false).answer(`/r/${ID}`)).toBeUndefined();
  expect(pages({}, false).answer("/signals")).toBeDefined();
});

test("what is not kept is somebody else's to answer", () => {
  expect(pages().answer("/")).toBeUndefined();
  expect(pages().answer("/signals?x")).toBeUndefined();
});

test("links begin with the name that was asked, a trusted proxy's word, or PUBLIC_URL; other names than that are not answered", () => {
  const forwarded = { "x-forwarded-host": "b.example", "x-forwarded-proto": "https" };
  const own = pages();
  own.answer("/signals", forwarded);
  expect(own.asked).toEqual(["http://a.example"]);
  const behind = pages({ trustedProxies: { kind: "hops", hops: 1 } });
  behind.answer("/signals", forwarded);
  expect(behind.asked).toEqual(["https://b.example"]);
  const named = pages({ publicUrl: "https://a.example" });
  expect(named.answer("/signals")).toContain("strict-transport-security:");
  expect(named.asked).toEqual(["https://a.example"]);
  expect(named.answer("/signals", { host: "c.example" })).toBeUndefined();
  expect(named.answer("/signals", { host: "localhost:80" })).toBeUndefined();
});
