import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fifthCustom, fifthGeneric } from "../formats/ptr-name/fifth-names.ts";
import { fourthCustom, fourthGeneric } from "../formats/ptr-name/fourth-names.ts";
import { customNames, genericNames } from "../formats/ptr-name/known-names.ts";
import { lineGeneric, rentedGeneric, sixthCustom, unnamedGeneric } from "../formats/ptr-name/sixth-names.ts";
import { thirdCustom, thirdGeneric, worldCustom, worldGeneric } from "../formats/ptr-name/world-names.ts";
import { parseAddress } from "../net/address.ts";
import { providers } from "../providers/index.ts";
import { ip, name } from "../testing/facts.ts";
import { expectLinear } from "../testing/growth.ts";
import { classifyPtrName } from "./classify-ptr-name.ts";

const kind = (text: string, address?: string | undefined) =>
  classifyPtrName(name(text), address === undefined ? undefined : ip(address)).kind;

describe("names from general knowledge", () => {
  // Names that no rule here is meant to catch: nothing in them but the last octet, a word for web content, a code.
  const MISSED = ["flh1aaa137.tky.mesh.ad.jp", "static.vnpt.vn", "node-1w7jr9qmb3r3vz.ipv6.telus.net"];

  const caught = genericNames.filter(([text]) => !MISSED.includes(text)).map(([text, address]) => ({ text, address }));
  test.each(caught)("$text ($address) is generic", ({ text, address }) => {
    expect(kind(text, address)).not.toBe("custom");
  });
  test.each(customNames.map(([text, address]) => ({ text, address })))("$text ($address) is custom", (each) => {
    expect(kind(each.text, each.address)).toBe("custom");
  });
  test("at least 95 % of the generic ones are caught, the known misses counted", () => {
    expect(genericNames.length).toBeGreaterThan(120);
    const flagged = genericNames.filter(([text, address]) => kind(text, address) !== "custom");
    expect(flagged.length / genericNames.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe("names of the world", () => {
  // Nothing in them but a word, or a number that a company may well have counted up to.
  const MISSED = new Set(
    `dsl.telekom.example.rs pppoe.example-isp.ru free.ds u12345.serverprofi24.example instance-abcdef12.cloud.example.net
     ip-10-34.example-host.co.ke host.slaskdatacenter.example.com srv-2023-12-34.dc.example.net
     ua-1234.colo.example.ua hst12345.phphost.ru node-1w7jr9qmb3r3vz0y4n2m1k5p.ipv6.telus.net
     cst-34-12.jihlava.example.cz`.split(/\s+/),
  );
  // A word in digits, and a build number that is by chance the end of the address.
  const FLAGGED = new Set(["b16b00b5.example.com", "build-113-10.ci.example.com"]);

  const objects = (names: typeof worldGeneric) => names.map(([text, address]) => ({ text, address }));
  const generic = objects([...worldGeneric, ...thirdGeneric, ...fourthGeneric, ...fifthGeneric]);
  const custom = objects([...worldCustom, ...thirdCustom, ...fourthCustom, ...fifthCustom]);
  test("the list is long, and less than 3 % of it is missed", () => {
    expect(generic.length).toBeGreaterThanOrEqual(400);
    expect(MISSED.size / generic.length).toBeLessThan(0.03);
  });
  test.each(generic.filter(({ text }) => !MISSED.has(text)))("$text ($address) is generic", ({ text, address }) => {
    expect(kind(text, address)).not.toBe("custom");
  });
  test.each(custom.filter(({ text }) => !FLAGGED.has(text)))("$text ($address) is custom", ({ text, address }) => {
    expect(kind(text, address)).toBe("custom");
  });
});

describe("names that say so without the whole address", () => {
  const wrong = (names: typeof sixthCustom, custom: boolean) =>
    names.filter(([text, address]) => (kind(text, address) === "custom") !== custom).map(([text]) => text);
  test.each([
    ["phrases in many languages", unnamedGeneric, 300],
    ["rented servers", rentedGeneric, 80],
    ["lines", lineGeneric, 150],
  ] as const)("%s are generic", (_, names, least) => {
    expect(names.length).toBeGreaterThanOrEqual(least);
    expect(wrong(names, false)).toEqual([]);
  });
  test("the same words in chosen names are custom", () => {
    expect(sixthCustom.length).toBeGreaterThanOrEqual(280);
    expect(wrong(sixthCustom, true)).toEqual([]);
  });
});

const FACTS = resolve(import.meta.dirname, "../../../../shared/facts/reverse-names.tsv");
describe.skipIf(!existsSync(FACTS))("names seen in mail headers", () => {
  const rows = existsSync(FACTS)
    ? readFileSync(FACTS, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t"))
    : [];
  const share = (custom: boolean) => {
    const some = rows.filter(([, , label = ""]) => label.startsWith("custom") === custom);
    const generic = some.filter(([address = "", text = ""]) => {
      return classifyPtrName(name(text), parseAddress(address)).kind !== "custom";
    });
    return generic.length / some.length;
  };
  test("at least 95 % of the generic ones are caught", () => expect(share(false)).toBeGreaterThanOrEqual(0.95));
  test("at most 1 % of the custom ones are flagged", () => expect(share(true)).toBeLessThanOrEqual(0.01));
});

describe("the kind", () => {
  test.each([
    ["an access word makes it dynamic", "dsl-203-0-113-5.isp.example.net", "dynamic-looking"],
    ["a pool is dynamic", "5.113.0.203.pool.isp.example.net", "dynamic-looking"],
    ["a home is dynamic", "203-0-113-5.res.isp.example.net", "dynamic-looking"],
    ["the address alone is static", "203-0-113-5.isp.example.net", "static-looking"],
    ["who says static is taken at their word", "203-0-113-5.static.dsl.isp.example.net", "static-looking"],
    ["a rented server is a cloud's", "vps-203-0-113-5.example.net", "cloud-default"],
    ["nobody named it", "unassigned.example.net", "cloud-default"],
    ["somebody chose it", "mail.example.net", "custom"],
    ["the name of the domain itself", "example.net", "custom"],
  ] as const)("%s", (_, text, expected) => {
    expect(kind(text, "203.0.113.5")).toBe(expected);
  });
});

describe("the address in the name is found", () => {
  test.each([
    ["forward", "a-203-0-113-5.example.net"],
    ["reversed", "5.113.0.203.example.net"],
    ["last octet first", "x5.203-0-113.example.net"],
    ["zero-padded", "c203.000.113.005.example.net"],
    ["zero-padded without separators", "c203000113005.example.net"],
    ["without separators", "n20301135.example.net"],
    ["in hex", "cb007105.example.net"],
    ["in hex after letters", "pcb007105.example.net"],
    ["in hex, reversed", "x057100cb.example.net"],
    ["as one number", "3405803781.example.net"],
    ["across labels", "5.net-203-0-113.example.net"],
    ["with underscores", "a_203_0_113_5.example.net"],
    ["its last two octets", "bzq-113-5.example.net"],
    ["its last three octets", "bzq-000-113-005.example.net"],
  ])("%s", (_, text) => {
    const { kind, reasons } = classifyPtrName(name(text), ip("203.0.113.5"));
    expect(kind).not.toBe("custom");
    expect(reasons[0]?.why).toMatch(/^address(-part)?$/);
  });

  test.each([
    ["groups", "2001-db8-1-2-a1b2-c3d4-e5f6-718.example.net"],
    ["compressed groups", "2001-db8-1--5.example.net", "2001:db8:1::5"],
    ["all nibbles", "20010db800010002a1b2c3d4e5f60718.example.net"],
    ["nibbles reversed", "8.1.7.0.6.f.5.e.4.d.3.c.2.b.1.a.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.example.net"],
    ["the interface part", "cust-a1b2c3d4e5f60718.example.net"],
  ])("IPv6 as %s", (_, text, address = "2001:db8:1:2:a1b2:c3d4:e5f6:718") => {
    expect(kind(text, address)).not.toBe("custom");
  });

  test("in the name of a provider it is the provider's default", () => {
    const found = classifyPtrName(name("ec2-203-0-113-5.compute-1.amazonaws.com"), ip("203.0.113.5"));
    expect(found).toMatchObject({ kind: "cloud-default", provider: "aws" });
  });
});

describe("mail words", () => {
  test.each([
    ["outweigh the last two octets", "mail113-5.example.net", "custom"],
    ["outweigh three", "mta-0-113-5.example.net", "custom"],
    ["do not outweigh the whole address", "mail-203-0-113-5.example.net", "static-looking"],
    ["outweigh it as a zone of their own", "203-0-113-5.mail.example.net", "custom"],
    ["do not outweigh the whole address and an access word", "203-0-113-5.dsl.mail.example.net", "dynamic-looking"],
  ] as const)("%s", (_, text, expected) => {
    expect(kind(text, "203.0.113.5")).toBe(expected);
  });
});

describe("whatever a stranger's PTR record holds", () => {
  const label = fc.stringMatching(/^[a-z0-9_<>\\-]{1,63}$/);
  const anyName = fc.array(label, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(".").slice(0, 253));
  const octet = fc.nat(255);
  const anyAddress = fc.tuple(octet, octet, octet, octet).map((octets) => ip(octets.join(".")));

  test("it is classified, with reasons for everything but a custom name", () => {
    fc.assert(
      fc.property(anyName, fc.option(anyAddress, { nil: undefined }), (text, address) => {
        const found = classifyPtrName(name(text), address);
        expect(found.kind === "custom" || found.reasons.length > 0).toBe(true);
      }),
    );
  });
  test("the whole address between hyphens is never custom", () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(kind(`host-${address.replaceAll(".", "-")}.example.net`, address)).not.toBe("custom");
      }),
    );
  });
  test.each([
    ["digits", "1".repeat(253)],
    ["octets", "1-".repeat(126)],
    ["hex labels", "a1b2c3d4.".repeat(28)],
    ["hyphens and letters", "a-".repeat(126)],
    ["nibbles", "f.".repeat(126)],
    ["almost a provider's name", `ec2${"-1".repeat(120)}.com`],
    ["almost a place name", `ec2-1-2-3-4.${"ab-".repeat(75)}1.comput`],
    ["escapes", "\\000".repeat(63)],
    ["words", "dsl.cable.".repeat(25)],
  ])("%s take time that grows as the name does", (_, text) => {
    const addresses = [ip("1.1.1.1"), ip("2001:db8::1"), undefined];
    // Names are short: each is read so often that there is something to compare.
    expectLinear(
      (length) => name(text.slice(0, length)),
      (read) => {
        for (let i = 0; i < 500; i++) classifyPtrName(read, addresses[i % 3]);
      },
      [63],
    );
  });
});

test("no provider's pattern takes a mail server's own name for a default", () => {
  for (const [text] of customNames) {
    for (const { recognise } of providers) {
      expect(recognise.ptr?.some((pattern) => pattern.test(text)) ?? false).toBe(false);
    }
  }
});
