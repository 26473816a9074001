import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { borrowService, type Lent } from "./lending.ts";
import { COHERENT } from "./targets.ts";

let service: Lent;
beforeAll(async () => {
  service = await borrowService();
});
afterAll(() => service?.giveBack());

const line = (id: string, to: string, host: string, words: string) =>
  `Nov 25 18:01:12 mx postfix/smtp[811]: ${id}: to=<${to}>, relay=${host}[192.0.2.9]:25, delay=1, dsn=2.0.0, status=${words}`;
const said = (host: string, words: string) =>
  `bounced (host ${host}[192.0.2.9] said: ${words} (in reply to RCPT TO command))`;
const OTHER = "203.0.113.20";
const LOG = [
  "Nov 25 18:01:10 mx postfix/cleanup[1]: 4TABC1: message-id=<m1@example.com>",
  "Nov 25 18:01:11 mx postfix/qmgr[1]: 4TABC1: from=<zaphod@example.com>, size=1, nrcpt=1 (queue active)",
  line("4TABC1", "ford@b.example", "mx.b.example", said("mx.b.example", `550 5.7.25 [${OTHER}] has no PTR record`)),
  line(
    "4TABC2",
    "ford@c.example",
    "mx.c.example",
    said("mx.c.example", `554 5.7.1 Client host [${COHERENT}] blocked using zen.spamhaus.org`),
  ),
  line("4TABC3", "ford@yahoo.com", "mta5.am0.yahoodns.net", "sent (250 ok dirdel)"),
  line("4TABC4", "prefect@yahoo.com", "mta5.am0.yahoodns.net", "sent (250 ok dirdel)"),
  "Nov 25 18:01:13 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[198.51.100.7]: 554 5.7.1 no; from=<a@b.example> to=<zaphod@example.com> proto=ESMTP helo=<x>",
].join("\n");
const SECRET = /zaphod|ford\b|prefect/i;

