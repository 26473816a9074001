import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AS_LINES, parseLines } from "../lib/testing/ndjson.ts";
import { borrowService, type Lent } from "./lending.ts";
import { eventually, postCheck } from "./service.ts";
import { COHERENT, SILENT, SLOW } from "./targets.ts";

let service: Lent;
beforeAll(async () => {
  service = await borrowService();
});
afterAll(() => service?.giveBack());

const api = (path: string) => `${service.url}/api/v1${path}`;
const json = (response: Response) => response.json() as Promise<Record<string, unknown> & { id: string }>;

/** Starts a check without waiting for it. */
async function startLong(target = SILENT): Promise<{ id: string; token: string | null }> {
  const response = await postCheck(service.url, { target }, { prefer: "respond-async" });
  expect(response.status).toBe(202);
  const { id } = await json(response);
  return { id: String(id), token: response.headers.get("nameplate-delete-token") };
}

describe("POST /api/v1/checks", () => {
  test("answers 201 with the finished report, its address and the delete token", async () => {
    const response = await postCheck(service.url, { target: ` [${COHERENT}] ` });
    expect(response.status).toBe(201);
    const report = await json(response);
    expect(report).toMatchObject({ state: "done", ended: "complete", path: COHERENT, schemaVersion: 1 });
    expect(response.headers.get("location")).toBe(`/api/v1/reports/${report.id}`);
    expect(report.url).toBe(`${service.url}/r/${report.id}`);
    expect(response.headers.get("nameplate-delete-token")).toMatch(/^[\w-]{22}$/);
    expect(response.headers.get("ratelimit")).toMatch(/^"checks";r=\d+;t=\d+$/);
    const stored = await fetch(api(`/reports/${report.id}`));
    expect(await json(stored)).toEqual(report);
  });

  test("streams verdicts as they are judged, and the report at the end", async () => {
    const response = await postCheck(service.url, { target: "203.0.113.12" }, AS_LINES);
    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toMatch(/^application\/x-ndjson/);
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    const lines = parseLines(await response.text());
    const { report } = lines.at(-1);
    const verdicts = lines.slice(0, -1);
    expect(verdicts.every((line) => Object.keys(line).join() === "verdict")).toBe(true);
    const ids = (of: { subject: string; signal: string }[]) => of.map((v) => `${v.subject} ${v.signal}`).toSorted();
    expect(ids(verdicts.map((line) => line.verdict))).toEqual(ids(report.verdicts));
    expect(report.verdicts.length).toBeGreaterThan(3);
  });

  test("with respond-async answers 202 at once, and the report fills", async () => {
    const { id } = await startLong();
    const first = await json(await fetch(api(`/reports/${id}`)));
    expect(first.state).toBe("running");
    const done = await eventually(async () => {
      const report = await json(await fetch(api(`/reports/${id}`)));
      return String(report.state) === "done" && report;
    });
    expect(done).toMatchObject({ id, ended: "complete" });
  });

  test("two who ask for the same while it runs get the same report, and only its maker the token", async () => {
    const target = SLOW;
    const both = await Promise.all([postCheck(service.url, { target }), postCheck(service.url, { target })]);
    const [a, b] = await Promise.all(both.map(json));
    expect(a).toEqual(b);
    expect(both.filter((response) => response.headers.has("nameplate-delete-token"))).toHaveLength(1);
  });

  test.each([
    ["nothing", {}, 400, "invalid-request"],
    ["no JSON", "{", 400, "invalid-request"],
    ["an unknown field", { target: COHERENT, verbose: true }, 400, "invalid-request"],
    ["an empty target", { target: "" }, 422, "invalid-target"],
    ["prose", { target: "my mail server" }, 422, "invalid-target"],
    ["a private address", { target: "10.1.2.3" }, 422, "invalid-target"],
    ["loopback in disguise", { target: "::ffff:127.0.0.1" }, 422, "invalid-target"],
    ["a bad option", { target: COHERENT, from: "not a domain" }, 422, "invalid-target"],
  ])("refuses %s with a problem that says what would work", async (_, body, status, code) => {
    const response = await postCheck(service.url, body);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await json(response);
    expect(problem).toMatchObject({ status, code });
    expect(String(problem.detail).length).toBeGreaterThan(10);
  });

  test("refuses what a form of another site could send", async () => {
    const cross = { "sec-fetch-site": "cross-site" };
    expect((await postCheck(service.url, { target: COHERENT }, cross)).status).toBe(403);
    const plain = { "content-type": "text/plain" };
    expect((await postCheck(service.url, { target: COHERENT }, plain)).status).toBe(415);
    expect((await postCheck(service.url, "x".repeat(100_000))).status).toBe(413);
  });
});

