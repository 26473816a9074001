import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { eventually, newDataDir, postCheck, refusal, type Service, startService, submitForm } from "./service.ts";
import { COHERENT, SILENT } from "./targets.ts";

/* What is kept lies on a disk, and disks fill up, break and are set up wrongly. */

let service: Service | undefined;
afterEach(() => service?.end("SIGKILL"));

const PRLIMIT = "/usr/bin/prlimit";

/** Lets a process write to no file any more, as a full disk would, or again. */
const letWrite = (pid: number | undefined, on: boolean) =>
  execFileSync(PRLIMIT, ["--pid", String(pid), `--fsize=${on ? "unlimited" : "0"}:unlimited`]);

test.skipIf(!existsSync(PRLIMIT))(
  "where the disk is full, checks are refused for now, and reading goes on",
  async () => {
    service = await startService();
    const { url, child } = service;
    const made = await postCheck(url, { target: COHERENT });
    const { id } = (await made.json()) as { id: string };
    letWrite(child.pid, false);

    for (const [path, body] of [
      ["checks", { target: SILENT }],
      ["pools", { targets: ["203.0.113.140-142"] }],
    ] as const) {
      const refused = await fetch(`${url}/api/v1/${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      });
      expect([path, refused.status, refused.headers.get("retry-after")]).toEqual([path, 503, "30"]);
      expect(await refused.json()).toMatchObject({ code: "unavailable" });
    }
    const page = await submitForm(url, { target: SILENT });
    expect([page.status, page.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0);
    // A report cannot be deleted either, and nobody is told that it is.
    const authorization = `Bearer ${made.headers.get("nameplate-delete-token")}`;
    const kept = await fetch(`${url}/api/v1/reports/${id}`, { method: "DELETE", headers: { authorization } });
    expect(kept.status).toBe(503);
    for (const path of [`/r/${id}`, `/r/${id}`, `/api/v1/reports/${id}`, `/check/${COHERENT}`, "/signals", "/healthz"])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    const readyz = await fetch(`${url}/readyz`);
    expect([readyz.status, await readyz.json()]).toMatchObject([503, { checks: { store: "not writable" } }]);

    letWrite(child.pid, true);
    await eventually(async () => (await fetch(`${url}/readyz`)).status === 200);
    expect((await postCheck(url, { target: COHERENT, helo: "again.example.com" })).status).toBe(201);
  },
);

test.each([
  ["is a file", (place: string) => writeFileSync(place, "")],
  [
    "has a file that is no database",
    (place: string) => inside(place, (file) => writeFileSync(file, "x".repeat(8_192))),
  ],
  ["has a folder in the file's place", (place: string) => inside(place, mkdirSync)],
])("a DATA_DIR that %s is named in a sentence, and it does not start", async (_, make) => {
  const place = join(newDataDir(), "data");
  make(place);
  const { code, said } = await refusal({ PORT: "0", DATA_DIR: place });
  expect(code).toBe(1);
  expect(said.trim().split("\n")).toEqual([expect.stringMatching(/^No reports can be kept in .+: .+$/)]);
  expect(said).toContain(place);
});

function inside(place: string, make: (file: string) => void): void {
  mkdirSync(place);
  make(join(place, "nameplate.sqlite"));
}
