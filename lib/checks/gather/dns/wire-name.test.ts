import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asName } from "../../net/domain-name.ts";
import { canonicalName, encodeName, Malformed, readName } from "./wire-name.ts";

/** Octets after a header of twelve zeros, the name read from `start` of what follows. */
const read = (octets: number[], start = 0) => {
  const bytes = Uint8Array.from([...Array<number>(12).fill(0), ...octets]);
  return readName(bytes, 12 + start, bytes.length);
};
const ascii = (label: string) => [label.length, ...Buffer.from(label, "latin1")];

describe("a name from the wire", () => {
  test.each([
    ["the root", [0], "."],
    ["lowercase", [...ascii("MAIL"), ...ascii("Example"), 0], "mail.example"],
    ["an RFC 2317 slash and an underscore as themselves", [...ascii("0/25"), ...ascii("_dmarc"), 0], "0/25._dmarc"],
    ["a dot inside a label escaped, so that one label stays one", [...ascii("a.b"), 0], "a\\046b"],
    ["space, quote, backslash and markup escaped", [...ascii(' "\\<'), 0], "\\032\\034\\092\\060"],
    ["octets beyond ASCII apart, without U+FFFD", [2, 0xff, 0x41, 0], "\\255a"],
    ["a NUL", [1, 0, 0], "\\000"],
  ])("is spelled canonically: %s", (_, octets, expected) => {
    expect(read(octets).name).toBe(expected);
  });

  test("follows a pointer backwards and goes on after it", () => {
    expect(read([...ascii("example"), 0, ...ascii("mail"), 0xc0, 12], 9)).toEqual({ name: "mail.example", next: 28 });
  });

  test.each([
    ["nothing", []],
    ["a label that runs past the end", [5, 97, 98]],
    ["no root at the end", ascii("a")],
    ["reserved label types", [0x41, 97, 0]],
    ["the other reserved label type", [0x83, 97, 98, 99, 0]],
    ["a pointer to itself", [0xc0, 12]],
    ["a pointer forward", [0xc0, 14, 0]],
    ["a pointer into the header", [0xc0, 4]],
    ["half a pointer", [0xc0]],
    ["256 octets", [...Array.from({ length: 127 }, () => [1, 97]).flat(), 1, 97, 0]],
  ])("is refused: %s", (_, octets) => {
    expect(() => read(octets)).toThrow(Malformed);
  });

  test("is refused when two pointers lead in a circle", () => {
    expect(() => read([...ascii("a"), 0xc0, 12], 0)).toThrow(Malformed);
  });

  test("is refused when it climbs a ladder of pointers", () => {
    // A root, then pointers of two octets, each to the one before it.
    const ladder = (steps: number) => [0, ...Array.from({ length: steps }, (_, i) => to(i && 2 * i - 1)).flat()];
    const to = (offset: number) => [0xc0 | ((12 + offset) >> 8), (12 + offset) & 0xff];
    expect(read(ladder(127), 2 * 126 + 1).name).toBe(".");
    expect(() => read(ladder(128), 2 * 127 + 1)).toThrow(Malformed);
  });

  test("255 octets are a name", () => {
    const octets = [...Array.from({ length: 127 }, () => [1, 97]).flat(), 0];
    expect(read(octets).name).toHaveLength(253);
  });
});

describe("a name to the wire", () => {
  test.each([
    ["a label of 64 octets", "a".repeat(64)],
    ["an empty label", "a..b"],
    ["more than 255 octets", Array<string>(128).fill("a").join(".")],
    ["an escape that is none", "a\\"],
    ["an octet over 255", "\\256"],
    ["a character beyond ASCII", "ä.example"],
  ])("is refused: %s", (_, name) => {
    expect(encodeName(asName(name))).toBeUndefined();
  });

  test("other spellings of a name become the canonical one", () => {
    expect(canonicalName(asName("A+B.Example"))).toBe("a\\043b.example");
  });

  test("what is read is written again, octet for octet, letter case aside", () => {
    const label = fc.uint8Array({ minLength: 1, maxLength: 63 }).map((octets) => [octets.length, ...octets]);
    const name = fc.array(label, { maxLength: 3 }).map((labels) => [...labels.flat(), 0]);
    fc.assert(
      fc.property(name, (octets) => {
        const written = encodeName(read(octets).name);
        expect(written?.toString("latin1").replace(/[A-Z]/g, (c) => c.toLowerCase())).toBe(
          Buffer.from(octets)
            .toString("latin1")
            .replace(/[A-Z]/g, (c) => c.toLowerCase()),
        );
      }),
    );
  });
});