const api = (body: unknown) =>
  fetch(`${service.url}/api/v1/bounces`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
const form = (fields: Record<string, string>) =>
  fetch(`${service.url}/bounce/read`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

describe("POST /api/v1/bounces with a log", () => {
  test("every outcome has a reading of its own, accepted ones too", async () => {
    const response = await api({ text: LOG });
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(body).toMatchObject({
      kind: "log",
      unread: 1,
      readings: [
        {
          receiver: "mx.b.example",
          address: OTHER,
          from: "example.com",
          cause: "ptr_missing",
          codes: { reply: "550", status: "5.7.25" },
          permanence: "permanent",
          count: 1,
          first: expect.stringMatching(/-11-25T18:01:12$/),
        },
        {
          receiver: "mx.c.example",
          address: COHERENT,
          from: null,
          cause: "dnsbl_listed",
          codes: { reply: "554" },
          count: 1,
        },
        { receiver: "yahoo", address: null, helo: null, cause: "accepted", permanence: "accepted", count: 2 },
      ],
      explanation: { who: expect.any(String) },
    });
    expect(JSON.stringify(body)).not.toMatch(SECRET);
  });

  test("with check, the check of the outcome that a check answers", async () => {
    const response = await api({ text: LOG, check: true });
    expect(response.status).toBe(201);
    const body = await response.json();
    expect(body).toMatchObject({ kind: "log", report: { id: expect.any(String) } });
    const { path } = await (await fetch(`${service.url}/api/v1/reports/${body.report.id}`)).json();
    expect([OTHER, COHERENT]).toContain(path);
  });

  test("what was meant, beside what they saw", async () => {
    const { meant } = await (await api({ text: LOG, mine: [COHERENT, "no-such-host.example.com"] })).json();
    expect(meant).toEqual({
      addresses: [COHERENT],
      unresolved: ["no-such-host.example.com"],
      seen: [
        { address: OTHER, meant: false, refused: 1, deferred: 0, accepted: 0 },
        { address: COHERENT, meant: true, refused: 1, deferred: 0, accepted: 0 },
      ],
    });
  });

  test("one refusal is a bounce, with its reading as ever and a row beside", async () => {
    const body = await (await api({ text: LOG.split("\n")[2] })).json();
    expect(body).toMatchObject({
      kind: "bounce",
      reading: { cause: "ptr_missing" },
      readings: [{ count: 1 }],
      unread: 0,
    });
  });

  test.each([
    ["2 MB of text that JSON writes in six times as many bytes", () => "\\u0061".repeat(2_000_000), 200],
    ["20,000 lines", () => "no\\n".repeat(20_000), 200],
    ["more than 2 MB", () => "a".repeat(2 * 1024 * 1024 + 1), 413],
    ["more than 2 MB of UTF-8", () => "ä".repeat(1024 * 1024 + 1), 413],
    ["more than 20,000 lines", () => "no\\n".repeat(20_001), 413],
  ])("%s", async (_, text, status) => {
    const response = await fetch(`${service.url}/api/v1/bounces`, {
      method: "POST",
      body: `{"text":"${text()}"}`,
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(status);
    if (status === 413) expect(await response.json()).toMatchObject({ code: "too-large", detail: expect.any(String) });
  });
});

describe("a log in the form", () => {
  test("is answered with the table itself, which is at no other address", async () => {
    const response = await form({ text: LOG, mine: COHERENT });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-nameplate-show")).toBeNull();
    const page = await response.text();
    expect(page).toContain("2 of 4 recipients were refused, for 2 causes.");
    expect(page).toContain("You did not name it.");
    expect(page).toContain(`smtp_bind_address = ${COHERENT}`);
    expect(page).not.toMatch(SECRET);
    const again = await fetch(`${service.url}/bounce/table`, { redirect: "manual" });
    expect([again.status, again.headers.get("location")]).toEqual([307, "/bounce"]);
  });

  test("as CSV: the table without message ids, or the message ids", async () => {
    const table = await form({ text: LOG, as: "table" });
    expect(table.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(await table.text()).not.toContain("m1@example.com");
    const messages = await (await form({ text: LOG, as: "messages" })).text();
    expect(messages).toContain(`m1@example.com,b.example,${OTHER},refused,`);
  });

  test("20,000 lines give a light page", async () => {
    const text = Array.from({ length: 19_000 }, (_, i) =>
      line(
        `4T${i.toString(16).toUpperCase().padStart(5, "0")}`,
        `u@d${i % 500}.example`,
        `m${i % 500}.example`,
        "sent (250 ok)",
      ),
    ).join("\n");
    expect(text.length).toBeGreaterThan(2_000_000);
    const response = await form({ text: text.slice(0, 2_000_000) });
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeLessThan(400_000);
  });

  test("too much of it is said in a sentence", async () => {
    expect((await form({ text: "no\n".repeat(20_001) })).status).toBe(413);
  });
});

describe("a table that is kept", () => {
  const keep = async () => {
    const response = await api({ text: LOG, mine: [COHERENT], keep: true });
    const { table, readings } = await response.json();
    return { response, table, readings, token: response.headers.get("nameplate-delete-token") ?? "" };
  };
  const get = (path: string, init?: RequestInit) => fetch(service.url + path, { redirect: "manual", ...init });

  test("has a link, three forms, no message ids and no local parts, and goes with its maker's token", async () => {
    const { response, table, readings, token } = await keep();
    expect([response.status, response.headers.get("location")]).toEqual([201, `/api/v1/logs/${table.id}`]);
    expect(await (await get(`/api/v1/logs/${table.id}`)).json()).toMatchObject({ ...table, readings, unread: 1 });
    for (const [form, says] of [
      ["", "2 of 4 recipients were refused"],
      [".csv", "ptr_missing"],
      [".json", '"ptr_missing"'],
      [".md", "`mx.b.example`"],
    ] as const) {
      const read = await get(`/log/${table.id}${form}`);
      const text = await read.text();
      expect([form, read.status]).toEqual([form, 200]);
      expect(text).toContain(says);
      expect(text).not.toMatch(SECRET);
      expect(text).not.toContain("m1@example.com");
    }
    const remove = (bearer: string) =>
      get(`/api/v1/logs/${table.id}`, { method: "DELETE", headers: { authorization: `Bearer ${bearer}` } });
    expect((await remove("AAAAAAAAAAAAAAAAAAAAAA")).status).toBe(403);
    expect((await remove(token)).status).toBe(204);
    for (const path of [`/log/${table.id}`, `/log/${table.id}.csv`, `/api/v1/logs/${table.id}`])
      expect((await get(path)).status).toBe(410);
  });

  test("is kept by the form, and by the button under the table", async () => {
    const kept = await form({ text: LOG, as: "keep" });
    expect(kept.status).toBe(303);
    expect(kept.headers.get("location")).toMatch(/^\/log\/[\w-]{22}$/);
    expect(kept.headers.get("set-cookie")).toContain("delete-token=");
    const page = await (await form({ text: LOG })).text();
    const table = /name="table" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const button = await get("/log/keep", { method: "POST", body: new URLSearchParams({ table }) });
    expect(button.headers.get("location")).toMatch(/^\/log\/[\w-]{22}$/);
    const broken = await get("/log/keep", { method: "POST", body: new URLSearchParams({ table: "nonsense" }) });
    expect(broken.status).toBe(400);
  });

  test("there is none where there is no delivery, and none together with a check", async () => {
    expect((await api({ text: "hello", keep: true })).status).toBe(422);
    expect((await api({ text: LOG, keep: true, check: true })).status).toBe(400);
  });
});
