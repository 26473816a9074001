import { expect, test } from "vitest";
import { plain, text } from "../net/safe-text.ts";
import { firstSentence } from "./sentences.ts";

test.each([
  ["one sentence", text`Set the PTR record of ${"203.0.113.1"}.`, "Set the PTR record of 203.0.113.1.", ""],
  ["two", text`Publish ${"a.example"}. Then wait.`, "Publish a.example.", "Then wait."],
  ["a value at the start of the second", text`Do it. ${"b.example"} follows.`, "Do it.", "b.example follows."],
  ["a sentence inside a value", text`It says ${"Stop. Now"} only.`, "It says Stop. Now only.", ""],
  ["words put together", [...text`Publish it${text``}.`, ...text` Or not.`], "Publish it.", "Or not."],
  ["nothing", [], "", ""],
])("%s", (_, sentence, first, rest) => {
  const split = firstSentence(sentence);
  expect([plain(split.first), plain(split.rest)]).toEqual([first, rest]);
});
