import { expect, test } from "vitest";
import { createDataReader } from "./data-reader.ts";
import { createRoom, PIECE } from "./room.ts";

function read(chunks: readonly string[], max = 1000) {
  const reader = createDataReader(max, createRoom(10 * PIECE).enter());
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

test("however small the chunks, a message takes no more room than it has octets, and gives it back", () => {
  const room = createRoom(4 * PIECE);
  const share = room.enter();
  const reader = createDataReader(3 * PIECE, share);
  for (let i = 0; i < 2 * PIECE + 1; i++) expect(reader.push(Buffer.from("x"))).toBe("more");
  const other = room.enter();
  expect(createDataReader(3 * PIECE, other).push(Buffer.alloc(PIECE + 1, "x"))).toBe("no-room");
  share.release();
  share.release();
  other.release();
  expect(createDataReader(4 * PIECE, room.enter()).push(Buffer.alloc(4 * PIECE, "x"))).toBe("more");
  expect(createDataReader(4 * PIECE, room.enter()).push(Buffer.from("x"))).toBe("no-room");
});

test("however octets are cut into chunks, the message is the same", () => {
  const text = `..a\r\n.b${"c".repeat(PIECE - 10)}\r\n...\r\n\r\n.\r\r\n.\r\nQUIT\r\n`;
  const expected = read([text], 2 * PIECE);
  expect(expected).toMatchObject({ rest: "QUIT\r\n" });
  for (const size of [1, 2, 3, 4, 5, 7, 100, PIECE - 1, PIECE, PIECE + 1]) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
      text.slice(i * size, (i + 1) * size),
    );
    const found = read(chunks, 2 * PIECE);
    expect({ ...(found as object), rest: "" }).toEqual({ ...(expected as object), rest: "" });
  }
});
