import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { AS_LINES, parseLines } from "../lib/testing/ndjson.ts";
import { eventually, LISTENS, newDataDir, postCheck, refusal, type Service, startService } from "./service.ts";
import { COHERENT, SILENT, SLOW } from "./targets.ts";

const started: Service[] = [];
async function start(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const service = await startService(env);
  started.push(service);
  return service;
}
afterEach(async () => {
  for (const service of started.splice(0)) await service.end("SIGKILL");
});

const read = async (service: Service, id: string) =>
  (await (await fetch(`${service.url}/api/v1/reports/${id}`)).json()) as { state: string; ended?: string; id: string };

async function startAsync(service: Service, target: string, more: object = {}): Promise<string> {
  const response = await postCheck(service.url, { target, ...more }, { prefer: "respond-async" });
  return ((await response.json()) as { id: string }).id;
}

// One after the other in one directory, because each start costs seconds: each test begins with what the last one left.
describe("processes on one directory", () => {
  let service: Service;
  let dataDir: string;
  const started: Service[] = [];
  const next = async () => {
    service = await startService({ ...LISTENS, DATA_DIR: dataDir });
    started.push(service);
    return service;
  };
  beforeAll(async () => {
    dataDir = newDataDir();
    await next();
  });
  afterAll(() => Promise.all(started.map((one) => one.end("SIGKILL"))));

  test("what was acknowledged survives kill -9: finished reports whole, a running one as interrupted", async () => {
    const finished = (await (await postCheck(service.url, { target: COHERENT })).json()) as { id: string };
    const running = await startAsync(service, SILENT);
    await service.end("SIGKILL");

    const again = await next();
    expect(await read(again, finished.id)).toEqual({ ...finished, url: `${again.url}/r/${finished.id}` });
    // Its process says nothing any more; that is noticed within seconds, long before the check's own time is up.
    const ended = await eventually(async () => {
      const report = await read(again, running);
      return report.state === "done" && report;
    });
    expect(ended).toMatchObject({ id: running, ended: "interrupted" });
    expect((await fetch(`${again.url}/r/${running}`)).status).toBe(200);
  });

  test("asked to stop, it finishes what is under way", async () => {
    const id = await startAsync(service, SLOW);
    expect(await service.end("SIGTERM")).toBe(0);
    expect(await read(await next(), id)).toMatchObject({ state: "done", ended: "complete" });
  });

  test("two show each other's reports", async () => {
    const [a, b] = [service, await next()];
    // Under an option of its own: a check of the last test is not to be shown again.
    const id = await startAsync(a, SLOW, { helo: "two.example.com" });
    const stream = await fetch(`${b.url}/api/v1/reports/${id}`, { headers: AS_LINES });
    expect(parseLines(await stream.text()).at(-1)).toMatchObject({ report: { id, state: "done", ended: "complete" } });
  });
});

test("one network may start so many checks a minute; others still may, and nobody hides behind a header", async () => {
  const service = await start({ CHECKS_PER_MINUTE: "3", TRUSTED_PROXIES: "1" });
  const from = (forwarded: string) =>
    postCheck(service.url, { target: COHERENT }, { "x-forwarded-for": forwarded, prefer: "respond-async" });
  for (let i = 1; i <= 3; i++) expect((await from(`192.0.2.${i}, 198.51.100.${i}`)).status).toBe(202);
  const refused = await from("192.0.2.99, 198.51.100.4");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("ratelimit")).toMatch(/r=0/);
  expect(await refused.json()).toMatchObject({ code: "too-fast" });
  expect((await from("203.0.113.99")).status).toBe(202);

  const form = await fetch(`${service.url}/check`, {
    method: "POST",
    body: new URLSearchParams({ target: COHERENT }),
    headers: { "x-forwarded-for": "198.51.100.9" },
  });
  expect(form.status).toBe(429);
  expect(await form.text()).toContain(`/?q=${COHERENT}`);
});

test("without trusted proxies a forwarded address counts for nothing, and links carry the public address", async () => {
  const service = await start({ CHECKS_PER_MINUTE: "2", PUBLIC_URL: "https://nameplate.example" });
  const from = (forwarded: string) =>
    postCheck(service.url, { target: COHERENT }, { "x-forwarded-for": forwarded, "x-nameplate-client": forwarded });
  const made = await from("198.51.1.1");
  expect(made.status).toBe(201);
  const { id, url } = (await made.json()) as { id: string; url: string };
  expect(url).toBe(`https://nameplate.example/r/${id}`);
  expect((await from("198.51.2.1")).status).toBe(201);
  expect((await from("198.51.3.1")).status).toBe(429);
});

test("bad settings are named, all at once, a sentence each, and it does not start", async () => {
  const { code, said } = await refusal({ PORT: "http", RESOLVERS: "dns.example", DATABASE_URL: "postgres://x" });
  expect(code).toBe(1);
  for (const name of ["PORT", "RESOLVERS", "DATABASE_URL"]) expect(said).toMatch(new RegExp(`^${name} .*\\.$`, "m"));
});

test("a directory that cannot be written is named", async () => {
  const { code, said } = await refusal({ PORT: "0", DATA_DIR: "/dev/null/data" });
  expect(code).toBe(1);
  expect(said).toContain("/dev/null/data");
});
