import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  generatePrimeSync,
  type KeyObject,
  sign,
} from "node:crypto";
import { bytesOf, parseAddress } from "../net/address.ts";
import * as der from "./der-writer.ts";

export type KeyKind = "ec" | "rsa-1024" | "rsa-2048" | "rsa-16384";

/** A certificate for a test server, declared. */
export interface CertificateDeclaration {
  /** dNSName entries, written as they are. */
  readonly names?: readonly string[];
  /** iPAddress entries. */
  readonly addresses?: readonly string[];
  /** The subject's common name; the first of `names` unless given. */
  readonly commonName?: string;
  readonly expired?: boolean;
  readonly notYetValid?: boolean;
  /** Epoch milliseconds; otherwise a month around now. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** Signed by itself instead of the test authority. */
  readonly selfSigned?: boolean;
  /** Signed by an authority that nobody trusts. */
  readonly untrusted?: boolean;
  readonly key?: KeyKind;
  /** How many authorities stand between the root and it; they are sent along. */
  readonly intermediates?: number;
}

/** What a TLS server needs, as PEM. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

interface Authority {
  readonly name: string;
  readonly key: KeyObject;
  readonly pem: string;
}

const DAY = 86_400_000;

// Keys take time to make; one of each kind is enough for a process, because nothing here is secret.
const keys = new Map<string, KeyObject>();
const authorities = new Map<string, Authority>();

/** The root of the small internet, as PEM: for `Vantage.trust`. */
export const testAuthority = (): string => root("Nameplate test authority").pem;

/** Makes a certificate and its key. */
export function makeCertificate(declaration: CertificateDeclaration = {}): ServerCertificate {
  const { names = [], addresses = [], commonName = names[0] ?? "mail.example", key: kind = "ec" } = declaration;
  const key = keyOf(kind, kind);
  const now = Date.now();
  const from =
    declaration.notBefore ?? (declaration.expired ? now - 60 * DAY : now + (declaration.notYetValid ? 5 : -15) * DAY);
  const until = declaration.notAfter ?? (declaration.expired ? now - 30 * DAY : now + 75 * DAY);
  const chain = declaration.selfSigned ? [] : chainOf(declaration);
  const issuer = chain[0] ?? { name: commonName, key };
  const leaf = certificate({ subject: commonName, key, issuer, from, until, names, addresses });
  // The root itself is not sent.
  const sent = [leaf, ...chain.slice(0, -1).map(({ pem }) => pem)];
  return { cert: sent.join(""), key: key.export({ type: "pkcs8", format: "pem" }) as string };
}

/** The authorities above a leaf: the one that signs it first, the root last. */
function chainOf({ untrusted, intermediates = 0 }: CertificateDeclaration): Authority[] {
  const chain = [root(untrusted ? "Nobody's authority" : "Nameplate test authority")];
  for (let i = 1; i <= intermediates; i++) chain.unshift(authority(`Nameplate intermediate ${i}`, chain[0]));
  return chain;
}

function root(name: string): Authority {
  const known = authorities.get(name) ?? authority(name);
  authorities.set(name, known);
  return known;
}

function authority(subject: string, above?: Authority): Authority {
  const key = keyOf("ec", subject);
  const issuer = above ?? { name: subject, key };
  const pem = certificate({
    subject,
    key,
    issuer,
    from: Date.now() - 365 * DAY,
    until: Date.now() + 365 * DAY,
    authority: true,
  });
  return { name: subject, key, pem };
}

interface Contents {
  readonly subject: string;
  readonly key: KeyObject;
  readonly issuer: { readonly name: string; readonly key: KeyObject };
  readonly from: number;
  readonly until: number;
  readonly authority?: boolean;
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
}

