import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ORIGIN } from "../http/headers.ts";
import { temporaryFolder } from "../testing/started.ts";
import { drawnUnder, NOWHERE, openDrawnPages } from "./drawn-pages.ts";
import { createPageCache } from "./page-cache.ts";

/** A process that draws the first page where it finds none; `drawings` is how often. */
async function start(folder: string, key: string) {
  let drawings = 0;
  const render = async (
    request: { headers: Record<string, unknown> },
    response: { end: (text: string) => unknown },
  ) => {
    drawings++;
    response.end(`<a href="${request.headers[ORIGIN]}/">${request.headers.host}</a>`);
  };
  const drawn = openDrawnPages(folder, key);
  const written = Promise.withResolvers<void>();
  const pages = createPageCache(render as never, {
    drawn: { ...drawn, write: (path, page) => drawn.write(path, page).finally(written.resolve) },
  });
  const server = createServer(async (request, response) => {
    request.headers[ORIGIN] = `http://${request.headers.host}`;
    if (!(await pages.answer(request, response))) response.end("not a page");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const ask = async (name = "127.0.0.1") => {
    const response = await fetch(`http://${name}:${port}/`);
    const [text, policy] = [await response.text(), response.headers.get("content-security-policy")];
    return { text: text.replaceAll(`:${port}`, ":PORT"), policy };
  };
  return { ask, written: written.promise, drawings: () => drawings };
}

test("the first page is drawn once for all origins, and links lead to the one it was asked at", async () => {
  const one = await start(temporaryFolder("drawn"), "key");
  expect((await one.ask()).text).toBe(`<a href="http://127.0.0.1:PORT/">${NOWHERE.host}</a>`);
  expect((await one.ask("localhost")).text).toContain('href="http://localhost:PORT/"');
  expect(one.drawings()).toBe(1);
});

test("another process finds it drawn, and answers the same", async () => {
  const folder = temporaryFolder("drawn");
  const before = await start(folder, "key");
  const said = await before.ask();
  await before.written;
  const after = await start(folder, "key");
  expect(await after.ask()).toEqual(said);
  expect(after.drawings()).toBe(0);
});

test("one with other settings, or a damaged file, draws it anew", async () => {
  const folder = temporaryFolder("drawn");
  const before = await start(folder, "key");
  await before.ask();
  await before.written;
  const other = await start(folder, "another key");
  await other.ask();
  expect(other.drawings()).toBe(1);

  await openDrawnPages(folder, "torn").write("/", { status: 200, headers: {}, body: Buffer.from("whole") });
  expect((await openDrawnPages(folder, "torn").read("/"))?.body.toString()).toBe("whole");
  const [name = ""] = (await import("node:fs")).readdirSync(join(folder, "torn"));
  writeFileSync(join(folder, "torn", name), '{"status":200,"headers":{},"bo');
  expect(await openDrawnPages(folder, "torn").read("/")).toBeUndefined();
});

test("where nothing can be written, the page is drawn and answered", async () => {
  const folder = temporaryFolder("drawn");
  writeFileSync(join(folder, "file"), "");
  const one = await start(join(folder, "file"), "key");
  expect((await one.ask()).text).toContain("<a href=");
});

test("whatever it depends on makes another name", () => {
  const names = [
    ["b", { publicUrl: "x" }],
    ["b", { publicUrl: "y" }],
    ["c", { publicUrl: "x" }],
    ["b", { publicUrl: "x" }, true],
  ];
  expect(new Set(names.map((each) => drawnUnder(...each))).size).toBe(names.length);
  expect(drawnUnder("b", { publicUrl: "x" })).toBe(drawnUnder("b", { publicUrl: "x" }));
});
