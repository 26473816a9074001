import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../testing/started.ts";
import { isUpToDate, runBuilt, threadFile } from "./built.ts";

let root: string;
let built: string;
const MADE = new Date("2026-11-26T12:00:00Z");
const put = (source: string, text: string, at: Date) => {
  writeFileSync(join(root, source), text);
  utimesSync(join(root, source), at, at);
};

beforeEach(() => {
  root = temporaryFolder("built");
  built = join(root, "built");
  mkdirSync(built);
  put("a.ts", "let a;", new Date(MADE.getTime() - 1_000));
  put("b.ts", "let bee;", MADE);
  put("built/sources.json", JSON.stringify({ "a.ts": 6, "b.ts": 8 }), MADE);
});

test("what was built is up to date while its sources are as they were", () => {
  expect(isUpToDate(root, built)).toBe(true);
});

test.each<[what: string, change: () => void]>([
  ["a source was written since", () => put("a.ts", "let c;", new Date(MADE.getTime() + 1))],
  ["an older source was put in its place", () => put("a.ts", "let older;", new Date(0))],
  ["a source has gone", () => rmSync(join(root, "b.ts"))],
  ["nothing was built", () => rmSync(built, { recursive: true })],
  ["the build was cut off", () => writeFileSync(join(built, "sources.json"), '{"a.ts":')],
])("not where %s", (_, change) => {
  change();
  expect(isUpToDate(root, built)).toBe(false);
});

test("a source's threads begin with sources", () => {
  expect(threadFile("/somewhere/serve.ts")).toBe("/somewhere/serve.ts");
});

test("a source of which nothing is built is run itself", async () => {
  expect(await runBuilt(join(root, "a.ts"))).toBe(false);
});
