import { expect, test } from "vitest";
import { z } from "zod";
import { readJson } from "./json-body.ts";

const shape = z.strictObject({ target: z.string(), selectors: z.array(z.string()).optional() });
const example = '{"target": "203.0.113.10"}';

test("what fits is handed on", () => {
  expect(readJson('{"target":"x"}', shape, example)).toEqual({ ok: true, data: { target: "x" } });
});
test.each([
  ["no JSON", "target=x"],
  ["nothing", ""],
  ["another shape", "[1]"],
  ["a missing field", "{}"],
  ["a field of another type", '{"target":1}'],
  ["a wrong place in a list", '{"target":"x","selectors":["a",1]}'],
  ["a field too many", '{"target":"x","force":true}'],
])("%s gets one sentence and an example that would work", (_, text) => {
  const read = readJson(text, shape, example);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.detail).toMatch(/^The .*\. It should look like .*\.$/);
});
