import type { Socket } from "node:net";
import { expect, test } from "vitest";
import type { Kept } from "./kept-answer.ts";
import { createQuickAnswers } from "./quick-answers.ts";
import type { Wire } from "./wire.ts";

const ID = "0123456789abcdefghijkl";
const bodies = { identity: Buffer.from("whole"), br: Buffer.from("br"), gzip: Buffer.from("gz") };
const page: Kept = { headers: { "content-type": "text/html" }, tag: 'W/"x"', bodies };
const socket = { remoteAddress: "192.0.2.7" } as Socket;
const none = { kind: "hops", hops: 0 } as const;

const refusal: Wire = { status: 503, headers: { "retry-after": "10", "content-length": 4 }, body: Buffer.from("full") };

function pages(settings: { publicUrl?: string; trustedProxies?: { kind: "hops"; hops: number } } = {}) {
  const asked: string[] = [];
  const atHand = createQuickAnswers(
    {
      pageAt: (path, origin) => {
        asked.push(origin);
        return path === "/signals" || path === `/r/${ID}` ? page : undefined;
      },
      refusalAt: (path) => (path === "/check" ? refusal : undefined),
    },
    { publicUrl: settings.publicUrl, trustedProxies: settings.trustedProxies ?? none },
  );
  const ask =
    (method: "GET" | "POST") =>
    (path: string, fields: Record<string, string> = {}) =>
      atHand({ method, path, fields: { host: "a.example", ...fields }, socket })?.toString("latin1");
  return { asked, answer: ask("GET"), post: ask("POST") };
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

test("a report's page carries what every answer does", () => {
  expect(pages().answer(`/r/${ID}`)).toContain("x-robots-tag: noindex");
});

test("who would start a check where there is no place is told when to come back, under the headers of every answer", () => {
  const { post, answer } = pages();
  const said = post("/check");
  expect(said).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n[\s\S]*\r\nretry-after: 10\r\n[\s\S]*\r\n\r\nfull$/);
  for (const name of [
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "Date",
  ])
    expect(said).toContain(`\r\n${name}: `);
  expect(post("/signals")).toBeUndefined();
  expect(answer("/check")).toBeUndefined();
  expect(pages({ publicUrl: "https://a.example" }).post("/check", { host: "c.example" })).toBeUndefined();
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
