import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Answer, decode, encode } from "dns-packet";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecordType } from "../../facts/lookup.ts";
import { asName } from "../../net/domain-name.ts";
import { corpus } from "../../testing/corpora.ts";
import { expectLinear } from "../../testing/growth.ts";
import { answersQuery, decodeReply, encodeQuery, type Question } from "./message.ts";
import { type Reading, readReply } from "./reading.ts";
import { showData } from "./records.ts";

const question = (name: string, type: RecordType = "PTR"): Question => ({
  name: asName(name),
  type,
  recursion: true,
  checkingDisabled: false,
});

const PLAIN = { edns: true, mixed: false };
/** A query's octets under an id. */
function queryFor(of: Question, id = 0, form = PLAIN): Buffer {
  const query = encodeQuery(of, form) ?? Buffer.alloc(0);
  query.writeUInt16BE(id, 0);
  return query;
}

describe("a query", () => {
  test("carries id, question, RD, AD and EDNS 1232", () => {
    const query = decode(queryFor(question("mail.example", "A"), 4711));
    expect(query).toMatchObject({ id: 4711, flag_rd: true, flag_ad: true, flag_cd: false, flag_qr: false });
    expect(query.questions).toEqual([{ name: "mail.example", type: "A", class: "IN" }]);
    expect(query.additionals).toMatchObject([{ type: "OPT", udpPayloadSize: 1232, ednsVersion: 0, flag_do: false }]);
  });
  test("does without EDNS where it must", () => {
    expect(decode(queryFor(question("."), 1, { edns: false, mixed: false })).additionals).toEqual([]);
  });
  test("is not made of a name that is none", () => {
    expect(encodeQuery(question("a".repeat(64)), PLAIN)).toBeUndefined();
  });
  test("has the letters of its name, and nothing else, in mixed case", () => {
    const wanted = "mail-7.example\\065.xn--mnchen-3ya.de";
    const spelled = Array.from({ length: 20 }, () => queryFor(question(wanted), 0, { edns: true, mixed: true }));
    expect(new Set(spelled.map((each) => each.toString("hex"))).size).toBe(20);
    const lower = (query: Buffer) => Buffer.from(query.toString("latin1").toLowerCase(), "latin1");
    for (const each of spelled) expect(lower(each)).toEqual(lower(queryFor(question(wanted))));
  });
});

describe("a reply answers the query", () => {
  const query = queryFor(question("mail.example", "A"), 7);
  const made = (id: number, name: string, type: "A" | "AAAA" = "A", flags = 0) =>
    encode({ type: "response", id, flags, questions: [{ name, type }] });
  const chaos = encode({ type: "response", id: 7, questions: [{ name: "mail.example", type: "A", class: "CH" }] });
  test.each([
    ["with the same id and question", made(7, "mail.example"), "yes"],
    ["in upper case, and is told apart", made(7, "MAIL.EXAMPLE"), "respelled"],
    ["not in letters of both cases that we did not send", made(7, "MaIL.example"), "no"],
    ["not with another id", made(8, "mail.example"), "no"],
    ["not with another name", made(7, "mail.example.net"), "no"],
    ["not with another type", made(7, "mail.example", "AAAA"), "no"],
    ["not with another class", chaos, "no"],
    ["not with another opcode", made(7, "mail.example", "A", 4 << 11), "no"],
    ["not without a question", encode({ type: "response", id: 7 }), "no"],
    ["without a question where the server says FORMERR", encode({ type: "response", id: 7, flags: 1 }), "yes"],
    ["not as a query", query, "no"],
    ["not as a scrap", Buffer.from([0, 7, 0x80]), "no"],
  ])("%s", (_, reply, expected) => {
    expect(answersQuery(reply, query)).toBe(expected);
  });
});

