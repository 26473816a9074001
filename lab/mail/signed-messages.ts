import { generateKeyPairSync } from "node:crypto";
import { arcSealed, dkimSigned, type Sealing, type Signing } from "./signed.ts";

/* Messages of every class that verifiers tell apart, made here, and the DNS records that their signatures name. */

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
const small = generateKeyPairSync("rsa", { modulusLength: 1024 });
const edwards = generateKeyPairSync("ed25519");
const published = ({ publicKey }: typeof rsa) => publicKey.export({ type: "spki", format: "der" }).toString("base64");
const RSA = `p=${published(rsa)}`;

export const RECORDS: Readonly<Record<string, string>> = {
  "rsa._domainkey.example.com": `v=DKIM1; k=rsa; ${RSA}`,
  "rsa._domainkey.relay.example": `v=DKIM1; k=rsa; ${RSA}`,
  "rsa._domainkey.list.example": `v=DKIM1; k=rsa; ${RSA}`,
  "rsa._domainkey.sub.example.com": `v=DKIM1; k=rsa; ${RSA}`,
  "small._domainkey.example.com": `v=DKIM1; p=${published(small)}`,
  "other._domainkey.example.com": `v=DKIM1; p=${published(other)}`,
  "ed._domainkey.example.com": `v=DKIM1; k=ed25519; p=${edwards.publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64")}`,
  "bare._domainkey.example.com": RSA,
  "testing._domainkey.example.com": `v=DKIM1; t=y; ${RSA}`,
  "strict._domainkey.example.com": `v=DKIM1; t=s; ${RSA}`,
  "mail._domainkey.example.com": `v=DKIM1; s=email; ${RSA}`,
  "elsewhere._domainkey.example.com": `v=DKIM1; s=tlsrpt; ${RSA}`,
  "sha1only._domainkey.example.com": `v=DKIM1; h=sha1; ${RSA}`,
  "sha256only._domainkey.example.com": `v=DKIM1; h=sha256; ${RSA}`,
  "revoked._domainkey.example.com": "v=DKIM1; p=",
  "garbage._domainkey.example.com": "v=DKIM1; p=MIIB!!!notbase64",
  "version._domainkey.example.com": `v=DKIM2; ${RSA}`,
  "kind._domainkey.example.com": `v=DKIM1; k=dsa; ${RSA}`,
};

const MESSAGE = [
  "Received: from a.example by b.example; Thu, 26 Nov 2026 08:00:00 +0000",
  "From: Jane <jane@example.com>",
  "To: jack@example.org,",
  "\tjohn@example.org",
  "Subject:  a   subject ",
  " that is  folded",
  "Date: Thu, 26 Nov 2026 08:00:00 +0000",
  "Message-ID: <1@example.com>",
  "",
  "Hello,  \t with  spaces   ",
  "",
  ".. and a dot",
  "",
  "",
  "",
].join("\r\n");
const EMPTY = MESSAGE.slice(0, MESSAGE.indexOf("\r\n\r\n") + 4);
const NO_BODY = "From: jane@example.com\r\nTo: jack@example.org\r\nSubject: x\r\n";

const by = (more: Partial<Signing> = {}): Signing => ({ key: rsa.privateKey, ...more });
const sign = (more: Partial<Signing> = {}, message = MESSAGE): string => dkimSigned(message, by(more));
const ed = { key: edwards.privateKey, algorithm: "ed25519-sha256", selector: "ed" } as const;
const now = Math.floor(Date.now() / 1000);
const sealed = (message: string, more: Partial<Sealing> = {}) => arcSealed(message, { key: rsa.privateKey, ...more });
const twice = sealed(sealed(sign()), { domain: "list.example" });
const BODY = "Hello,";

/** One message, and what its class is called. */
type Case = readonly [what: string, message: string];

const CANONICALIZATIONS = ["simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed", "simple", "relaxed"];

