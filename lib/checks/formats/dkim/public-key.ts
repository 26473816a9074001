/**
 * The public keys of DKIM records: RSA as SubjectPublicKeyInfo (RFC 6376 appendix C, RFC 5280 section 4.1) or as the bare
 * RSAPublicKey that only some verifiers read (RFC 8017 appendix A.1.1), Ed25519 as 32 octets (RFC 8463 section 4.2). Pure, linear, and never throws: strangers wrote what is read here.
 */

export type PublicKey =
  | {
      readonly type: "rsa";
      readonly bits: number;
      /** A bare RSAPublicKey: what the words of RFC 6376 ask for, what its examples do not have, and OpenSSL refuses. */
      readonly bare?: true;
    }
  | { readonly type: "ed25519" };

export type KeyProblem =
  /** Not base64: often a line of a PEM file, or a piece lost when the record was pasted. */
  | "bad-base64"
  /** The octets are no key of that type. */
  | "bad-key";

/** Reads the value of `p=` for a key type; white space between the characters is allowed. */
export function readPublicKey(type: "rsa" | "ed25519", base64: string): PublicKey | KeyProblem {
  const octets = decodeBase64(base64);
  if (!octets) return "bad-base64";
  if (type === "ed25519") return octets.length === 32 ? { type } : "bad-key";
  return rsaKey(octets) ?? "bad-key";
}

function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/[ \t\r\n]/g, "");
  // `atob` forgives missing padding and knows no other alphabet; a length of 4n + 1 it refuses.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(plain) || plain.replaceAll("=", "").length % 4 === 1) return undefined;
  try {
    return Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** rsaEncryption, 1.2.840.113549.1.1.1 */
const RSA_ENCRYPTION = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const [INTEGER, BIT_STRING, OBJECT_IDENTIFIER, SEQUENCE] = [0x02, 0x03, 0x06, 0x30];

/** Undefined where the octets are no RSA key. */
function rsaKey(octets: Uint8Array): PublicKey | undefined {
  const info = infoBits(octets);
  if (info !== undefined) return { type: "rsa", bits: info };
  const bits = bareBits(octets);
  return bits === undefined ? undefined : { type: "rsa", bits, bare: true };
}

/** The length of the modulus in a SubjectPublicKeyInfo. */
function infoBits(octets: Uint8Array): number | undefined {
  const [whole, ...rest] = elements(octets);
  if (whole?.tag !== SEQUENCE || rest.length > 0) return undefined;
  const [first, second, ...more] = elements(whole.content);
  if (!first || !second || more.length > 0) return undefined;
  const [algorithm] = first.tag === SEQUENCE ? elements(first.content) : [];
  const isRsa =
    algorithm?.tag === OBJECT_IDENTIFIER &&
    algorithm.content.length === RSA_ENCRYPTION.length &&
    RSA_ENCRYPTION.every((octet, i) => algorithm.content[i] === octet);
  // A bit string says first how many bits at its end do not count.
  if (!isRsa || second.tag !== BIT_STRING || second.content[0] !== 0) return undefined;
  const inner = second.content.subarray(1);
  return elements(inner)[0]?.tag === SEQUENCE ? bareBits(inner) : undefined;
}

function bareBits(octets: Uint8Array): number | undefined {
  const [whole, ...rest] = elements(octets);
  if (whole?.tag !== SEQUENCE || rest.length > 0) return undefined;
  const [modulus, exponent, ...more] = elements(whole.content);
  if (modulus?.tag !== INTEGER || exponent?.tag !== INTEGER || more.length > 0) return undefined;
  return bitLength(modulus.content, exponent.content);
}

function bitLength(modulus: Uint8Array, exponent: Uint8Array): number | undefined {
  const start = modulus.findIndex((octet) => octet !== 0);
  const first = modulus[start];
  // A negative number or a zero is no modulus; an exponent of nothing but zeros is none.
  if (first === undefined || (modulus[0] ?? 0) >= 0x80 || exponent.every((octet) => octet === 0)) return undefined;
  return (modulus.length - start) * 8 - Math.clz32(first) + 24;
}

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The DER elements (X.690) that lie side by side in these octets; none where they are not well-formed to the end. */
function elements(octets: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < octets.length; ) {
    const [tag, short] = [octets[at], octets[at + 1]];
    if (tag === undefined || short === undefined) return [];
    const lengthOctets = short < 0x80 ? 0 : short & 0x7f;
    if (short === 0x80 || lengthOctets > 3) return [];
    let length = short < 0x80 ? short : 0;
    for (let i = 0; i < lengthOctets; i++) length = length * 256 + (octets[at + 2 + i] ?? 0);
    const start = at + 2 + lengthOctets;
    if (start + length > octets.length) return [];
    found.push({ tag, content: octets.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
