import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasPostgres, startPostgres } from "../lib/service/testing/postgres.ts";
import { eventually, postCheck, type Service, startService } from "./service.ts";
import { COHERENT } from "./targets.ts";

/* Two instances that serve pages and two that do jobs, on one real PostgreSQL. */

const TOTAL = 512;
const MANY = { targets: ["2001:db8:1:9::/119"] };
const PER_MINUTE = 6;

describe.skipIf(!hasPostgres())("two for pages and two for jobs", () => {
  let web: readonly Service[];
  let work: readonly Service[];
  beforeAll(async () => {
    const postgres = await startPostgres();
    const env = { DATABASE_URL: await postgres.newDatabase(), CHECKS_PER_MINUTE: String(PER_MINUTE) };
    const begin = (ROLE: string) => Promise.all([1, 2].map(() => startService({ ...env, ROLE })));
    [web, work] = await Promise.all([begin("web"), begin("work")]);
  });
  afterAll(() => Promise.all([...(web ?? []), ...(work ?? [])].map((service) => service.end("SIGKILL"))));

  const read = async (url: string, id: string) =>
    (await (await fetch(`${url}/api/v1/pools/${id}`)).json()) as {
      readonly state: string;
      readonly done: number;
      readonly rows: readonly { readonly target: string; readonly status: string }[];
    };

  test("both workers look at a pool, each of its addresses is there once, and both others show it", async () => {
    const asked = await fetch(`${web[0]?.url}/api/v1/pools`, {
      method: "POST",
      body: JSON.stringify(MANY),
      headers: { "content-type": "application/json" },
    });
    expect(asked.status).toBe(202);
    const { id } = (await asked.json()) as { id: string };
    for (const { url } of web) {
      const { state, done, rows } = await eventually(async () => {
        const pool = await read(url, id);
        return pool.state !== "running" && pool;
      });
      expect([state, done, rows.length]).toEqual(["done", TOTAL, TOTAL]);
      expect(new Set(rows.map(({ target }) => target)).size).toBe(TOTAL);
      expect(rows.filter(({ status }) => status === "pending")).toEqual([]);
    }
    for (const { url } of work) {
      const figures = await (await fetch(`${url}/metrics`)).text();
      expect(figures).toMatch(/^nameplate_dns_lookups_total\{[^}]*\} [1-9]/m);
    }
  });

  test("what one network may start in a minute is counted over both", async () => {
    const statuses: number[] = [];
    for (let i = 0; i <= PER_MINUTE; i++) {
      const body = { target: COHERENT, helo: `n${i}.example.com` };
      const { status } = await postCheck(web[i % 2]?.url ?? "", body, { prefer: "respond-async" });
      statuses.push(status);
    }
    // Alone, neither would have had enough.
    expect(statuses.at(-1)).toBe(429);
  });
});
