import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const FOLDER = new URL("../../app/styles/", import.meta.url);
const sheets = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".css"))
  .map((file) => ({ file, css: readFileSync(new URL(file, FOLDER), "utf8") }));
const tokens = sheets.find(({ file }) => file === "tokens.css")?.css ?? "";
const names = (kind: string): string[] =>
  [...tokens.matchAll(new RegExp(`^ {2}--${kind}-([\\w-]+): `, "gm"))].flatMap(([, name]) =>
    name && !name.includes("--") && name !== "*" ? [name] : [],
  );

test("what is written by hand stays small", () => {
  const lines = sheets.reduce((sum, { css }) => sum + css.trimEnd().split("\n").length, 0);
  expect(lines).toBeLessThanOrEqual(700);
  expect(gzipSync(sheets.map(({ css }) => css).join("")).length).toBeLessThanOrEqual(10 * 1024);
});

test("there are seven sizes of type and three radii", () => {
  expect(names("text")).toEqual(["xs", "sm", "base", "lg", "xl", "2xl", "3xl"]);
  expect(names("radius")).toEqual(["sm", "md", "full"]);
});

test.each(sheets.filter(({ file }) => file !== "tokens.css"))("$file uses those and no others", ({ css }) => {
  const sizes = [...css.matchAll(/font-size: ([^;]+);|font: [^;/]*?([\d.]+(?:px|r?em)|var\(--text-[\w-]+\))/g)];
  // Code is a little smaller than the words around it; paper is measured in points.
  for (const [, size, within] of sizes) expect(size ?? within).toMatch(/^var\(--text-\w+\)$|^0\.92em$|^1em$|^9\.5pt$/);
  for (const [, radius] of css.matchAll(/border-radius: ([^;]+);/g)) expect(radius).toMatch(/^var\(--radius-\w+\)$/);
});
