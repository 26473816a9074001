import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasPostgres, type PostgresServer, startPostgres } from "../lib/service/testing/postgres.ts";
import { AS_LINES, linesOf, parseLines } from "../lib/testing/ndjson.ts";
import { eventually, postCheck, type Service, startService, submitForm } from "./service.ts";
import { COHERENT, SILENT, SLOW } from "./targets.ts";

/*
 * Several instances on one real PostgreSQL. Each is a process of its own with a small internet of its own.
 */

const ASYNC = { prefer: "respond-async" };

describe.skipIf(!hasPostgres())("instances on one PostgreSQL", () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  /** Two of them. */
  const start = async (env: Readonly<Record<string, string>>) =>
    (await Promise.all([1, 2].map(() => startService(env)))) as [Service, Service];
  const idIn = async (response: Response) => ((await response.json()) as { id: string }).id;
  const read = async ({ url }: Service, id: string) =>
    (await (await fetch(`${url}/api/v1/reports/${id}`)).json()) as {
      state: string;
      ended?: string;
      verdicts: unknown[];
    };

  // One after the other on the same two, because each start costs seconds; at the end the first of them dies.
  describe("two that live", () => {
    let a: Service;
    let b: Service;
    let DATABASE_URL: string;
    beforeAll(async () => {
      DATABASE_URL = await postgres.newDatabase();
      [a, b] = await start({ DATABASE_URL });
    });
    afterAll(() => Promise.all([a, b].map((service) => service.end("SIGKILL"))));

    test("a report that one made the other shows, in the same words", async () => {
      const made = (await (await postCheck(a.url, { target: COHERENT })).json()) as { id: string };
      expect(await read(b, made.id)).toEqual({ ...made, url: `${b.url}/r/${made.id}` });
      expect((await fetch(`${b.url}/r/${made.id}`)).status).toBe(200);
    });

    test("who watches at the other one sees each row as it is judged, and the same report at the end", async () => {
      const id = await idIn(await postCheck(a.url, { target: SILENT }, ASYNC));
      const there = await fetch(`${b.url}/api/v1/reports/${id}`, { headers: AS_LINES });
      const lines: Record<string, unknown>[] = [];
      let seenRunning = false;
      for await (const line of linesOf<Record<string, unknown>>(there)) {
        lines.push(line);
        if (seenRunning || !("verdict" in line)) continue;
        const now = await read(b, id);
        expect([now.state, now.verdicts.length > 0]).toEqual(["running", true]);
        seenRunning = true;
        // It has seen enough.
        expect((await fetch(`${a.url}/api/v1/reports/${id}/cancel`, { method: "POST" })).status).toBe(200);
      }
      expect(seenRunning).toBe(true);
      const { report } = lines.at(-1) as { report: { state: string; ended: string; verdicts: unknown[] } };
      expect(report).toMatchObject({ state: "done", ended: "cancelled" });
      expect(lines.filter((line) => "verdict" in line)).toHaveLength(report.verdicts.length);
    });

    test("what others wait for is stopped by its maker alone, from the other one, too", async () => {
      const first = await postCheck(a.url, { target: SILENT, helo: "waited-for.example.com" }, ASYNC);
      const id = await idIn(first);
      expect(await idIn(await postCheck(b.url, { target: SILENT, helo: "waited-for.example.com" }, ASYNC))).toBe(id);
      const stop = (headers: Record<string, string>) =>
        fetch(`${b.url}/api/v1/reports/${id}/cancel`, { method: "POST", headers });
      expect((await stop({})).status).toBe(409);
      const authorization = `Bearer ${first.headers.get("nameplate-delete-token")}`;
      expect((await stop({ authorization })).status).toBe(200);
    });

    test("a check is stopped from the other one", async () => {
      const id = await idIn(await postCheck(a.url, { target: SILENT }, ASYNC));
      const cancelled = await fetch(`${b.url}/api/v1/reports/${id}/cancel`, { method: "POST" });
      expect(cancelled.status).toBe(200);
      expect(await read(a, id)).toMatchObject({ state: "done", ended: "cancelled" });
    });

    test("nobody without the secret learns anything between instances", async () => {
      const id = await idIn(await postCheck(a.url, { target: SILENT }, ASYNC));
      for (const [path, method] of [
        [id, "GET"],
        [`${id}/events`, "GET"],
        [`${id}/cancel`, "POST"],
      ] as const)
        for (const authorization of ["", "Bearer ", "Bearer AAAAAAAAAAAAAAAAAAAAAA"]) {
          const answer = await fetch(`${a.url}/internal/checks/${path}`, { method, headers: { authorization } });
          expect([404, 405]).toContain(answer.status);
        }
      expect(await read(a, id)).toMatchObject({ state: "running" });
      await fetch(`${a.url}/api/v1/reports/${id}/cancel`, { method: "POST" });
    });

    test("where nothing can be written, a check is refused for the time being, and reading goes on", async () => {
      const { id } = (await (await postCheck(a.url, { target: COHERENT })).json()) as { id: string };
      await postgres.setReadOnly(true);
      try {
        const refused = await eventually(async () => {
          const response = await postCheck(a.url, { target: SILENT });
          return response.status === 503 && response;
        });
        expect(refused.headers.get("retry-after")).toBe("30");
        expect(await refused.json()).toMatchObject({ code: "unavailable" });
        const page = await submitForm(a.url, { target: SILENT });
        expect([page.status, page.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
        expect((await fetch(`${a.url}/r/${id}`)).status).toBe(200);
        expect(await (await fetch(`${a.url}/readyz`)).json()).toMatchObject({ checks: { store: "not writable" } });
      } finally {
        await postgres.setReadOnly(false);
      }
      await eventually(async () => (await fetch(`${a.url}/readyz`)).status === 200);
    });

    test("the server restarts: what was acknowledged is there, and so is what was under way", async () => {
      const { id } = (await (await postCheck(a.url, { target: COHERENT })).json()) as { id: string };
      const running = await idIn(await postCheck(a.url, { target: SLOW }, ASYNC));
      await postgres.stop("SIGQUIT");
      await postgres.start();
      await eventually(async () => (await fetch(`${b.url}/readyz`)).status === 200);
      expect(await read(b, id)).toMatchObject({ state: "done", ended: "complete" });
      const done = await eventually(async () => {
        const report = await read(b, running);
        return report.state === "done" && report;
      });
      expect(["complete", "interrupted"]).toContain(done.ended);
    });

    test("where its owner is killed, a check says so within seconds, and its watcher is told", async () => {
      const id = await idIn(await postCheck(a.url, { target: SILENT }, ASYNC));
      const watching = await fetch(`${b.url}/api/v1/reports/${id}`, { headers: AS_LINES });
      await a.end("SIGKILL");
      expect(parseLines(await watching.text()).at(-1)).toMatchObject({
        report: { id, state: "done", ended: "interrupted" },
      });
      expect(await read(b, id)).toMatchObject({ state: "done", ended: "interrupted" });
      // Whoever asks for the same now starts anew.
      const anew = await idIn(await postCheck(b.url, { target: SILENT }, ASYNC));
      expect(anew).not.toBe(id);
      await fetch(`${b.url}/api/v1/reports/${anew}/cancel`, { method: "POST" });
    });

    test("a check nobody watches is ended, too, by whoever lives", async () => {
      const c = await startService({ DATABASE_URL });
      await postCheck(c.url, { target: SILENT }, ASYNC);
      await c.end("SIGKILL");
      const again = await eventually(async () => {
        const response = await postCheck(b.url, { target: SILENT }, ASYNC);
        return response.headers.has("nameplate-delete-token") && idIn(response);
      });
      expect(await read(b, again)).toMatchObject({ state: "running" });
    });
  });

  test("hundreds of equal requests over both make one check", async () => {
    const more = { CHECKS_PER_MINUTE: "100000", REPEAT_SECONDS: "600" };
    const [a, b] = await start({ DATABASE_URL: await postgres.newDatabase(), ...more });
    const ids = new Set<string>();
    const tokens: string[] = [];
    const post = async ({ url }: Service) => {
      const response = await postCheck(url, { target: SILENT }, ASYNC);
      // On a busy machine the check may be over before the last of them comes.
      expect([200, 202]).toContain(response.status);
      const token = response.headers.get("nameplate-delete-token");
      if (token) tokens.push(token);
      ids.add(await idIn(response));
    };
    for (let round = 0; round < 6; round++)
      await Promise.all(Array.from({ length: 50 }, (_, i) => post(i % 2 === 0 ? a : b)));
    expect(ids.size).toBe(1);
    expect(tokens).toHaveLength(1);
    // Nobody stops what others wait for, asked here or there.
    for (const { url } of [a, b]) {
      const cancelled = await fetch(`${url}/api/v1/reports/${[...ids][0]}/cancel`, { method: "POST" });
      expect(cancelled.status).toBe(409);
    }
    await Promise.all([a, b].map((service) => service.end("SIGKILL")));
  });
});