export const DKIM_MESSAGES: readonly Case[] = [
  ["no signature", MESSAGE],
  ...CANONICALIZATIONS.map((canonicalization): Case => [canonicalization, sign({ canonicalization })]),
  ...CANONICALIZATIONS.map(
    (canonicalization): Case => [`${canonicalization} of an empty body`, sign({ canonicalization }, EMPTY)],
  ),
  ["no body at all", sign({}, NO_BODY)],
  ...CANONICALIZATIONS.flatMap((canonicalization): Case[] => [
    [
      `${canonicalization}, spaces in the body were changed`,
      sign({ canonicalization }).replace("with  spaces   ", "with spaces"),
    ],
    [`${canonicalization}, a field was folded anew`, sign({ canonicalization }).replace(",\r\n\tjohn", ", john")],
    [`${canonicalization}, lines were added at the end`, `${sign({ canonicalization })}\r\n\r\n`],
    [`${canonicalization}, a name was written in capitals`, sign({ canonicalization }).replace("To:", "TO:")],
  ]),
  ["the body was changed", sign().replace(BODY, "Hallo,")],
  ["a signed field was changed", sign().replace("jack@", "jim@")],
  ["a field that is not signed was changed", sign().replace("<1@", "<2@")],
  ["another key", sign({ key: other.privateKey })],
  ["the signature was cut", sign().replace(/(; b=.{20})[^\r]*\r\n/, "$1\r\n")],
  ["l= of the whole body", sign({ tags: { l: "10" } })],
  ["l=, and more was added", `${sign({ tags: { l: "10" } })}An advertisement\r\n`],
  ["l=0", sign({ tags: { l: "0" } })],
  ["l= longer than the body", sign({ tags: { l: "100000" } })],
  ["l= that is no number", sign({ tags: { l: "ten" } })],
  ["Ed25519", sign(ed)],
  ["Ed25519, the body was changed", sign(ed).replace(BODY, "Hallo,")],
  ["Ed25519, a signed field was changed", sign(ed).replace("jack@", "jim@")],
  ["Ed25519 with the key of RSA", sign({ ...ed, selector: "rsa" })],
  ["RSA with the key of Ed25519", sign({ selector: "ed" })],
  ["a key of 1024 bits", sign({ key: small.privateKey, selector: "small" })],
  ["RSA and SHA-1", sign({ algorithm: "rsa-sha1" })],
  ["an algorithm that nobody knows", sign({ tags: { a: "rsa-md5" } })],
  ["a canonicalization that nobody knows", sign({ tags: { c: "nowsp/nowsp" } })],
  ["x= in the future", sign({ tags: { t: String(now - 60), x: String(now + 3_600) } })],
  ["x= in the past", sign({ tags: { t: String(now - 7_200), x: String(now - 3_600) } })],
  ["x= before t=", sign({ tags: { t: String(now - 3_600), x: String(now - 7_200) } })],
  ["t= in the future", sign({ tags: { t: String(now + 86_400) } })],
  ["i= of a subdomain", sign({ tags: { i: "jane@mail.example.com" } })],
  ["i= of another domain", sign({ tags: { i: "jane@example.org" } })],
  ["i= of a subdomain where t=s", sign({ selector: "strict", tags: { i: "jane@mail.example.com" } })],
  ["i= of the domain where t=s", sign({ selector: "strict", tags: { i: "jane@example.com" } })],
  ["q=dns/txt", sign({ tags: { q: "dns/txt" } })],
  ["q= that nobody knows", sign({ tags: { q: "http/well-known" } })],
  ["v=2", sign({ tags: { v: "2" } })],
  ...["v", "d", "s", "h", "bh"].map((tag): Case => [`no ${tag}=`, sign({ tags: { [tag]: "" } })]),
  ["a tag that nobody knows", sign({ tags: { zz: "1" } })],
  ["From is not signed", sign({ fields: ["to", "subject"] })],
  ["a field that is not there is signed", sign({ fields: ["from", "to", "x-none", "subject"] })],
  ["From signed twice, none was added", sign({ fields: ["from", "from", "to", "subject", "subject"] })],
  [
    "From signed twice, one was added",
    `From: eve@example.org\r\n${sign({ fields: ["from", "from", "to", "subject"] })}`,
  ],
  ["From signed once, one was added above", `From: eve@example.org\r\n${sign()}`],
  ["To signed twice, none was added", sign({ fields: ["from", "to", "to"] })],
  [
    "two fields of one name, the lower one signed",
    sign({ fields: ["from", "received"] }, `Received: from z.example by a.example\r\n${MESSAGE}`),
  ],
  [
    "two fields of one name, both signed, in another order",
    sign({ fields: ["from", "x-a", "x-a"] }, `X-A: 1\r\nX-A: 2\r\n${MESSAGE}`).replace(
      "X-A: 1\r\nX-A: 2",
      "X-A: 2\r\nX-A: 1",
    ),
  ],
  ["h= in capitals and with spaces", sign({ tags: { h: "From : To : Subject" }, fields: ["from", "to", "subject"] })],
  ["two signatures, both good", sign(ed, sign())],
  ["two signatures, the upper one broken", sign({ key: other.privateKey }, sign())],
  ["two signatures, the lower one broken", sign(ed, sign({ key: other.privateKey }))],
  ["three domains", sign({ domain: "list.example" }, sign({ domain: "relay.example" }, sign()))],
  ["a subdomain's", sign({ domain: "sub.example.com" })],
  ["no key", sign({ selector: "nowhere" })],
  ["a key that was not answered", sign({ selector: "silent" })],
  ["a revoked key", sign({ selector: "revoked" })],
  ["a key that is no base64", sign({ selector: "garbage" })],
  ["a key without v=", sign({ selector: "bare" })],
  ["a key of another version", sign({ selector: "version" })],
  ["a key of another kind", sign({ selector: "kind" })],
  ["a key in testing", sign({ selector: "testing" })],
  ["a key in testing, the body was changed", sign({ selector: "testing" }).replace(BODY, "Hallo,")],
  ["a key for mail", sign({ selector: "mail" })],
  ["a key for something else", sign({ selector: "elsewhere" })],
  ["a key for SHA-1 alone", sign({ selector: "sha1only" })],
  ["a key for SHA-256 alone", sign({ selector: "sha256only" })],
  ["octets above 127 in the body", sign({}, MESSAGE.replace(BODY, "H\xe4llo,"))],
  ["NUL in the body", sign({}, MESSAGE.replace(BODY, "He\0llo,"))],
  ["a body without an end of line", sign({}, MESSAGE.replace(/(\r\n)*$/, ""))],
];

