import { createHash, type X509Certificate } from "node:crypto";
import type { Certificate, PresentedCertificate } from "../../facts/smtp.ts";
import { addressFromBytes } from "../../net/address.ts";
import { isHostname, parseName } from "../../net/domain-name.ts";
import { type Element, elements, inside } from "./der.ts";

const MAX_STRING = 512;
const MAX_CHAIN = 20;
const MAX_PRESENTED = 10;

/** What a certificate says, out of its own octets. `chain` is what OpenSSL said of its issuers. */
export function certificateFacts(x509: X509Certificate, chain: "trusted" | string): Certificate {
  const parts = partsOf(x509.raw);
  const names = alternativeNames(parts.extensions);
  const commonName = commonNameOf(parts.subject);
  const { type, bits } = keyOf(x509);
  const signatureAlgorithm = attempt(() => x509.signatureAlgorithm);
  const sent = chainOf(x509);
  return {
    subject: oneLine(attempt(() => x509.subject)),
    issuer: oneLine(attempt(() => x509.issuer)),
    dnsNames: names.dnsNames,
    ipAddresses: names.ipAddresses,
    ...(commonName === undefined ? {} : { commonName: cap(commonName) }),
    notBefore: moment(attempt(() => x509.validFrom)),
    notAfter: moment(attempt(() => x509.validTo)),
    keyType: type,
    ...(bits === undefined ? {} : { keyBits: bits }),
    ...(signatureAlgorithm ? { signatureAlgorithm: cap(signatureAlgorithm) } : {}),
    selfSigned: attempt(() => x509.checkIssued(x509) && x509.verify(x509.publicKey)) === true,
    chain,
    fingerprint: sha256(x509.raw),
    spkiFingerprint: sha256(parts.publicKey),
    chainSubjects: sent.slice(1).map((each) => oneLine(attempt(() => each.subject))),
    presented: presented(sent),
  };
}

/** The fields of TBSCertificate (RFC 5280 section 4.1) that Node does not give as octets. */
function partsOf(raw: Buffer): { subject: Element[]; publicKey: Buffer; extensions: Element[] } {
  const fields = inside(inside(raw)[0]?.whole);
  // The version is explicitly tagged and may be absent (version 1).
  const first = fields[0]?.tag === 0xa0 ? 1 : 0;
  return {
    subject: elements(fields[first + 4]?.content ?? Buffer.alloc(0)),
    publicKey: fields[first + 5]?.whole ?? Buffer.alloc(0),
    extensions: inside(fields.find(({ tag }) => tag === 0xa3)?.content),
  };
}

const COMMON_NAME = "550403";
const SUBJECT_ALTERNATIVE_NAME = "551d11";

/** The last common name of the subject: the most specific one. */
function commonNameOf(subject: readonly Element[]): string | undefined {
  return subject
    .flatMap((set) => elements(set.content))
    .map((pair) => elements(pair.content))
    .filter(([type]) => type?.content.toString("hex") === COMMON_NAME)
    .map(([, value]) => value?.content.toString(value.tag === UTF8_STRING ? "utf8" : "latin1"))
    .at(-1);
}

const UTF8_STRING = 0x0c;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** Read from the octets: Node's text form of them joins entries by commas that a name may contain as well. */
function alternativeNames(extensions: readonly Element[]): Pick<Certificate, "dnsNames" | "ipAddresses"> {
  const extension = extensions
    .map(({ content }) => elements(content))
    .find(([type]) => type?.content.toString("hex") === SUBJECT_ALTERNATIVE_NAME);
  // All of them: OpenSSL takes no more than 100 KB of certificates, and any name may be the one that counts.
  const names = inside(extension?.at(-1)?.content);
  return {
    dnsNames: names.filter(({ tag }) => tag === DNS_NAME).map(({ content }) => dnsName(content.toString("latin1"))),
    ipAddresses: names
      .filter(({ tag, content }) => tag === IP_ADDRESS && (content.length === 4 || content.length === 16))
      .map(({ content }) => addressFromBytes(content)),
  };
}

/** Canonical where it can be the name of a host, below a wildcard too; as it is where it cannot. */
function dnsName(text: string): string {
  const [wildcard, rest] = text.startsWith("*.") ? ["*.", text.slice(2)] : ["", text];
  const name = /^[\x21-\x7e]+$/.test(rest) ? parseName(rest) : undefined;
  return name && isHostname(name) ? `${wildcard}${name}` : cap(text);
}

const CURVE_BITS: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  secp256k1: 256,
};

/** Keys that OpenSSL does not know make `publicKey` throw. */
function keyOf(x509: X509Certificate): { type: string; bits?: number } {
  const key = attempt(() => x509.publicKey);
  const type = key?.asymmetricKeyType ?? "unknown";
  const bits = key?.asymmetricKeyDetails?.modulusLength ?? CURVE_BITS[key?.asymmetricKeyDetails?.namedCurve ?? ""];
  return bits === undefined ? { type } : { type, bits };
}

/** The chain as it was sent, the server's own certificate first. */
function chainOf(x509: X509Certificate): X509Certificate[] {
  const chain = [x509];
  const seen = new Set([x509.fingerprint256]);
  let next = attempt(() => x509.issuerCertificate);
  while (next && !seen.has(next.fingerprint256) && chain.length <= MAX_CHAIN) {
    const current: X509Certificate = next;
    seen.add(current.fingerprint256);
    chain.push(current);
    next = attempt(() => current.issuerCertificate);
  }
  return chain;
}

/** What TLSA records are compared with. Servers may send the chain in any order: signatures tell who signed whom. */
function presented(chain: readonly X509Certificate[]): PresentedCertificate[] {
  const kept = chain.slice(0, MAX_PRESENTED);
  const signing = new Set(kept.slice(0, 1));
  for (let current = kept[0]; current; ) {
    const below = current;
    current = kept.find((each) => !signing.has(each) && attempt(() => hasSigned(each, below)) === true);
    if (current) signing.add(current);
  }
  return kept.map((each) => {
    const { publicKey } = partsOf(each.raw);
    return {
      sha256: sha256(each.raw),
      sha512: sha512(each.raw),
      spkiSha256: sha256(publicKey),
      spkiSha512: sha512(publicKey),
      notBefore: moment(attempt(() => each.validFrom)),
      notAfter: moment(attempt(() => each.validTo)),
      signs: signing.has(each),
    };
  });
}

/** An authority's signature: a certificate that may not sign others (RFC 5280 section 4.2.1.9) has signed none. */
const hasSigned = (issuer: X509Certificate, subject: X509Certificate): boolean =>
  issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);

/** A date OpenSSL cannot print is no date: 1970 then, which is expired, rather than a number JSON cannot carry. */
function moment(text: string | undefined): number {
  const time = Date.parse(text ?? "");
  return Number.isFinite(time) ? time : 0;
}

/** What a stranger wrote may make a getter of Node's throw; what it would have said is then missing, nothing more. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const digest = (algorithm: "sha256" | "sha512") => (octets: Buffer) =>
  createHash(algorithm).update(octets).digest("hex");
const [sha256, sha512] = [digest("sha256"), digest("sha512")];
const cap = (text: string) => text.slice(0, MAX_STRING);
const oneLine = (text: string | undefined) => cap((text ?? "").replaceAll("\n", ", "));
