import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { borrowService, type Lent } from "./lending.ts";

let service: Lent;
beforeAll(async () => {
  service = await borrowService();
}, 120_000);
afterAll(() => service?.giveBack());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(service.url + path, { headers });
const how = (response: Response) => response.headers.get("x-nameplate-cache");
const scriptSources = (response: Response) =>
  (/script-src ([^;]*)/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "").split(" ");
const inlineScripts = (html: string) =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].flatMap(([, attributes = "", text = ""]) =>
    /\ssrc=/.test(attributes) ? [] : [text],
  );

const scriptFiles = (html: string) =>
  [...html.matchAll(/<script\b[^>]*\ssrc="([^"]*)"/g)].map(([, file]) => file ?? "");

/** All the script that a page that is read sends, in octets as they are and compressed. */
const BUDGET = { plain: 8_000, gzip: 4_000 };

const PAGES = [
  "/",
  "/bounce",
  "/pool",
  "/signals",
  "/signals/fcrdns",
  "/receivers",
  "/receivers/gmail",
  "/providers",
  "/providers/hetzner",
  "/api",
  "/tools",
];

describe.each(PAGES)("%s does not depend on the reader", (path) => {
  test("and is rendered once, may be kept by others, and is asked for again by its tag", async () => {
    await (await get(path)).text();
    const response = await get(path, { cookie: "a=b", "user-agent": "Twitterbot/1.0" });
    expect([response.status, how(response)]).toEqual([200, "hit"]);
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    expect(response.headers.has("set-cookie")).toBe(false);
    const tag = response.headers.get("etag") ?? "";
    const again = await get(path, { "if-none-match": tag });
    expect(again.status).toBe(304);
    // A browser takes the headers of a 304 for those of the page it has kept.
    for (const name of ["etag", "cache-control", "vary", "content-security-policy"])
      expect([name, again.headers.get(name)]).toEqual([name, response.headers.get(name)]);
  });

  test("it has one script, the page script, and its policy allows no other", async () => {
    const response = await get(path);
    const html = await response.text();
    expect(inlineScripts(html)).toEqual([]);
    expect(scriptSources(response)).toEqual(["'self'"]);
    expect(html).not.toMatch(/\bnonce=/);
    expect(scriptFiles(html)).toEqual([expect.stringMatching(/\/page\.[^/]+\.js$/)]);
    expect(html).not.toMatch(/\sas="script"|__next_f/);
    expect(response.headers.get("link") ?? "").not.toContain("as=script");
    expect((response.headers.get("content-security-policy") ?? "").length).toBeLessThan(4000);
  });
});

describe("a page that depends on what was asked", () => {
  test.each([
    "/?q=203.0.113.10",
    "/?q=x&y=z",
    "/bounce?why=unread",
    "/pool?text=x",
    "/providers/hetzner?address=203.0.113.10",
  ])("%s is made for its reader, with a nonce", async (path) => {
    const [first, second] = [await get(path), await get(path)];
    expect([how(first), how(second)]).toEqual([null, null]);
    expect(first.headers.get("cache-control")).toMatch(/no-store/);
    expect(scriptSources(first)[1]).toMatch(/^'nonce-/);
    expect(scriptSources(first)[1]).not.toBe(scriptSources(second)[1]);
  });

  test.each(["/signals/nonsense", "/receivers/nonsense", "/providers/nonsense"])("%s is not kept", async (path) => {
    for (let i = 0; i < 2; i++) {
      const response = await get(path);
      expect([response.status, how(response)]).toEqual([404, null]);
      expect(response.headers.get("cache-control")).toMatch(/no-store/);
    }
  });
});

test("the page script stays small, and may be kept for ever", async () => {
  const [file = ""] = scriptFiles(await (await get("/")).text());
  const response = await get(file);
  expect(response.headers.get("content-type")).toMatch(/javascript/);
  expect(response.headers.get("cache-control")).toMatch(/immutable/);
  const script = Buffer.from(await response.arrayBuffer());
  expect(script.length).toBeLessThanOrEqual(BUDGET.plain);
  expect(gzipSync(script).length).toBeLessThanOrEqual(BUDGET.gzip);
});

test("the reader's own address is asked for by the page, not part of it", async () => {
  const said = await get("/ip", { accept: "application/json" });
  expect(said.headers.get("cache-control")).toBe("no-store");
  expect(await said.json()).toEqual({ address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/), public: false });
});
