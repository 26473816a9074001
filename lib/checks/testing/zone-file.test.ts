import { describe, expect, it } from "vitest";
import { parseZone, type SpelledName, type ZoneRecord } from "./zone-file.ts";

const names = (record: ZoneRecord | undefined): SpelledName[] =>
  (record?.data ?? []).flatMap((piece) => ("name" in piece ? [piece.name] : []));

const octets = (record: ZoneRecord | undefined): Buffer =>
  Buffer.concat((record?.data ?? []).flatMap((piece) => ("name" in piece ? [] : [Buffer.from(piece)])));

describe("zone text", () => {
  it("takes relative names from $ORIGIN, absolute ones as they are, and @ for the origin", () => {
    const records = parseZone(`
      $ORIGIN example.com.
      @     MX 10 mail
      mail  A  203.0.113.10
      www   CNAME mail.example.net.
    `);
    expect(records.map(({ owner, type }) => `${owner} ${type}`)).toEqual([
      "example.com MX",
      "mail.example.com A",
      "www.example.com CNAME",
    ]);
    expect(records.flatMap(names)).toEqual(["mail.example.com", "mail.example.net"]);
  });

  it("keeps the owner for lines that begin with a space, and drops comments", () => {
    const records = parseZone(
      `
      mail  A    203.0.113.10 ; the server
            AAAA 2001:db8::10
      ; nothing here
    `,
      "example.com",
    );
    expect(records.map(({ owner, type }) => `${owner} ${type}`)).toEqual([
      "mail.example.com A",
      "mail.example.com AAAA",
    ]);
  });

  it("has a TTL for each record, for what follows, or by default", () => {
    const records = parseZone(`
      a. A 203.0.113.1
      $TTL 60
      b. A 203.0.113.2
      c. 7200 IN A 203.0.113.3
    `);
    expect(records.map(({ ttl }) => ttl)).toEqual([300, 60, 7200]);
  });

  it("joins lines inside parentheses", () => {
    const [soa] = parseZone(`
      example.com. SOA ns1.example.com. hostmaster.example.com. (
        1 7200 1800 ; refresh and retry
        1209600
        60 )
    `);
    expect(names(soa)).toEqual(["ns1.example.com", "hostmaster.example.com"]);
    expect(octets(soa).readUInt32BE(0)).toBe(1);
    expect(octets(soa).readUInt32BE(16)).toBe(60);
  });

  it("writes each quoted string on its own, and cuts one of more than 255 octets", () => {
    const [two, long] = parseZone(`
      a. TXT "v=spf1 ; no comment" -all
      b. TXT "${"k".repeat(300)}"
    `);
    expect(octets(two).toString("latin1")).toBe("\x13v=spf1 ; no comment\x04-all");
    expect([octets(long)[0], octets(long)[256], octets(long).length]).toEqual([255, 45, 302]);
  });

  it.each([
    [String.raw`two\032words.example.com.`, String.raw`two\032words.example.com`],
    [String.raw`a\.b.example.com.`, String.raw`a\046b.example.com`],
    ["<b>.example.com.", String.raw`\060b\062.example.com`],
    ["\u202eevil.example.com.", String.raw`\226\128\174evil.example.com`],
    ["Mail.Example.COM.", "Mail.Example.COM"],
    ["130.128/26.113.0.203.in-addr.arpa.", "130.128/26.113.0.203.in-addr.arpa"],
    [".", "."],
  ])("spells the name %s by its octets", (written, spelled) => {
    expect(names(parseZone(`x. PTR ${written}`)[0])).toEqual([spelled]);
  });

  it("writes the numbers of TLSA and DS", () => {
    const [tlsa, ds] = parseZone(`
      _25._tcp.mail.example.com. TLSA 3 1 1 00ff
      example.com. DS 20001 13 2 abcd
    `);
    expect(octets(tlsa).toString("hex")).toBe("03010100ff");
    expect(octets(ds).toString("hex")).toBe("4e210d02abcd");
  });

  it.each(["a. A 2001:db8::1", "a. AAAA 203.0.113.1", "a. WHAT 1", "a. MX mail", " A 203.0.113.1", "a. TXT ( one"])(
    "refuses %s",
    (text) => {
      // A first line at the margin, so that the space before the second one counts.
      expect(() => parseZone(`$TTL 60\n${text}`)).toThrow("zone text");
    },
  );
});
