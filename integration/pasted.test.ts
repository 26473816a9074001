import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { borrowService, type Lent } from "./lending.ts";
import { eventually, startService, submitForm } from "./service.ts";
import { COHERENT } from "./targets.ts";

let service: Lent;
beforeAll(async () => {
  service = await borrowService();
});
afterAll(() => service?.giveBack());

const BOUNCE = `<ford.prefect@b.example>: host gmail-smtp-in.l.google.com[142.250.1.27] said: 550-5.7.25 [${COHERENT}]
    The IP address sending this message does not have a PTR record setup.
    550 5.7.25 https://support.google.com/mail/answer/81126 (in reply to end of DATA command); from=<zaphod.beeble@example.com>`;
const HEADERS = `Received: from mail.example.com (unknown [${COHERENT}]) by mx.b.example (Postfix) with ESMTPS id 4A
Authentication-Results: mx.b.example; spf=softfail smtp.mailfrom=zaphod.beeble@example.com
From: Zaphod Beeble <zaphod.beeble@example.com>`;
const SECRET = /zaphod|beeble|ford\.|prefect/i;

const paste = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/bounce/read`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers,
  });
const api = (body: unknown) =>
  fetch(`${service.url}/api/v1/bounces`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

/** On a connection of its own: the service closes it with most of the text unread. */
const statusOfLongPaste = () =>
  new Promise<number | undefined>((resolve) => {
    const sent = request(`${service.url}/bounce/read`, { method: "POST", agent: false }, ({ statusCode }) =>
      resolve(statusCode),
    );
    sent.on("error", () => undefined);
    sent.end(`text=${"x".repeat(4_000_000)}`);
  });

/** The finished report under an address. */
const finished = (location: string) =>
  eventually(async () => {
    const report = await (await fetch(`${service.url}/api/v1/reports/${location.split("/").at(-1)}`)).json();
    return report.state === "done" && report;
  });

describe("a pasted bounce", () => {
  test("leads to the live report of its address, with what they said beside it", async () => {
    const response = await paste({ text: BOUNCE });
    expect(response.status).toBe(303);
    const location = response.headers.get("location") ?? "";
    expect(location).toMatch(/^\/r\/[\w-]{22}$/);
    expect(response.headers.get("set-cookie")).toMatch(/^delete-token=/);
    const report = await finished(location);
    expect(report).toMatchObject({
      path: COHERENT,
      target: { claims: { from: "example.com" } },
      context: { kind: "bounce", cause: "ptr_missing", receiver: "gmail", codes: ["550", "5.7.25"] },
    });
    const page = await (await fetch(service.url + location)).text();
    expect(page).toContain("Gmail");
    expect(page).toContain('href="#reverse-dns"');
    const written = await (await fetch(`${service.url}${location}.txt`)).text();
    expect(written).toContain("Gmail said with");
    for (const text of [JSON.stringify(report), page, written]) expect(text).not.toMatch(SECRET);
  });

  test("its report is not among those of the target", async () => {
    const id = (await paste({ text: BOUNCE })).headers.get("location")?.slice(3) ?? "";
    await finished(id);
    const listed = await (await fetch(`${service.url}/check/${COHERENT}`)).text();
    expect(listed).not.toContain(id);
  });

  test("in one line is recognised by the field on the first page", async () => {
    const response = await submitForm(service.url, { target: BOUNCE.replace(/\n */g, " ") });
    expect(response.headers.get("location")).toMatch(/^\/r\/[\w-]{22}$/);
    const target = `450 4.7.1 Client host rejected: cannot find your hostname, [${COHERENT}] <ford.prefect@b.example>`;
    const report = await finished((await submitForm(service.url, { target })).headers.get("location") ?? "");
    expect(report).toMatchObject({ path: COHERENT, context: { cause: "fcrdns_fail_or_ptr_missing" } });
  });

  test("that names no address asks for it, and only codes are in the question", async () => {
    const text = "450 4.7.1 <zaphod@example.com>: Client host rejected: cannot find your reverse hostname";
    const question = "/bounce?why=no-address&cause=ptr_missing&code=450&code=4.7.1";
    const response = await paste({ text });
    expect([response.status, response.headers.get("location")]).toEqual([303, question]);
    expect((await submitForm(service.url, { target: text })).headers.get("location")).toBe(question);
    const page = await fetch(service.url + question);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('name="cause" value="ptr_missing"');
    const next = await paste({ address: COHERENT, cause: "ptr_missing", code: "450" });
    const report = await finished(next.headers.get("location") ?? "");
    expect(report).toMatchObject({ path: COHERENT, context: { cause: "ptr_missing", codes: ["450"] } });
  });

  test.each([
    [{ text: "hello" }, "/bounce?why=unread"],
    [{ text: "" }, "/bounce?why=unread"],
    [{ text: "Received: from a (b [10.1.2.3]) by c.example" }, "/bounce?why=no-hop"],
    [{ address: "10.1.2.3", cause: "ptr_missing" }, "/bounce?why=not-public&cause=ptr_missing"],
  ])("%o leads to %s", async (fields, location) => {
    expect((await paste(fields as Record<string, string>)).headers.get("location")).toBe(location);
  });

  test("that nobody can read lands in no URL with anybody's address", async () => {
    const short = await submitForm(service.url, { target: "I wrote to ford.prefect@b.example and it came back" });
    expect(short.headers.get("location")).toBe("/?q=I+wrote+to+%40b.example+and+it+came+back");
    const long = await submitForm(service.url, { target: `zaphod beeble ${"wrote and it came back ".repeat(30)}` });
    expect(long.headers.get("location")).toBe("/bounce?why=unread");
  });

  test("starts nothing for another site, and reads no more than it keeps", async () => {
    expect((await paste({ text: BOUNCE }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(await statusOfLongPaste()).toBe(413);
    const read = await fetch(`${service.url}/bounce/read?text=${COHERENT}`, { redirect: "manual" });
    expect(read.headers.get("location")).toBe("/bounce");
  });
});

test("pasted headers lead to the report of the address that handed the message over", async () => {
  const report = await finished((await paste({ text: HEADERS })).headers.get("location") ?? "");
  expect(report).toMatchObject({
    path: COHERENT,
    target: { claims: { from: "example.com", helo: "mail.example.com" } },
    context: { kind: "headers", receiver: "mx.b.example", saw: { name: "none", spf: "softfail" } },
  });
  expect(JSON.stringify(report)).not.toMatch(SECRET);
});

describe("POST /api/v1/bounces", () => {
  test("reads without checking", async () => {
    const response = await api({ text: BOUNCE });
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(body).toMatchObject({
      kind: "bounce",
      reading: { cause: "ptr_missing", address: COHERENT, receiver: "gmail" },
      explanation: { who: expect.any(String) },
    });
    expect(JSON.stringify(body)).not.toMatch(SECRET);
  });
  test("checks when asked to", async () => {
    const response = await api({ text: BOUNCE, check: true });
    expect(response.status).toBe(201);
    const { report } = await response.json();
    expect(response.headers.get("location")).toBe(`/api/v1/reports/${report.id}`);
    expect(response.headers.get("nameplate-delete-token")).toBeTruthy();
    expect(await finished(report.id)).toMatchObject({ context: { cause: "ptr_missing" } });
  });
  test.each([
    [{ text: "hello", check: true }, 422, "invalid-target"],
    [{ text: "" }, 400, "invalid-request"],
    [{ target: COHERENT }, 400, "invalid-request"],
  ])("%o: %d %s", async (body, status, code) => {
    const response = await api(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });
});

describe("the asker's own address", () => {
  test("is plain text for programs, and never kept by anybody", async () => {
    const response = await fetch(`${service.url}/ip`, { headers: { accept: "*/*" } });
    expect(await response.text()).toMatch(/^(127\.0\.0\.1|::1)\n$/);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
  test("is a page for browsers, with the way to find the one that matters", async () => {
    const response = await fetch(`${service.url}/ip`, { headers: { accept: "text/html,*/*" }, redirect: "manual" });
    expect(response.headers.get("location")).toBe("/your-address");
    const page = await fetch(`${service.url}/your-address`);
    expect(page.headers.get("cache-control")).toMatch(/no-store/);
    expect(await page.text()).toContain(`curl -4 ${service.url}/ip`);
  });
  test("is what a trusted proxy says, and of strangers nothing is believed", async () => {
    const spoofed = await fetch(`${service.url}/ip`, { headers: { "x-forwarded-for": "198.51.100.9" } });
    expect(await spoofed.text()).not.toContain("198.51.100.9");
    const behind = await startService({ TRUSTED_PROXIES: "1" });
    try {
      const headers = { "x-forwarded-for": "203.0.113.99, 203.0.113.12" };
      expect(await (await fetch(`${behind.url}/ip`, { headers })).text()).toBe("203.0.113.12\n");
      expect(await (await fetch(behind.url, { headers })).text()).toContain("203.0.113.12");
    } finally {
      await behind.end();
    }
  });
});
