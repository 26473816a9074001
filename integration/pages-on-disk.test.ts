import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually, newDataDir, postCheck, startService } from "./service.ts";
import { COHERENT } from "./targets.ts";

/** Without a PTR record. */
const NAMELESS = "203.0.113.20";
const PUBLIC_URL = "http://nameplate.example";

test("a report's page is not rendered again after a restart, and what was deleted leaves no file", async () => {
  const dataDir = newDataDir();
  const before = await startService({ DATA_DIR: dataDir, PUBLIC_URL });
  const made = await Promise.all(
    [COHERENT, NAMELESS].map(async (target) => {
      const response = await postCheck(before.url, { target });
      const { id } = (await response.json()) as { id: string };
      return { id, token: response.headers.get("nameplate-delete-token") ?? "" };
    }),
  );
  const page = (url: string, id: string) => pageAt(`${url}/r/${id}`);
  const pageAt = async (url: string) => {
    const response = await fetch(url);
    const policy = response.headers.get("content-security-policy");
    return {
      status: response.status,
      how: response.headers.get("x-nameplate-cache"),
      policy,
      html: await response.text(),
    };
  };
  const rendered = await Promise.all(made.map(({ id }) => page(before.url, id)));
  expect(rendered.map(({ status, how }) => [status, how])).toEqual([200, 200].map((status) => [status, "miss"]));
  const files = () => {
    const [build = ""] = readdirSync(join(dataDir, "pages"));
    return readdirSync(join(dataDir, "pages", build)).map((name) => name.slice(0, 22));
  };
  await eventually(async () => files().length === 2);
  expect(new Set(files())).toEqual(new Set(made.map(({ id }) => id)));

  const [one, other] = made as [(typeof made)[0], (typeof made)[0]];
  const removed = await fetch(`${before.url}/api/v1/reports/${other.id}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${other.token}` },
  });
  expect(removed.status).toBe(204);
  expect((await page(before.url, other.id)).status).toBe(410);
  await eventually(async () => files().length === 1);
  expect(files()).toEqual([one.id]);

  const first = await pageAt(`${before.url}/`);
  expect(first.html).toContain(`<link rel="canonical" href="${PUBLIC_URL}/"/>`);
  await before.end();

  const after = await startService({ DATA_DIR: dataDir, PUBLIC_URL });
  // The first one of this process.
  expect(await pageAt(`${after.url}/`)).toEqual({ ...first, how: "hit" });
  expect(await page(after.url, one.id)).toEqual({ ...rendered[0], how: "hit" });
  expect((await page(after.url, other.id)).status).toBe(410);
  await after.end();
});
