import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { databaseBeside } from "../lib/testing/service-database.ts";
import { eventually, postCheck, type Service, startService } from "./service.ts";
import { COHERENT } from "./targets.ts";

const started: Service[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.end("SIGKILL");
});

/** Processor time that a process has used, in clock ticks of 10 ms; undefined where the machine does not tell. */
function ticks(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const [user, system] = readFileSync(file, "utf8").split(") ")[1]?.split(" ").slice(11, 13) ?? [];
  return Number(user) + Number(system);
}

describe.each([
  ["standard output", ["stdout"]],
  ["standard error", ["stderr"]],
  ["both", ["stdout", "stderr"]],
] as const)("when nobody reads %s any more", (_, closed) => {
  test("the service goes on, idle when nobody asks, and still stops when told", async () => {
    const service = await startService();
    started.push(service);
    const { id } = (await (await postCheck(service.url, { target: COHERENT })).json()) as { id: string };
    for (const stream of closed) service.child[stream]?.destroy();

    // Faults of ours, which are logged: by us on standard output, by the framework on standard error.
    const database = databaseBeside(service.dataDir);
    database.exec("alter table reports rename to elsewhere");
    for (let i = 0; i < 5; i++) {
      expect((await fetch(`${service.url}/healthz`)).status).toBe(500);
      expect((await fetch(`${service.url}/check/${COHERENT}`)).status).toBe(500);
    }
    database.exec("alter table elsewhere rename to reports");
    database.close();
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${service.url}/r/${id}`)).status).toBe(200);

    // A loop would use all of the time that passes; whatever else is still done here comes to an end.
    const pid = service.child.pid ?? 0;
    if (ticks(pid) !== undefined)
      await eventually(async () => {
        const before = ticks(pid) ?? 0;
        await new Promise((resolve) => setTimeout(resolve, 500));
        return (ticks(pid) ?? 0) - before < 10;
      });
    expect(await service.end("SIGTERM")).toBe(0);
  });
});
