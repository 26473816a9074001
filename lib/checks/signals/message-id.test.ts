import { expect, test } from "vitest";
import { concludes } from "../testing/judging.ts";
import { sending, sentMessage } from "../testing/sendings.ts";
import { messageId } from "./message-id.ts";

const judge = (...messageIds: string[]) =>
  concludes(messageId, { sending: sending({ message: sentMessage({ messageIds }) }) });

test.each([
  ["one", ["<a.b@mail.example.com>"], "valid"],
  ["one with space around", [" <a@b> "], "valid"],
  ["none", [], "none"],
  ["two", ["<a@b>", "<c@d>"], "several"],
  ["no brackets", ["a@b"], "malformed"],
  ["no @", ["<ab>"], "malformed"],
  ["spaces", ["<a b@c>"], "malformed"],
  ["two @", ["<a@b@c>"], "malformed"],
  ["nothing in it", [""], "malformed"],
])("%s", (_, ids, outcome) => {
  expect(judge(...ids).outcome).toBe(outcome);
});

test("what stands before the @ is not kept", () => {
  expect(judge("<jane.doe@mail.example.com>").evidence).toEqual({ domain: ["mail.example.com"] });
});
