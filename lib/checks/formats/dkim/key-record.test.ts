import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitString, integer, nothing, oid, sequence } from "../../testing/der-writer.ts";
import { expectLinearOnGiants, octets } from "../../testing/hostile-text.ts";
import { looksLikeKey, parseKeyRecord } from "./key-record.ts";
import { readPublicKey } from "./public-key.ts";

const base64 = (type: "spki" | "pkcs1", bits: number) =>
  generateKeyPairSync("rsa", { modulusLength: bits }).publicKey.export({ type, format: "der" }).toString("base64");
const rsa = base64("spki", 2048);
const ed25519 = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" });
const raw = ed25519.subarray(-32).toString("base64");

describe("public keys", () => {
  test.each([
    ["2048 bits in SubjectPublicKeyInfo", rsa, 2048],
    ["1024 bits in SubjectPublicKeyInfo", base64("spki", 1024), 1024],
    ["512 bits in SubjectPublicKeyInfo", base64("spki", 512), 512],
    ["a key with white space in it", rsa.replace(/.{40}/g, "$& \t"), 2048],
    ["a key without its padding", rsa.replace(/=+$/, ""), 2048],
  ])("RSA: %s", (_, text, bits) => {
    expect(readPublicKey("rsa", text)).toEqual({ type: "rsa", bits });
  });

  test("RSA as a bare RSAPublicKey is read, and told from the usual form", () => {
    expect(readPublicKey("rsa", base64("pkcs1", 2048))).toEqual({ type: "rsa", bits: 2048, bare: true });
  });

  test("RSA of any size: the bits of the modulus", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n << 100n, max: 1n << 4200n }), fc.boolean(), (modulus, bare) => {
        const key = sequence(integer(modulus), integer(65537));
        const spki = sequence(sequence(oid("1.2.840.113549.1.1.1"), nothing), bitString(key));
        const read = readPublicKey("rsa", (bare ? key : spki).toString("base64"));
        expect(read).toEqual({ type: "rsa", bits: modulus.toString(2).length, ...(bare ? { bare } : {}) });
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["the 32 octets", raw, { type: "ed25519" }],
    ["a SubjectPublicKeyInfo, which RFC 8463 does not have", ed25519.toString("base64"), "bad-key"],
    ["31 octets", Buffer.alloc(31).toString("base64"), "bad-key"],
  ])("Ed25519: %s", (_, text, read) => {
    expect(readPublicKey("ed25519", text)).toEqual(read);
  });

  test.each([
    ["a key cut off", rsa.slice(0, 200), "bad-key"],
    [
      "a key with octets behind it",
      Buffer.concat([Buffer.from(rsa, "base64"), Buffer.of(1)]).toString("base64"),
      "bad-key",
    ],
    [
      "an elliptic curve key",
      generateKeyPairSync("ec", { namedCurve: "P-256" })
        .publicKey.export({ type: "spki", format: "der" })
        .toString("base64"),
      "bad-key",
    ],
    ["a line of a PEM file", "-----BEGIN PUBLIC KEY-----", "bad-base64"],
    ["a quote in the middle", `${rsa.slice(0, 50)}"${rsa.slice(50)}`, "bad-base64"],
    ["the URL alphabet", rsa.replaceAll(/[+/]/g, "_"), "bad-base64"],
    ["a modulus of zero", sequence(integer(0), integer(3)).toString("base64"), "bad-key"],
  ])("no key: %s", (_, text, problem) => {
    expect(readPublicKey("rsa", text)).toBe(problem);
  });

  test("whatever octets come, it answers", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readPublicKey("rsa", Buffer.from(bytes).toString("base64"));
        readPublicKey("ed25519", Buffer.from(bytes).toString("latin1"));
      }),
    );
  });
});

describe("records", () => {
  test.each([
    ["the usual one", `v=DKIM1; k=rsa; p=${rsa}`, []],
    ["the shortest one", `p=${rsa}`, []],
    ["an Ed25519 one", `v=DKIM1; k=ed25519; p=${raw}`, []],
    ["two semicolons", `v=DKIM1;; p=${rsa};`, ["empty"]],
    ["a capital P", `v=DKIM1; P=${rsa}`, ["capital-key"]],
    ["a type in capitals", `v=DKIM1; k=RSA; p=${rsa}`, ["unknown-type"]],
    ["a type that is empty", `v=DKIM1; k=; p=${rsa}`, ["unknown-type"]],
    ["a version in small letters", `v=dkim1; p=${rsa}`, ["bad-version"]],
    ["a tag twice in two cases, which are two tags", `v=DKIM1; K=x; k=rsa; p=${rsa}`, []],
    ["services, hashes and a note", `v=DKIM1; s=email:other; h=sha1:sha256; n=hello; p=${rsa}`, []],
    ["an unknown tag", `v=DKIM1; x=1; p=${rsa}`, []],
    ["a revoked one", "v=DKIM1; p=", []],
    ["another version", `v=DKIM2; p=${rsa}`, ["bad-version"]],
    ["the version behind", `p=${rsa}; v=DKIM1`, []],
    ["no key", "v=DKIM1; k=rsa", ["no-key"]],
    ["an unknown type", `v=DKIM1; k=dsa; p=${rsa}`, ["unknown-type"]],
    ["not for mail", `v=DKIM1; s=other; p=${rsa}`, ["not-for-mail"]],
    ["sha1 alone", `v=DKIM1; h=sha1; p=${rsa}`, ["no-sha256"]],
    ["a repeated tag", `v=DKIM1; p=${rsa}; p=${rsa}`, ["repeated"]],
    ["a piece without equals sign", `v=DKIM1; k=rsa; ${rsa.slice(0, 8)}; p=${rsa}`, ["no-equals"]],
    ["a lost piece of the key", `v=DKIM1; p=${rsa.slice(0, 255)}`, ["bad-key"]],
  ])("%s", (_, text, problems) => {
    expect(parseKeyRecord(text).problems).toEqual(problems);
  });

  test("the version behind another tag is noticed, and read", () => {
    expect(parseKeyRecord(`p=${rsa}; v=DKIM1`)).toMatchObject({ versionLate: true, key: { bits: 2048 } });
    expect(parseKeyRecord(`v=DKIM1; p=${rsa}`).versionLate).toBe(false);
  });

  test("flags, revocation and notes are kept", () => {
    expect(parseKeyRecord(`t=y:s; n=a note; p=${rsa}`)).toMatchObject({
      testing: true,
      strict: true,
      note: "a note",
      revoked: false,
    });
    expect(parseKeyRecord("v=DKIM1; p=")).toMatchObject({ revoked: true, testing: false });
  });

  test.each([
    ["v=DKIM1; p=x", true],
    ["k=rsa; p=x", true],
    ["v=dkim1", true],
    ["v=spf1 -all", false],
    ["google-site-verification=p", false],
  ])("%j is meant as a key: %s", (text, expected) => {
    expect(looksLikeKey(text)).toBe(expected);
  });

  test("reads whatever strangers publish, in time that grows as the text does", () => {
    const all = (text: string) => [parseKeyRecord(text), looksLikeKey(text)];
    fc.assert(fc.property(octets(), (text) => void all(text)));
    expectLinearOnGiants(all);
  });
});
