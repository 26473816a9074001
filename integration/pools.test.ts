import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasPostgres, type PostgresServer, startPostgres } from "../lib/service/testing/postgres.ts";
import { AS_LINES, linesOf } from "../lib/testing/ndjson.ts";
import { borrowService, type Lent } from "./lending.ts";
import { newDataDir, type Service, startService } from "./service.ts";

/* Several addresses at once: the API end to end, and what is left where a process dies in the middle. */

interface Row {
  readonly target: string;
  readonly status: string;
  readonly odd: readonly string[];
  readonly ehlo: string | null;
}
interface Pool {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly rows: readonly Row[];
  readonly verdict: { readonly outcome: string; readonly status: string; readonly says: string };
  readonly rejected: readonly { readonly line: number }[];
  readonly url: string;
}

const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${url}/api/v1/pools`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
const read = async (url: string, id: string) => (await (await fetch(`${url}/api/v1/pools/${id}`)).json()) as Pool;
/** The pool at its end, which its stream tells. */
async function over(url: string, id: string): Promise<Pool> {
  const stream = await fetch(`${url}/api/v1/pools/${id}`, { headers: AS_LINES });
  for await (const { pool } of linesOf<PoolLine>(stream)) if (pool && pool.state !== "running") return pool;
  throw new Error("its stream ended before it did");
}

interface PoolLine {
  readonly row?: Row;
  readonly pool?: Pool;
}

describe("the API", () => {
  let service: Lent;
  beforeAll(async () => {
    service = await borrowService();
  });
  afterAll(() => service?.giveBack());
  const start = async (body: unknown) => {
    const response = await post(service.url, body);
    const { id } = (await response.json()) as Pool;
    return { id, response, token: response.headers.get("nameplate-delete-token") ?? "" };
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test("three NAT addresses of which one is odd", async () => {
    const { id, response, token } = await start({ targets: ["203.0.113.140-142", "no such thing"] });
    expect(response.status).toBe(202);
    expect(response.headers.get("location")).toBe(`/api/v1/pools/${id}`);
    expect(token).toMatch(/^[\w-]{22}$/);
    const pool = await over(service.url, id);
    expect(pool).toMatchObject({ state: "done", total: 3, done: 3, url: `${service.url}/pool/${id}` });
    expect(pool.rows.map(({ odd }) => odd)).toEqual([[], [], ["generic"]]);
    expect(pool.verdict).toMatchObject({ outcome: "odd", says: "1 of 3 addresses does not match the others." });
    expect(pool.rejected).toMatchObject([{ line: 2, text: "no such thing" }]);
    const tag = (await fetch(`${service.url}/api/v1/pools/${id}`)).headers.get("etag") ?? "";
    const again = await fetch(`${service.url}/api/v1/pools/${id}`, { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
  });

  test("streams a row as it is looked at, and the pool at the end", async () => {
    const response = await post(service.url, { text: "203.0.113.156/30\n203.0.113.20" }, AS_LINES);
    expect(response.status).toBe(202);
    expect(response.headers.get("content-type")).toMatch(/^application\/x-ndjson/);
    const lines = [];
    for await (const line of linesOf<PoolLine>(response)) lines.push(line);
    const last = new Map(lines.flatMap(({ row }) => (row ? [[row.target, row] as const] : [])));
    const { pool } = lines.at(-1) ?? {};
    expect(lines.filter((line) => line.pool)).toHaveLength(1);
    expect([...last.values()].toSorted((a, b) => (a.target < b.target ? -1 : 1))).toEqual(
      pool?.rows.toSorted((a, b) => (a.target < b.target ? -1 : 1)),
    );
    expect(last.get("203.0.113.159")?.odd).toEqual(["name"]);
    expect(last.get("203.0.113.20")?.odd).toEqual(["no-ptr"]);
  });

  test("is there as CSV, JSON and Markdown, and compared with another", async () => {
    const a = await start({ targets: ["203.0.113.144/29"], from: "example.com" });
    const b = await start({ targets: ["203.0.113.144-146", "203.0.113.20"] });
    const [pool] = [await over(service.url, a.id), await over(service.url, b.id)];
    expect(pool.verdict).toMatchObject({ outcome: "coherent", status: "pass" });
    const form = (ending: string) => fetch(`${service.url}/pool/${a.id}.${ending}`);
    const [csv, json, markdown] = await Promise.all(["csv", "json", "md"].map(form));
    expect(csv?.headers.get("content-type")).toMatch(/^text\/csv/);
    expect((await csv?.text())?.split("\r\n")).toHaveLength(10);
    expect(await json?.json()).toEqual(pool);
    expect(await markdown?.text()).toContain("| `203.0.113.144` | PASS |");
    const comparison = await fetch(`${service.url}/api/v1/pools/${a.id}/compare/${b.id}`);
    expect(await comparison.json()).toMatchObject({ added: [{ target: "203.0.113.20" }], unchanged: 3 });
  });

  test("its maker cancels and deletes it, and nobody else", async () => {
    const { id, token } = await start({ targets: ["203.0.113.0/24", "2001:db8:1:5::/117"] });
    const cancel = (headers: Record<string, string>) =>
      fetch(`${service.url}/api/v1/pools/${id}/cancel`, { method: "POST", headers });
    expect((await cancel({})).status).toBe(403);
    expect((await cancel(bearer("AAAAAAAAAAAAAAAAAAAAAA"))).status).toBe(403);
    const cancelled = await cancel(bearer(token));
    expect(cancelled.status).toBe(200);
    const pool = (await cancelled.json()) as Pool;
    expect(pool.state).toBe("cancelled");
    expect(pool.done).toBeLessThan(pool.total);
    expect((await cancel({ "nameplate-delete-token": token })).status).toBe(409);
    const remove = (headers: Record<string, string>) =>
      fetch(`${service.url}/api/v1/pools/${id}`, { method: "DELETE", headers });
    expect((await remove({})).status).toBe(403);
    expect((await remove(bearer(token))).status).toBe(204);
    for (const path of [`/api/v1/pools/${id}`, `/pool/${id}.csv`, `/pool/${id}.json`, `/pool/${id}.md`])
      expect((await fetch(service.url + path)).status).toBe(410);
    expect((await remove(bearer(token))).status).toBe(410);
    expect((await cancel(bearer(token))).status).toBe(410);
  });

  test("one network has two at once", async () => {
    const long = { targets: ["203.0.113.0/24", "2001:db8:1:6::/117"] };
    const [a, b] = [await start(long), await start(long)];
    const third = await post(service.url, { targets: ["203.0.113.140"] });
    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    for (const { id, token } of [a, b])
      await fetch(`${service.url}/api/v1/pools/${id}`, { method: "DELETE", headers: bearer(token) });
  });

  test.each([
    ["nothing", {}, 422, "invalid-target"],
    ["an empty text", { text: " \n" }, 422, "invalid-target"],
    ["both", { text: "203.0.113.140", targets: ["203.0.113.141"] }, 422, "invalid-target"],
    ["nothing but bad lines", { targets: ["10.0.0.1", "x"] }, 422, "invalid-target"],
    ["a bad sending domain", { targets: ["203.0.113.140"], from: "not a domain" }, 422, "invalid-target"],
    ["an unknown field", { targets: ["203.0.113.140"], verbose: true }, 400, "invalid-request"],
    ["no JSON", "{", 400, "invalid-request"],
    ["far too much", { text: "x".repeat(1_100_000) }, 413, "too-large"],
  ])("refuses %s with a problem that says what would work", async (_, body, status, code) => {
    const response = await post(service.url, body);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, code });
    expect(response.status).toBe(status);
  });

  test.each(["AAAAAAAAAAAAAAAAAAAAAA", "nonsense"])("knows nothing of %s", async (id) => {
    for (const path of [`/api/v1/pools/${id}`, `/pool/${id}.csv`, `/pool/${id}.md`])
      expect((await fetch(service.url + path)).status).toBe(404);
  });
});

/** IPv6 addresses that nobody has: 1,024 of them. */
const MANY = { targets: ["2001:db8:1:9::/118"] };

/** Every address is there once, and was looked at. */
function expectWhole(pool: Pool): void {
  expect(pool).toMatchObject({ state: "done", total: 1024, done: 1024 });
  expect(new Set(pool.rows.map(({ target }) => target)).size).toBe(1024);
  expect(pool.rows.filter(({ status }) => status === "pending" || status === "unknown")).toEqual([]);
  expect(pool.rows.filter(({ ehlo }) => ehlo !== "not asked")).toHaveLength(16);
}

/** Reads a stream until so many rows have come. */
async function someRows(response: Response, count: number): Promise<string> {
  const id = response.headers.get("location")?.split("/").at(-1) ?? "";
  let seen = 0;
  for await (const { row } of linesOf<PoolLine>(response)) if (row && ++seen === count) return id;
  throw new Error("it was over too soon");
}

describe.concurrent("a process that dies in the middle of a pool", () => {
  const started: Service[] = [];
  afterAll(async () => {
    for (const service of started) await service.end("SIGKILL");
  });
  const service = async (env: Readonly<Record<string, string>>) => {
    const one = await startService(env);
    started.push(one);
    return one;
  };

  test("leaves it to its next start, over SQLite", async ({ expect: holds }) => {
    const env = { DATA_DIR: newDataDir() };
    const first = await service(env);
    const id = await someRows(await post(first.url, MANY, AS_LINES), 50);
    await first.end("SIGKILL");
    const second = await service(env);
    holds((await read(second.url, id)).done).toBeLessThan(1024);
    expectWhole(await over(second.url, id));
  });

  test.skipIf(!hasPostgres())("leaves it to the other instance, over PostgreSQL", async ({ expect: holds }) => {
    const postgres: PostgresServer = await startPostgres();
    const env = { DATABASE_URL: await postgres.newDatabase() };
    const [first, second] = [await service(env), await service(env)];
    const id = await someRows(await post(first.url, MANY, AS_LINES), 50);
    await first.end("SIGKILL");
    holds((await read(second.url, id)).done).toBeLessThan(1024);
    expectWhole(await over(second.url, id));
  });
});
