import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { borrowService, type Lent } from "./lending.ts";
import { eventually, submitForm } from "./service.ts";
import { COHERENT } from "./targets.ts";

/** A target that no other test of this file checks. */
const NOBODY_ELSES = "203.0.113.31";

let service: Lent;
beforeAll(async () => {
  service = await borrowService();
});
afterAll(() => service?.giveBack());

/** The report's address once its check is over. */
async function finishedReport(target: string): Promise<string> {
  const location = (await submitForm(service.url, { target })).headers.get("location") ?? "";
  const api = `${service.url}/api/v1/reports/${location.slice(3)}`;
  await eventually(async () => ((await (await fetch(api)).json()) as { state: string }).state === "done");
  return service.url + location;
}

const reportsOf = async (target: string): Promise<number> => {
  const list = await (await fetch(`${service.url}/api/v1/targets/${target}/reports`)).json();
  return (list as { reports: unknown[] }).reports.length;
};

describe("the form", () => {
  test("answers 303 to the permanent address, which is there at once", async () => {
    const response = await submitForm(service.url, { target: COHERENT });
    expect(response.status).toBe(303);
    const location = response.headers.get("location") ?? "";
    expect(location).toMatch(/^\/r\/[\w-]{22}$/);
    const page = await fetch(service.url + location);
    expect(page.status).toBe(200);
    expect(page.headers.get("x-robots-tag")).toMatch(/noindex/);
    expect(await page.text()).toContain(COHERENT);
  });

  test("returns to itself with what could not be read", async () => {
    const response = await submitForm(service.url, { target: "my mail server", helo: "mx.example.com" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/?q=my+mail+server&helo=mx.example.com");
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a sibling site", { "sec-fetch-site": "same-site" }],
    ["another origin, from an old browser", { origin: "https://elsewhere.example" }],
    ["a sandboxed frame", { origin: "null" }],
  ])("starts nothing for %s", async (_, headers) => {
    expect((await submitForm(service.url, { target: COHERENT }, headers)).status).toBe(403);
  });

  test("starts for our own pages", async () => {
    for (const headers of [{ "sec-fetch-site": "same-origin" }, { origin: service.url }])
      expect((await submitForm(service.url, { target: COHERENT }, headers)).status).toBe(303);
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://support.example" }],
    ["a page of no origin", { origin: "null" }],
    ["our own page", { "sec-fetch-site": "same-origin" }],
  ])("/ask fills it in for %s, and starts nothing", async (_, headers) => {
    const before = await reportsOf(NOBODY_ELSES);
    const body = new URLSearchParams({ target: NOBODY_ELSES, from: "example.com", selector: "s1" });
    const answer = await fetch(`${service.url}/ask`, { method: "POST", body, headers, redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/?q=${NOBODY_ELSES}&from=example.com&selector=s1`,
    ]);
    const linked = await fetch(`${service.url}/ask?target=${NOBODY_ELSES}`, { headers, redirect: "manual" });
    expect([linked.status, linked.headers.get("location")]).toEqual([303, `/?q=${NOBODY_ELSES}`]);
    expect(answer.headers.has("set-cookie")).toBe(false);
    expect(await reportsOf(NOBODY_ELSES)).toBe(before);
  });

  test("/ask leads nowhere but to the form, and reads no more than that takes", async () => {
    for (const target of ["//evil.example", "https://evil.example/", "\r\nset-cookie: a=b"]) {
      const body = new URLSearchParams({ target });
      const answer = await fetch(`${service.url}/ask`, { method: "POST", body, redirect: "manual" });
      expect(answer.headers.get("location")).toMatch(/^\/\?q=/);
    }
    const body = new URLSearchParams({ target: "x".repeat(100_000) });
    expect((await fetch(`${service.url}/ask`, { method: "POST", body, redirect: "manual" })).status).toBe(413);
  });

  test("a link starts nothing", async () => {
    const response = await fetch(`${service.url}/check?target=${COHERENT}`, { redirect: "manual" });
    expect(response.headers.get("location")).toBe(`/?q=${COHERENT}`);
    expect((await fetch(`${service.url}/check`, { redirect: "manual" })).headers.get("location")).toBe("/");
  });

  test("the browser that made a report can delete it, and no other", async () => {
    const response = await submitForm(service.url, { target: COHERENT, helo: "mail.example.com" });
    const [cookie = ""] = (response.headers.get("set-cookie") ?? "").split(";");
    const address = `${service.url}${response.headers.get("location")}`;
    const remove = (headers: Record<string, string>) =>
      fetch(`${address}/delete`, { method: "POST", redirect: "manual", headers });
    expect((await remove({})).status).toBe(403);
    expect((await remove({ cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await remove({ cookie })).status).toBe(303);
    expect((await fetch(address)).status).toBe(410);
  });
});

describe("a finished report", () => {
  test("is rendered once, and answered from memory ever after", async () => {
    const address = await finishedReport(COHERENT);
    // The page may have been rendered while the test looked for its end: from the second request on it is a hit.
    const first = await fetch(address);
    const second = await fetch(address);
    expect(second.headers.get("x-nameplate-cache")).toBe("hit");
    expect(await second.text()).toBe(await first.text());
    for (const encoding of ["br", "gzip", "identity"]) {
      const { headers } = await fetch(address, { headers: { "accept-encoding": encoding } });
      expect(headers.get("x-nameplate-cache")).toBe("hit");
      expect(headers.get("content-encoding") ?? "identity").toBe(encoding);
      expect(headers.get("vary")).toMatch(/accept-encoding/);
    }
    const tag = second.headers.get("etag") ?? "";
    expect((await fetch(address, { headers: { "if-none-match": tag } })).status).toBe(304);
    const head = await fetch(address, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("has the page script alone, and its policy allows no inline script at all", async () => {
    const address = await finishedReport("203.0.113.11");
    await fetch(address);
    const kept = await fetch(address);
    expect(/script-src ([^;]*)/.exec(kept.headers.get("content-security-policy") ?? "")?.[1]).toBe("'self'");
    const html = await kept.text();
    expect(html.match(/<script\b[^>]*>/g)).toEqual([expect.stringMatching(/ src="[^"]*\/page\.[\w-]+\.js" defer=""/)]);
  });

  test("an address that nobody was given answers 404", async () => {
    for (const id of ["AAAAAAAAAAAAAAAAAAAAAA", "nonsense"])
      expect((await fetch(`${service.url}/r/${id}`)).status).toBe(404);
  });
});