/** RFC 5280 section 4.1. */
function certificate(contents: Contents): string {
  const { subject, key, issuer, from, until } = contents;
  const algorithm = SIGNATURES[issuer.key.asymmetricKeyType === "ec" ? "ec" : "rsa"];
  const body = der.sequence(
    der.element(0xa0, der.integer(2)),
    der.integer(serial++),
    algorithm,
    distinguishedName(issuer.name),
    der.sequence(der.time(from), der.time(until)),
    distinguishedName(subject),
    createPublicKey(key).export({ type: "spki", format: "der" }),
    der.element(0xa3, der.sequence(...extensions(contents))),
  );
  const whole = der.sequence(body, algorithm, der.bitString(sign("sha256", body, issuer.key)));
  return pem("CERTIFICATE", whole);
}

let serial = Date.now();

const SIGNATURES = {
  ec: der.sequence(der.oid("1.2.840.10045.4.3.2")),
  rsa: der.sequence(der.oid("1.2.840.113549.1.1.11"), der.nothing),
};

const distinguishedName = (commonName: string) =>
  der.sequence(der.set(der.sequence(der.oid("2.5.4.3"), der.utf8(commonName))));

function extensions({ authority = false, names = [], addresses = [] }: Contents): Buffer[] {
  const basicConstraints = der.sequence(
    der.oid("2.5.29.19"),
    der.boolean(true),
    der.octetString(authority ? der.sequence(der.boolean(true)) : der.sequence()),
  );
  if (names.length + addresses.length === 0) return [basicConstraints];
  const alternatives = [
    ...names.map((name) => der.element(0x82, Buffer.from(name, "latin1"))),
    ...addresses.map((address) => der.element(0x87, octetsOf(address))),
  ];
  return [basicConstraints, der.sequence(der.oid("2.5.29.17"), der.octetString(der.sequence(...alternatives)))];
}

function octetsOf(address: string): Uint8Array {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(`${address} is no address`);
  return bytesOf(parsed);
}

function keyOf(kind: KeyKind, owner: string): KeyObject {
  const known = keys.get(owner) ?? makeKey(kind);
  keys.set(owner, known);
  return known;
}

function makeKey(kind: KeyKind): KeyObject {
  if (kind === "ec") return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  if (kind === "rsa-16384") return hugeKey();
  return generateKeyPairSync("rsa", { modulusLength: kind === "rsa-1024" ? 1024 : 2048 }).privateKey;
}

/**
 * An RSA key of 16,384 bits in half a second instead of minutes: its two "primes" are products of small ones. It signs
 * correctly, and protects nothing.
 */
function hugeKey(): KeyObject {
  const e = 65537n;
  const primes: bigint[] = [];
  while (primes.length < 16) {
    const prime = generatePrimeSync(1024, { bigint: true });
    if ((prime - 1n) % e !== 0n && !primes.includes(prime)) primes.push(prime);
  }
  const product = (values: readonly bigint[]) => values.reduce((a, b) => a * b, 1n);
  const [p, q] = [product(primes.slice(0, 8)), product(primes.slice(8))];
  const order = product(primes.map((prime) => prime - 1n));
  const d = inverse(e, order);
  const [dp, dq] = [primes.slice(0, 8), primes.slice(8)].map((half) => d % product(half.map((prime) => prime - 1n)));
  const numbers = [0n, p * q, e, d, p, q, dp ?? 0n, dq ?? 0n, inverse(q, p)];
  return createPrivateKey({ key: der.sequence(...numbers.map(der.integer)), format: "der", type: "pkcs1" });
}

/** The inverse of `a` modulo `m`, by Euclid. */
function inverse(a: bigint, m: bigint): bigint {
  let [r, next, s, t] = [m, a % m, 0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next, s, t] = [next, r - quotient * next, t, s - quotient * t];
  }
  return ((s % m) + m) % m;
}

const pem = (label: string, octets: Buffer): string =>
  `-----BEGIN ${label}-----\n${octets.toString("base64").replace(/.{1,64}/g, "$&\n")}-----END ${label}-----\n`;
