import { expect, test } from "vitest";
import { eventually, postCheck, startService } from "./service.ts";
import { COHERENT, SILENT } from "./targets.ts";

interface Report {
  readonly id: string;
  readonly state: string;
  readonly ended?: string;
  readonly verdicts: readonly { signal: string }[];
}

test("where the thread that checks dies, its checks end as interrupted, pages are answered, and the next check is made", async () => {
  const service = await startService({ DEMO_ADDITION: "integration/watch-addition.ts" });
  let said = "";
  service.child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  const read = async (id: string) => (await (await fetch(`${service.url}/api/v1/reports/${id}`)).json()) as Report;

  const begun = await postCheck(service.url, { target: SILENT }, { prefer: "respond-async" });
  expect(begun.status).toBe(202);
  const { id } = (await begun.json()) as Report;
  const seen = await eventually(async () => {
    const report = await read(id);
    return report.verdicts.length > 0 && report;
  });
  expect(seen.state).toBe("running");

  service.child.stdin?.write(`${JSON.stringify({ crash: true })}\n`);
  const ended = await eventually(async () => {
    const report = await read(id);
    return report.state === "done" && report;
  });
  expect(ended.ended).toBe("interrupted");
  // What had been found by then is not lost.
  expect(ended.verdicts.map(({ signal }) => signal)).toEqual(
    expect.arrayContaining(seen.verdicts.map(({ signal }) => signal)),
  );
  expect((await fetch(`${service.url}/r/${id}`)).status).toBe(200);
  await eventually(async () => said.includes("the thread that checks has ended"));

  // Whoever asks before there is another thread waits for it.
  const next = await postCheck(service.url, { target: COHERENT });
  expect(next.status).toBe(201);
  expect(((await next.json()) as Report).ended).toBe("complete");
  expect(await service.end()).toBe(0);
});
