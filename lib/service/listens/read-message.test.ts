import { generateKeyPairSync } from "node:crypto";
import { authenticate, dkimSign } from "mailauth";
import { describe, expect, test } from "vitest";
import { parseAddress } from "../../checks/view.ts";
import type { Seen } from "../../listener/seen.ts";
import { keptHeader, type Resolve, readMessage } from "./read-message.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const short = generateKeyPairSync("rsa", { modulusLength: 768 });
const edwards = generateKeyPairSync("ed25519");
const spki = ({ publicKey }: typeof rsa) => publicKey.export({ type: "spki", format: "der" }).toString("base64");

const RECORDS: Readonly<Record<string, string>> = {
  "good._domainkey.example.com": `v=DKIM1; k=rsa; p=${spki(rsa)}`,
  "short._domainkey.example.com": `v=DKIM1; k=rsa; p=${spki(short)}`,
  "other._domainkey.relay.example": `v=DKIM1; k=rsa; p=${spki(rsa)}`,
  "ed._domainkey.example.com": `v=DKIM1; k=ed25519; p=${edwards.publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64")}`,
  "revoked._domainkey.example.com": "v=DKIM1; p=",
  "example.com": "v=spf1 ip4:203.0.113.10 -all",
  "_dmarc.example.com": "v=DMARC1; p=reject",
};

const code = (name: string) => Object.assign(new Error(name), { code: name });
const resolve: Resolve = async (name, type) => {
  if (name.startsWith("silent.")) throw code("ESERVFAIL");
  const text = RECORDS[name.toLowerCase()];
  if (type === "TXT" && text !== undefined) return [[text]];
  throw code("ENOTFOUND");
};

const seen = (address = "203.0.113.10", mailFrom = "example.com"): Seen => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return {
    ...{ at: 0, address: parsed, port: 1, helo: "mail.example.com", verb: "EHLO", tls: null, mailFrom, steps: [] },
    ...{ earlyTalker: false, pipelined: false, injected: false, bareLf: false },
  };
};

const MESSAGE = [
  "Received: from client.example.com ([198.51.100.7]) by mail.example.com with ESMTPSA",
  "From: Jane Doe <jane@example.com>",
  "To: jack@example.org",
  "Message-ID: <1@mail.example.com>",
  "Date: Sun, 22 Nov 2026 14:02:10 +0000",
  "List-Unsubscribe: <mailto:leave@example.com>, <https://example.com/leave>",
  "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  "",
  "Hello",
  "",
].join("\r\n");

interface Signing {
  readonly domain?: string;
  readonly selector?: string;
  readonly algorithm?: string;
  readonly key?: (typeof rsa)["privateKey"];
}
async function signed({ domain = "example.com", selector = "good", algorithm, key = rsa.privateKey }: Signing = {}) {
  const { signatures } = await dkimSign(MESSAGE, {
    ...(algorithm ? { algorithm } : {}),
    signatureData: [
      { signingDomain: domain, selector, privateKey: key.export({ type: "pkcs8", format: "pem" }) as string },
    ],
  } as Parameters<typeof dkimSign>[1]);
  return signatures + MESSAGE;
}
const resultOf = (one: { readonly status: { readonly result: string } } | false) => (one ? one.status.result : one);
const read = (message: string, from = seen()) => readMessage(Buffer.from(message), from, "probe.example", resolve);

describe("DKIM", () => {
  test.each<[string, Signing, (message: string) => string, object]>([
    ["a good signature", {}, (m) => m, { result: "pass", aligned: true, keyBits: 2048, algorithm: "rsa-sha256" }],
    ["one of Ed25519", { selector: "ed", key: edwards.privateKey }, (m) => m, { result: "pass", aligned: true }],
    ["the body was changed", {}, (m) => m.replace("Hello", "Hallo"), { result: "fail" }],
    ["a signed field was changed", {}, (m) => m.replace("jack@", "john@"), { result: "fail" }],
    ["somebody else's", { domain: "relay.example", selector: "other" }, (m) => m, { result: "pass", aligned: false }],
    ["no key", { selector: "nowhere" }, (m) => m, { result: expect.stringMatching(/neutral|permerror/) }],
    ["a revoked key", { selector: "revoked" }, (m) => m, { result: expect.stringMatching(/neutral|permerror/) }],
    ["a key that is too short", { selector: "short", key: short.privateKey }, (m) => m, { result: "policy" }],
    ["another version", {}, (m) => m.replace("v=1;", "v=2;"), { result: "neutral" }],
    ["no version", {}, (m) => m.replace("v=1;", ""), { result: "neutral" }],
    ["an algorithm nobody knows", {}, (m) => m.replace("a=rsa-sha256", "a=rsa-md5"), { result: "neutral" }],
    ["on behalf of another domain", {}, (m) => m.replace("v=1;", "v=1; i=@example.org;"), { result: "neutral" }],
    ["a key that was not answered", { selector: "silent" }, (m) => m, { result: "temperror" }],
  ])("%s", async (_, signing, change, expected) => {
    const message = change(await signed(signing));
    const { dkim } = await read(message);
    expect(dkim).toEqual([expect.objectContaining({ selector: signing.selector ?? "good", ...expected })]);
  });

  test("a signature that names no domain is told, too", async () => {
    const { dkim } = await read((await signed()).replace("d=example.com;", ""));
    expect(dkim).toEqual([expect.objectContaining({ domain: "", result: "neutral", aligned: false })]);
  });

  test("the verdicts are mailauth's", async () => {
    for (const signing of [
      {},
      { selector: "nowhere" },
      { selector: "silent" },
      { domain: "relay.example", selector: "other" },
    ]) {
      const message = await signed(signing);
      const [ours, theirs] = [
        await read(message),
        await authenticate(Buffer.from(message), {
          ...{ ip: "203.0.113.10", helo: "mail.example.com", sender: "postmaster@example.com", mta: "probe.example" },
          ...{ resolver: resolve, disableBimi: true, strict: true },
        }),
      ];
      expect(ours.dkim.map(({ result }) => result)).toEqual(theirs.dkim.results.map(({ status }) => status.result));
      expect(ours.spf.result).toBe(resultOf(theirs.spf));
      expect(ours.dmarc.result).toBe(resultOf(theirs.dmarc));
    }
  });
});

