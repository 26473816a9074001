import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReplyReader, type ReplyCaps, type ReplyRead, replyCaps } from "./reply-reader.ts";

const small: ReplyCaps = { line: 20, lines: 3, total: 200, kept: 8 };

/** Everything a reader makes of these chunks, and what is left. */
function readAll(chunks: readonly Uint8Array[], caps: ReplyCaps = replyCaps): (ReplyRead | undefined)[] {
  const reader = createReplyReader(caps);
  const reads: ReplyRead[] = [];
  for (const chunk of chunks) {
    reader.push(chunk);
    for (let read = reader.next(); read; read = reader.next()) {
      reads.push(read);
      if (read.kind === "fault") return reads;
    }
  }
  return reads;
}

const one = (text: string, caps?: ReplyCaps) => readAll([Buffer.from(text, "latin1")], caps)[0];

describe("a reply", () => {
  test.each([
    ["of one line", "220 mx.example ESMTP\r\n", 220, ["mx.example ESMTP"]],
    ["of several lines", "250-mx.example\r\n250-PIPELINING\r\n250 HELP\r\n", 250, ["mx.example", "PIPELINING", "HELP"]],
    ["without words", "250\r\n", 250, [""]],
    ["with an empty last line", "250-a\r\n250 \r\n", 250, ["a", ""]],
    ["whose lines end in LF alone", "250-a\n250 b\n", 250, ["a", "b"]],
    ["with a CR and a NUL inside", "220 a\r\0b\r\n", 220, ["a\r\0b"]],
    ["in UTF-8", "220 Gr\xc3\xbc\xc3\x9fe\r\n", 220, ["Grüße"]],
    ["in no encoding", "220 mx\xff\xfe\r\n", 220, ["mx\xff\xfe"]],
  ])("%s is read", (_, text, code, lines) => {
    expect(one(text)).toMatchObject({ kind: "reply", reply: { code, lines } });
  });

  test.each([
    ["220 a\r\n", false],
    ["220 a\n", true],
    ["220-a\n220 b\r\n", true],
  ])("%j ends in LF alone: %s", (text, bareLf) => expect(one(text)).toMatchObject({ bareLf }));

  test.each([
    ["a greeting of SSH", "SSH-2.0-OpenSSH_9\r\n", "not-a-reply"],
    ["an answer of HTTP", "HTTP/1.1 400 Bad\r\n", "not-a-reply"],
    ["a code above 599", "600 a\r\n", "not-a-reply"],
    ["a code of four digits", "2200 a\r\n", "not-a-reply"],
    ["an empty line", "\r\n", "not-a-reply"],
    ["two codes in one reply", "220-a\r\n250 b\r\n", "codes-differ"],
    ["a line longer than the cap", `220 ${"a".repeat(30)}\r\n`, "line-too-long"],
    ["a line without end", "a".repeat(30), "line-too-long"],
    ["more lines than the cap", "250-a\r\n250-b\r\n250-c\r\n250 d\r\n", "too-many-lines"],
    ["more octets than the cap", `${"250 a\r\n".repeat(40)}`, undefined],
  ])("%s is a fault", (_, text, fault) => {
    const last = readAll([Buffer.from(text)], small).at(-1);
    expect(last).toMatchObject({ kind: "fault", fault: fault ?? "too-much" });
  });

  test("is kept up to the cap, and read to its end", () => {
    expect(one(`220 ${"a".repeat(16)}\r\n`, small)).toMatchObject({ reply: { lines: ["a".repeat(8)] } });
  });
});

test.each([
  ["", false],
  ["2", false],
  ["220", false],
  ["220\r", false],
  ["220-mx", false],
  ["SSH-2.0", true],
  ["22x", true],
  ["\xff\xfd\x18", true],
])("an unfinished %j is garbled: %s", (text, garbled) => {
  const reader = createReplyReader();
  reader.push(Buffer.from(text, "latin1"));
  expect([reader.next(), reader.garbled()]).toEqual([undefined, garbled]);
});

test("what is discarded is never read", () => {
  const reader = createReplyReader();
  reader.push(Buffer.from("220 a\r\n250-ev"));
  expect(reader.next()).toMatchObject({ reply: { code: 220 } });
  expect([reader.discard(), reader.discard()]).toEqual([true, false]);
  reader.push(Buffer.from("250 good\r\n"));
  expect(reader.next()).toMatchObject({ reply: { code: 250, lines: ["good"] } });
});

const line = fc.oneof(
  fc.constantFrom("220 mx\r\n", "250-a\r\n", "250 b\n", "250\r\n", "421 bye\r\n", "\r\n", "xyz\r\n", "220-\r"),
  fc.string({ maxLength: 40, unit: "binary" }),
);

test("how the octets are cut into chunks makes no difference", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.array(fc.nat({ max: 300 }), { maxLength: 20 }), (lines, cuts) => {
      const octets = Buffer.from(lines.join(""), "latin1");
      const places = [0, ...cuts.filter((cut) => cut < octets.length).sort((a, b) => a - b), octets.length];
      const chunks = places.slice(1).map((end, i) => octets.subarray(places[i], end));
      const meaning = (reads: readonly (ReplyRead | undefined)[]) =>
        reads.map((read) => (read?.kind === "fault" ? read.fault : read));
      const whole = meaning(readAll([octets], small));
      expect(meaning(readAll(chunks, small))).toEqual(whole);
      expect(
        meaning(
          readAll(
            Array.from(octets, (octet) => Buffer.of(octet)),
            small,
          ),
        ),
      ).toEqual(whole);
    }),
  );
});

test("whatever comes, nothing is kept beyond the caps", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 10 }), (chunks) => {
      for (const read of readAll(chunks, small)) {
        const lines = read?.kind === "reply" ? read.reply.lines : [read?.line ?? ""];
        expect(lines.length).toBeLessThanOrEqual(small.lines);
        for (const text of lines) expect(text.length).toBeLessThanOrEqual(small.kept);
      }
    }),
  );
});