export const ARC_MESSAGES: readonly Case[] = [
  ["no set", sign()],
  ["one set", sealed(sign())],
  ["two sets", twice],
  ["three sets", sealed(twice)],
  ["one set of Ed25519", sealed(sign(), { ...ed, domain: "example.com" })],
  ["the body was changed behind one", sealed(sign()).replace(BODY, "Hallo,")],
  [
    "the body was changed before the second",
    sealed(sealed(sign()).replace(BODY, "Hallo,"), { domain: "list.example" }),
  ],
  ["the results of the first were changed", twice.replace(/(mx\.relay\.example; spf=)pass/, "$1fail")],
  ["the seal of the first was changed", twice.replace(/(i=1; a=rsa-sha256; t=)1795000000/, "$11795000001")],
  ["the seal by another key", sealed(sign(), { key: other.privateKey })],
  ["the first one says pass", sealed(sign(), { status: "pass" })],
  ["the second one says none", sealed(sealed(sign()), { status: "none" })],
  ["it says that it is broken", sealed(sealed(sign()), { status: "fail" })],
  ["one is missing", sealed(sign(), { instance: 2, status: "pass" })],
  ["one twice", sealed(sealed(sign()), { instance: 1, status: "none" })],
  ["no key", sealed(sign(), { selector: "nowhere" })],
  ["RSA and SHA-1", sealed(sign(), { algorithm: "rsa-sha1" })],
  ["From is not signed", sealed(sign(), { fields: ["to", "subject"] })],
  ["its signature is gone", sealed(sign()).replace(/ARC-Message-Signature:(?:[^\r]|\r\n[ \t])*\r\n/, "")],
  ["its results are gone", sealed(sign()).replace(/ARC-Authentication-Results:(?:[^\r]|\r\n[ \t])*\r\n/, "")],
];
