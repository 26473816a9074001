import fc from "fast-check";
import { expect, test } from "vitest";
import { createLineReader } from "./line-reader.ts";

const lines = (chunks: readonly (string | Buffer)[], max = 20) => {
  const reader = createLineReader(max);
  const all: { said: string; cut: boolean; bareLf: boolean }[] = [];
  for (const chunk of chunks) {
    reader.push(Buffer.from(chunk as string, "latin1"));
    for (let line = reader.take(); line; line = reader.take())
      all.push({ said: line.octets.toString("latin1"), cut: line.cut, bareLf: line.bareLf });
  }
  return all;
};
const whole = (said: string) => ({ said, cut: false, bareLf: false });

test.each<[string, string[], object[]]>([
  ["a line", ["NOOP\r\n"], [whole("NOOP")]],
  ["a line in pieces", ["NO", "OP", "\r", "\n"], [whole("NOOP")]],
  ["two lines at once", ["A\r\nB\r\n"], [whole("A"), whole("B")]],
  ["a bare LF", ["A\nB\r\n"], [{ ...whole("A"), bareLf: true }, whole("B")]],
  ["a bare CR is an octet", ["A\rB\r\n"], [whole("A\rB")]],
  ["two CR", ["A\r\r\n"], [whole("A\r")]],
  ["NUL", ["A\0B\r\n"], [whole("A\0B")]],
  ["an empty line", ["\r\n"], [whole("")]],
  ["nothing yet", ["NOOP"], []],
  ["just as long as is kept", [`${"x".repeat(20)}\r\n`], [whole("x".repeat(20))]],
  ["the same in pieces", ["x".repeat(20), "\r", "\n"], [whole("x".repeat(20))]],
  ["one more", [`${"x".repeat(21)}\r\nA\r\n`], [{ ...whole("x".repeat(20)), cut: true }, whole("A")]],
  ["one more in pieces", ["x".repeat(21), "\r\nA\r\n"], [{ ...whole("x".repeat(20)), cut: true }, whole("A")]],
])("%s", (_, chunks, expected) => {
  expect(lines(chunks)).toEqual(expected);
});

test("a line of 60 MB is held to what is kept of a line", () => {
  const reader = createLineReader(1024);
  const chunk = Buffer.alloc(64 * 1024, "a");
  for (let i = 0; i < 960; i++) {
    reader.push(chunk);
    expect(reader.take()).toBeUndefined();
    expect(reader.pending()).toBeLessThanOrEqual(1025);
  }
  reader.push(Buffer.from("\r\n"));
  expect(reader.take()).toMatchObject({ cut: true, octets: { length: 1024 } });
});

test("it is held to that before anybody asks for it, and behind other lines, too", () => {
  const reader = createLineReader(1024);
  reader.push(Buffer.alloc(64 * 1024, "a"));
  expect(reader.pending()).toBe(1025);
  reader.push(Buffer.from(`\r\nNOOP\r\n${"b".repeat(30_000)}`));
  expect(reader.take()).toMatchObject({ cut: true });
  expect(reader.take()?.octets.toString()).toBe("NOOP");
  expect(reader.pending()).toBe(1025);
});

test("however octets are cut into chunks, the lines are the same", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("\r", "\n", "a", "\0", "bbbbbbbbbbbbbbbbbbbbbbb"), { maxLength: 30 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
      (pieces, sizes) => {
        const all = pieces.join("");
        const chunks: string[] = [];
        for (let at = 0; at < all.length; ) {
          const size = sizes.next().value ?? 1;
          chunks.push(all.slice(at, at + size));
          at += size;
        }
        const kept = (of: readonly string[]) => lines(of).map(({ said, cut }) => ({ said, cut }));
        expect(kept(chunks)).toEqual(kept([all]));
      },
    ),
  );
});

test("what is drained is no line any more", () => {
  const reader = createLineReader(20);
  reader.push(Buffer.from("A\r\nB\r\nC"));
  expect(reader.take()?.octets.toString()).toBe("A");
  expect(reader.drain().toString()).toBe("B\r\nC");
  expect([reader.take(), reader.pending()]).toEqual([undefined, 0]);
});

test("what is kept of a chunk is a copy, and of a line that is too long no more than its beginning", () => {
  const reader = createLineReader(20);
  const chunk = Buffer.from("NOOP\r\nRS");
  reader.push(chunk);
  chunk.fill("x");
  expect(reader.take()?.octets.toString()).toBe("NOOP");
  reader.push(Buffer.from("ET\r\n"));
  expect(reader.take()?.octets.toString()).toBe("RSET");

  for (let i = 0; i < 100; i++) {
    reader.push(Buffer.alloc(64, "y"));
    expect(reader.pending()).toBeLessThanOrEqual(64);
  }
  reader.push(Buffer.from("yy\r\nNOOP\r\n"));
  expect(reader.take()).toMatchObject({ cut: true, bareLf: false });
  expect(reader.take()?.octets.toString()).toBe("NOOP");
});
