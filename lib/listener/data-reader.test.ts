import { expect, test } from "vitest";
import { createDataReader } from "./data-reader.ts";
import { createRoom } from "./room.ts";

function read(chunks: readonly string[], max = 1000) {
  const reader = createDataReader(max, createRoom(10_000).enter());
  for (const chunk of chunks) {
    const came = reader.push(Buffer.from(chunk, "latin1"));
    if (came === "more") continue;
    return came === "too-long" || came === "no-room"
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
  ["too long in one piece", [`${"x".repeat(999)}\r\n\r\n.\r\n`], "too-long"],
  ["just as long as it may be", ["x".repeat(998), "\r\n.", "\r\n"], { message: `${"x".repeat(998)}\r\n`, rest: "" }],
  ["dots at both ends of a line", ["..a.\r\n....\r\n.\r\n"], { message: ".a.\r\n...\r\n", rest: "" }],
])("%s", (_, chunks, expected) => {
  expect(read(chunks)).toEqual(expected);
});

test("however small the pieces, a message takes twice its octets of the room at most, and gives them back", () => {
  const room = createRoom(20_000);
  const share = room.enter();
  const reader = createDataReader(9_000, share);
  for (let i = 0; i < 9_000; i++) expect(reader.push(Buffer.from("x"))).toBe("more");
  const other = createDataReader(9_000, room.enter());
  expect(other.push(Buffer.alloc(12_000, "x"))).toBe("no-room");
  share.release();
  share.release();
  expect(other.push(Buffer.alloc(8_000, "x"))).toBe("more");
  // What is needed and no more, where there is no room for twice as much.
  expect(createDataReader(20_000, room.enter()).push(Buffer.alloc(11_900))).toBe("more");
  expect(createDataReader(20_000, room.enter()).push(Buffer.alloc(13_000))).toBe("no-room");
});
