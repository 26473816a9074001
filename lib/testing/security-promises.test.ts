import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "SECURITY.md"), "utf8");

/** The rows of its table: what is promised, and the tests that are named for it. */
const rows = text
  .split("\n## How it is tested\n")[1]
  ?.split("\n")
  .flatMap((line) => {
    const [, promise = "", tests = ""] = line.split("|").map((cell) => cell.trim());
    return /^(-+|what is promised|)$/.test(promise) ? [] : [{ promise, tests: namedIn(tests) }];
  });

function namedIn(words: string): string[] {
  return [...words.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

test("the table of promises is there", () => {
  expect(rows?.length).toBeGreaterThan(20);
});

test.each(rows ?? [])("$promise: by tests that exist", ({ tests }) => {
  expect(tests.filter((name) => !/\.(test|spec)\.ts$/.test(name) || !existsSync(join(ROOT, name)))).toEqual([]);
  expect(tests).not.toEqual([]);
});

test("every other file that is named exists, too", () => {
  const files = namedIn(text).filter((name) => /^[\w./-]+\/[\w.-]+\.(ts|md)$/.test(name));
  expect(files.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
});