describe("GET /api/v1/reports/<id>", () => {
  test("may be read from any page, and is asked for again by its tag", async () => {
    const { id } = await json(await postCheck(service.url, { target: COHERENT }));
    const response = await fetch(api(`/reports/${id}`));
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const tag = response.headers.get("etag") ?? "";
    const again = await fetch(api(`/reports/${id}`), { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
    const stream = await fetch(api(`/reports/${id}`), { headers: AS_LINES });
    expect(parseLines(await stream.text()).at(-1)).toMatchObject({ report: { id } });
  });

  test.each(["AAAAAAAAAAAAAAAAAAAAAA", "nonsense", "..%2f..%2fetc"])("knows nothing of %s", async (id) => {
    expect((await fetch(api(`/reports/${id}`))).status).toBe(404);
  });
});

describe("POST /api/v1/reports/<id>/cancel", () => {
  test("stops a running check; what was open is unknown", async () => {
    const { id } = await startLong();
    const response = await fetch(api(`/reports/${id}/cancel`), { method: "POST" });
    expect(response.status).toBe(200);
    expect(await json(response)).toMatchObject({ id, state: "done", ended: "cancelled" });
    expect((await fetch(api(`/reports/${id}/cancel`), { method: "POST" })).status).toBe(409);
  });

  test("does not where somebody else waits for it too", async () => {
    const { id, token } = await startLong();
    expect((await startLong()).id).toBe(id);
    const stop = (headers: Record<string, string>) => fetch(api(`/reports/${id}/cancel`), { method: "POST", headers });
    expect((await stop({})).status).toBe(409);
    expect((await stop({ authorization: "Bearer AAAAAAAAAAAAAAAAAAAAAA" })).status).toBe(403);
    // Its maker always does, wherever the request comes from.
    const stopped = await stop({ authorization: `Bearer ${token}`, "sec-fetch-site": "cross-site" });
    expect(await json(stopped)).toMatchObject({ id, state: "done", ended: "cancelled" });
  });
});

describe("DELETE /api/v1/reports/<id>", () => {
  const remove = (id: string, token?: string | null) =>
    fetch(api(`/reports/${id}`), { method: "DELETE", headers: token ? { authorization: `Bearer ${token}` } : {} });

  test("needs the maker's token, and leaves 410 everywhere", async () => {
    const made = await postCheck(service.url, { target: COHERENT });
    const { id } = await json(made);
    expect((await fetch(`${service.url}/r/${id}`)).status).toBe(200);
    expect((await remove(id)).status).toBe(403);
    expect((await remove(id, "AAAAAAAAAAAAAAAAAAAAAA")).status).toBe(403);
    expect((await remove(id, made.headers.get("nameplate-delete-token"))).status).toBe(204);
    for (const path of [`/api/v1/reports/${id}`, `/r/${id}`])
      expect((await fetch(service.url + path)).status).toBe(410);
    expect((await remove(id)).status).toBe(410);
  });
});

test("every answer carries its security headers", async () => {
  for (const path of ["/", "/healthz", "/api/v1/reports/x", "/nowhere"]) {
    const { headers } = await fetch(service.url + path);
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.has("x-powered-by")).toBe(false);
  }
});
