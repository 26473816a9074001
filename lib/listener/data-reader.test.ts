import { expect, test } from "vitest";
import { createDataReader } from "./data-reader.ts";

function read(chunks: readonly string[], max = 1000) {
  const reader = createDataReader(max);
  for (const chunk of chunks) {
    const came = reader.push(Buffer.from(chunk, "latin1"));
    if (came === "more") continue;
    return came === "too-long"
      ? came
      : { message: came.message.toString("latin1"), rest: came.rest.toString("latin1") };
  }
  return "more";
}

test.each<[string, string[], object | string]>([
  ["a message", ["a\r\nb\r\n.\r\n"], { message: "a\r\nb\r\n", rest: "" }],
  ["an empty one", [".\r\n"], { message: "", rest: "" }],
  ["octet by octet", [..."a\r\n.\r\n"], { message: "a\r\n", rest: "" }],
  ["what follows is the next command", ["a\r\n.\r\nQUIT\r\n"], { message: "a\r\n", rest: "QUIT\r\n" }],
  ["dots are unstuffed", ["..a\r\n..\r\n.\r\n"], { message: ".a\r\n.\r\n", rest: "" }],
  [
    "a dot between bare LF is no end",
    ["a\n.\nMAIL FROM:<x>\r\n.\r\n"],
    { message: "a\n.\nMAIL FROM:<x>\r\n", rest: "" },
  ],
  ["nor is one after a bare LF", ["a\n.\r\nb\r\n.\r\n"], { message: "a\n.\r\nb\r\n", rest: "" }],
  ["nor one before a bare LF", ["a\r\n.\nb\r\n.\r\n"], { message: "a\r\n\nb\r\n", rest: "" }],
  ["no end yet", ["a\r\n."], "more"],
  ["too long", ["x".repeat(600), "x".repeat(600)], "too-long"],
  ["too long in one piece", [`${"x".repeat(1001)}\r\n.\r\n`], "too-long"],
])("%s", (_, chunks, expected) => {
  expect(read(chunks)).toEqual(expected);
});
