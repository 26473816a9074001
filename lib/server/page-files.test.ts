import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/started.ts";
import { openPageFiles, type PageFile } from "./page-files.ts";

const [ONE, OTHER, THIRD] = ["A", "B", "C"].map((letter) => letter.repeat(22)) as [string, string, string];
const HERE = "http://here.example";
const page = (text: string): PageFile => ({
  headers: { "content-type": "text/html", "x-several": ["a", "b"], "x-number": 1 },
  tag: 'W/"x"',
  br: Buffer.from(text),
});

test("what was written is there after a restart, for its origin alone", async () => {
  const folder = temporaryFolder("pages");
  await openPageFiles(folder, "build").write(ONE, HERE, page("one"));
  const again = openPageFiles(folder, "build");
  expect(await again.read(ONE, HERE)).toEqual({
    headers: { "content-type": "text/html", "x-several": ["a", "b"], "x-number": "1" },
    tag: 'W/"x"',
    br: Buffer.from("one"),
  });
  expect(await again.read(ONE, "http://there.example")).toBeUndefined();
  expect(await again.read(OTHER, HERE)).toBeUndefined();
});

test("another build has none of them", async () => {
  const folder = temporaryFolder("pages");
  await openPageFiles(folder, "old").write(ONE, HERE, page("one"));
  expect(await openPageFiles(folder, "new").read(ONE, HERE)).toBeUndefined();
  expect(readdirSync(folder)).toEqual(["new"]);
});

test("where there are too many octets, the one that was read last stays", async () => {
  const folder = temporaryFolder("pages");
  const files = openPageFiles(folder, "build", 2_500);
  const large = page("x".repeat(1_000));
  await files.write(ONE, HERE, large);
  await files.write(OTHER, HERE, large);
  await files.read(ONE, HERE);
  await files.write(THIRD, HERE, large);
  expect(await files.read(ONE, HERE)).toBeDefined();
  expect(await files.read(OTHER, HERE)).toBeUndefined();
  await expect.poll(() => readdirSync(join(folder, "build")).length).toBe(2);
});

test("a report that is gone leaves nothing", async () => {
  const folder = temporaryFolder("pages");
  const files = openPageFiles(folder, "build");
  await files.write(ONE, HERE, page("one"));
  await files.write(ONE, "http://there.example", page("one"));
  await files.write(OTHER, HERE, page("other"));
  expect(new Set(files.some(10))).toEqual(new Set([ONE, OTHER]));
  await files.drop(ONE);
  await expect.poll(() => readdirSync(join(folder, "build")).length).toBe(1);
  expect(await files.read(ONE, HERE)).toBeUndefined();
  expect(files.some(10)).toEqual([OTHER]);
});

test("what is no page any more is none", async () => {
  const folder = temporaryFolder("pages");
  const files = openPageFiles(folder, "build");
  await files.write(ONE, HERE, page("one"));
  for (const name of readdirSync(join(folder, "build"))) writeFileSync(join(folder, "build", name), "torn");
  expect(await files.read(ONE, HERE)).toBeUndefined();
});

test("a folder that cannot be is no fault", async () => {
  const folder = join(temporaryFolder("pages"), "file");
  writeFileSync(folder, "");
  const files = openPageFiles(folder, "build");
  await files.write(ONE, HERE, page("one"));
  expect(await files.read(ONE, HERE)).toBeUndefined();
});
