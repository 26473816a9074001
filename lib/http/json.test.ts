import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonResponse, toJson } from "./json.ts";

const RANGES = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
] as const;
const codes = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));

test("no character that a terminal or an editor obeys is raw in JSON, and each is the same once parsed", () => {
  const tags = Array.from({ length: 0x80 }, (_, i) => String.fromCodePoint(0xe0000 + i)).filter((c) =>
    /\p{Cf}/u.test(c),
  );
  for (const character of [...codes.map((code) => String.fromCharCode(code)), ...tags]) {
    const value = { [`a${character}b`]: [`x${character}`, character] };
    const json = toJson(value);
    expect(json).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(json)).toEqual(value);
  }
});

test("what is shown stays as it is", () => {
  expect(toJson('grüße, 例え, 𝔘, \\u0041, "q"')).toBe(JSON.stringify('grüße, 例え, 𝔘, \\u0041, "q"'));
});

test("a backslash before such a character stays a backslash", () => {
  const value = "\\\u0085\\\\\u202e";
  expect(JSON.parse(toJson(value))).toBe(value);
});

test("an answer names its type, or the one it was given", async () => {
  const answer = jsonResponse({ a: "\u009b31m" }, { status: 201 });
  expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
    201,
    "application/json",
    '{"a":"\\u009b31m"}',
  ]);
});

test("every answer in JSON is made here", () => {
  const root = join(import.meta.dirname, "../..");
  const files = ["app", "lib/http", "lib/server"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/(\.test|http\/json)\.ts$/.test(file));
  expect(sources.length).toBeGreaterThan(40);
  const own = sources.filter((file) => /\b(Next)?Response\.json\(/.test(readFileSync(file, "utf8")));
  expect(own).toEqual([]);
});