describe("a reply to a query in mixed case", () => {
  const spelled = "mAiL.ExaMPLe";
  const query = Buffer.from(queryFor(question("mail.example", "A"), 7));
  query.write("\u0004mAiL\u0007ExaMPLe", 12, "latin1");
  const made = (name: string) => encode({ type: "response", id: 7, questions: [{ name, type: "A" }] });
  test.each([
    ["has to repeat it", spelled, "yes"],
    ["shows a server that writes in lower case", "mail.example", "respelled"],
    ["shows a server that writes in upper case", "MAIL.EXAMPLE", "respelled"],
    ["is a guess where a single letter differs", "mAiL.ExaMPLE", "no"],
    ["is a guess where all of them do", "MaIl.eXAmplE", "no"],
  ])("%s", (_, name, expected) => {
    expect(answersQuery(made(name), query)).toBe(expected);
  });
});

describe("records", () => {
  const rows: [Answer, unknown, string][] = [
    [{ name: "x", type: "A", data: "192.0.2.1" }, "192.0.2.1", "192.0.2.1"],
    [{ name: "x", type: "AAAA", data: "2001:db8:0:0:0:0:0:1" }, "2001:db8::1", "2001:db8::1"],
    [{ name: "x", type: "PTR", data: "Mail.Example" }, "mail.example", "mail.example"],
    [{ name: "x", type: "CNAME", data: "b.example" }, "b.example", "b.example"],
    [{ name: "x", type: "NS", data: "." }, ".", "."],
    [
      { name: "x", type: "MX", data: { preference: 10, exchange: "mx.example" } },
      { preference: 10, exchange: "mx.example" },
      "10 mx.example",
    ],
    [
      { name: "x", type: "SOA", data: { mname: "ns.example", rname: "h.example", serial: 7, minimum: 2 ** 31 } },
      { mname: "ns.example", rname: "h.example", serial: 7, minimum: 0 },
      "ns.example h.example 7",
    ],
    [{ name: "x", type: "TXT", data: ["v=", Buffer.from([0xff]), '"'] }, 'v=\u00ff"', '"v=\\255\\""'],
    [
      { name: "x", type: "TLSA", data: { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from("AB") } },
      { usage: 3, selector: 1, matching: 1, data: "4142" },
      "3 1 1 4142",
    ],
    [
      { name: "x", type: "DS", data: { keyTag: 60485, algorithm: 8, digestType: 2, digest: Buffer.alloc(32) } },
      { keyTag: 60485, algorithm: 8, digestType: 2 },
      "60485 8 2",
    ],
  ];
  test.each(rows)("$type is read and shown", (answer, data, shown) => {
    const message = decodeReply(encode({ type: "response", answers: [answer] }));
    expect(message?.answers.map((record) => record.data)).toEqual([data]);
    expect(message?.answers.map(showData)).toEqual([shown]);
  });
  test("of other types and classes are left out", () => {
    const answers: Answer[] = [
      { name: "x", type: "A", class: "CH", data: "192.0.2.1" },
      { name: "x", type: "HINFO", data: { cpu: "a", os: "b" } },
    ];
    expect(decodeReply(encode({ type: "response", answers }))?.answers).toEqual([]);
  });
  test("an extended DNS error is noticed", () => {
    // OPT with extended rcode 1 and an EDE option of code 22.
    const opt = [0, 0, 41, 4, 208, 1, 0, 0, 0, 0, 6, 0, 15, 0, 2, 0, 22];
    const bytes = Buffer.from([0, 0, 0x80, 2, 0, 0, 0, 0, 0, 0, 0, 1, ...opt]);
    expect(decodeReply(bytes)).toMatchObject({ rcode: 18, extendedError: 22 });
  });
});

test("no octets make the decoder throw", () => {
  const header = fc.tuple(fc.uint8Array({ minLength: 2, maxLength: 2 }), fc.uint8Array({ maxLength: 200 }));
  const message = header.map(([flags, rest]) => Buffer.from([0, 0, ...flags, 0, 1, 0, 1, 0, 0, 0, 0, ...rest]));
  fc.assert(
    fc.property(message, (bytes) => {
      const decoded = decodeReply(bytes);
      if (decoded) readReply(decoded, question("x"));
    }),
    { numRuns: 2000 },
  );
});