test("SPF and DMARC are of the connecting address and the domain in From", async () => {
  expect(await read(MESSAGE)).toMatchObject({
    from: "example.com",
    dkim: [],
    spf: { result: "pass", domain: "example.com" },
    dmarc: { result: "pass", policy: "reject", spfAligned: true, dkimAligned: false },
  });
  expect(await read(MESSAGE, seen("203.0.113.99"))).toMatchObject({
    spf: { result: "fail" },
    dmarc: { result: "fail", policy: "reject", spfAligned: false, dkimAligned: false },
  });
  expect(await read(await signed(), seen("203.0.113.99"))).toMatchObject({
    dmarc: { result: "pass", spfAligned: false, dkimAligned: true },
  });
});

test("without a DMARC record, what would be aligned is said all the same", async () => {
  const { "_dmarc.example.com": _policy, ...rest } = RECORDS;
  const without: Resolve = async (name, type) => {
    const text = type === "TXT" ? rest[name] : undefined;
    if (text === undefined) throw code("ENOTFOUND");
    return [[text]];
  };
  const found = await readMessage(Buffer.from(await signed()), seen("203.0.113.99"), "probe.example", without);
  expect(found.dmarc).toEqual({ result: "none", spfAligned: false, dkimAligned: true });
});

test("header fields with signals are read, the hops with them", async () => {
  expect(await read(MESSAGE)).toMatchObject({
    messageIds: ["<1@mail.example.com>"],
    dates: ["Sun, 22 Nov 2026 14:02:10 +0000"],
    listUnsubscribe: { schemes: ["mailto", "https"], oneClick: true },
    hops: [{ from: "client.example.com", address: "198.51.100.7", by: "mail.example.com" }],
    arc: { result: "none", sets: 0 },
  });
});

test.each([
  ["nothing", ""],
  ["no header", "\r\n\r\nHello\r\n"],
  ["a body alone", "Hello, this is no header\r\n"],
  ["two authors", "From: a@example.com\r\nFrom: b@example.org\r\n\r\n"],
  ["authors of two domains", "From: a@example.com, b@example.org\r\n\r\n"],
  ["no author", "From: undisclosed\r\n\r\n"],
  ["NUL and octets that are no UTF-8", "From: \0\xff <a@b\xfc>\r\nDKIM-Signature: \xff\0;;;=\r\n\r\n"],
  ["a thousand fields", `${"Subject: x\r\n".repeat(1_000)}\r\n`],
  ["one field that does not end", `Subject: ${"x".repeat(500_000)}`],
])("no message is too odd: %s", async (_, text) => {
  const found = await readMessage(Buffer.from(text, "latin1"), seen(), "probe.example", resolve);
  expect(found.from).toBeUndefined();
});

test("a message of very many signatures costs no more than one of few", async () => {
  let asked = 0;
  const counting: Resolve = (name, type) => {
    asked++;
    return resolve(name, type);
  };
  const field = `DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=good; h=from; bh=x; b=x\r\n`;
  const found = await readMessage(Buffer.from(field.repeat(500) + MESSAGE), seen(), "probe.example", counting);
  expect(found.dkim).toEqual([expect.objectContaining({ result: "permerror" })]);
  expect(found.from).toBe("example.com");
  expect(asked).toBeLessThan(10);
});

test("who wrote to whom is not kept", () => {
  const kept = keptHeader(Buffer.from(MESSAGE));
  expect(kept).toContain("Message-ID");
  expect(kept).not.toMatch(/jane|jack|leave@|Hello/);
});