/** A message of so many records whose names are pointers, each to the one before. */
function pointerLadder(records: number): Buffer {
  const pieces = [Buffer.from([0, 0, 0x80, 0, 0, 0, records >> 8, records & 255, 0, 0, 0, 0])];
  for (let i = 0, at = 12; i < records; i++, at += 12) {
    const target = Math.max(12, at - 12);
    pieces.push(Buffer.from([0xc0 | (target >> 8), target & 255, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]));
  }
  return Buffer.concat(pieces);
}

test("a pointer ladder in 64 KiB is refused, in time that grows as the message does", () => {
  expect(decodeReply(pointerLadder(5000))).toBeUndefined();
  expectLinear(pointerLadder, decodeReply, [1250]);
});

interface Hostile {
  readonly id: string;
  readonly expect: string;
  readonly hex: string;
}
const hostileFile = corpus("own/dns-hostile-packets.json");
const hostile: Hostile[] = hostileFile
  ? JSON.parse(readFileSync(hostileFile, "utf8"))
  : [{ id: "all", expect: "the corpus", hex: "" }];

describe.skipIf(!hostileFile)("hostile replies", () => {
  const reverse = question("4.3.2.1.in-addr.arpa");
  const query = queryFor(reverse);
  const readings: readonly (readonly [expectation: string, check: (reading: Reading) => void])[] = [
    ["rejected", (reading) => expect(reading).toEqual({ kind: "failed", reason: "malformed" })],
    ["record", (reading) => expect(reading).toEqual({ kind: "failed", reason: "malformed" })],
    ["NXDOMAIN", (reading) => expect(reading).toMatchObject({ kind: "nxdomain" })],
    ["typed", (reading) => expect(reading.kind).toBe("failed")],
    ["extended", (reading) => expect(reading).toEqual({ kind: "failed", reason: "formerr" })],
    ["stopped", (reading) => expect(reading).toEqual({ kind: "failed", reason: "alias-loop" })],
    ["accepted", (reading) => expect(reading).toMatchObject({ kind: "answer", records: ["."] })],
    ["TTL", (reading) => expect(reading).toMatchObject({ kind: "answer", ttl: 0 })],
    ["one", (reading) => expect(reading).toMatchObject({ records: ["mail\\046bank\\046example"] })],
    ["shown", (reading) => expect(reading).toMatchObject({ records: ["mail\\046bank.attacker.test"] })],
    ["inert", inertName],
    ["bytes", inertName],
  ];
  function inertName(reading: Reading) {
    expect(reading.kind).toBe("answer");
    if (reading.kind === "answer") expect(reading.records[0]).toMatch(/^([a-z0-9_/*-]|\\\d{3})+\.attacker\.test$/);
  }

  test.each(hostile)("$id: $expect", ({ id, expect: expected, hex }) => {
    const bytes = Buffer.from(hex, "hex");
    if (expected.startsWith("ignored")) return expect(answersQuery(bytes, query)).toBe("no");
    const message = decodeReply(bytes);
    const asked = id.startsWith("cname-chain")
      ? question("c0.test", "A")
      : id === "a-rdlength-5"
        ? { ...reverse, type: "A" as const }
        : reverse;
    const check = readings.find(([word]) => expected.startsWith(word))?.[1];
    if (!check) throw new Error(`no rule for "${expected}"`);
    check(message ? readReply(message, asked) : { kind: "failed", reason: "malformed" });
  });
});

const fuzz = corpus("dns-fuzz");
test.skipIf(!fuzz)("what other implementations' fuzzers found is decoded or refused", () => {
  const files = readdirSync(fuzz ?? "", { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.length).toBeGreaterThan(600);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    const message = decodeReply(bytes);
    if (message) expect(readReply(message, question(".")).kind, file.name).toMatch(/./);
  }
});

const real = corpus("dns-real/zonemaster-packets.tsv");
test.skipIf(!real)("real replies are decoded", () => {
  const lines = readFileSync(real ?? "", "utf8")
    .trimEnd()
    .split("\n");
  const refused = lines.filter((line) => !decodeReply(Buffer.from(line.split("\t")[1] ?? "", "base64")));
  expect(lines.length).toBeGreaterThan(9000);
  expect(refused).toEqual([]);
});
