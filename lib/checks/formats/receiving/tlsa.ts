import type { RecordData } from "../../facts/lookup.ts";
import type { Certificate, PresentedCertificate } from "../../facts/smtp.ts";

/** TLSA records as mail servers read them (RFC 7672 section 3.1). Pure. */

export type Tlsa = RecordData["TLSA"];

const [TRUST_ANCHOR, END_ENTITY] = [2, 3];
const [WHOLE_CERTIFICATE, PUBLIC_KEY] = [0, 1];
const [EXACT, SHA_256, SHA_512] = [0, 1, 2];
const DIGEST_LENGTH: Readonly<Record<number, number>> = { [SHA_256]: 64, [SHA_512]: 128 };

/** Whether mail servers may use a record: usages 2 and 3 only, and digests of their proper length. */
export function isUsable({ usage, selector, matching, data }: Tlsa): boolean {
  if (usage !== TRUST_ANCHOR && usage !== END_ENTITY) return false;
  if (selector !== WHOLE_CERTIFICATE && selector !== PUBLIC_KEY) return false;
  return matching === EXACT ? data.length > 0 : DIGEST_LENGTH[matching] === data.length;
}

/**
 * The usable records that count: of digests for one usage and selector only the strongest kind does (RFC 7671
 * section 9), so a weaker one beside it is passed over even if it is right.
 */
export function counting(records: readonly Tlsa[]): readonly Tlsa[] {
  const usable = records.filter(isUsable);
  return usable.filter(
    ({ usage, selector, matching }) =>
      matching === EXACT ||
      usable.every((other) => other.usage !== usage || other.selector !== selector || other.matching <= matching),
  );
}

/** What the comparison of one record with one certificate chain came to. */
export type TlsaMatch =
  | "match"
  /** It names another certificate or key. */
  | "other"
  /** An authority of the chain is the one it names, but the certificate is for other hosts (usage 2; section 3.2.3). */
  | "wrong-name"
  /** Likewise, but a certificate of the chain is out of date (usage 2 only: usage 3 does not look at dates). */
  | "out-of-date"
  /** It names the server's own certificate under usage 2, which is for authorities above it. */
  | "own-as-authority"
  /** What we know of the chain cannot tell. */
  | "not-comparable";

export interface Shown {
  readonly certificate: Certificate;
  /** Whether its names are right for the host: only usage 2 asks. */
  readonly named: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Compares a usable record with what a server showed: usage 3 with its own certificate, usage 2 with the authorities that
 * it sent along and that signed it (RFC 7672 sections 3.1.1 and 3.1.2).
 */
export function compareTlsa(record: Tlsa, { certificate, named, now }: Shown): TlsaMatch {
  const [leaf, ...above] = certificate.presented ?? [];
  if (record.matching === EXACT && record.digest === undefined) return "not-comparable";
  if (record.usage === END_ENTITY) {
    if (leaf) return names(record, leaf) ? "match" : "other";
    // Kept before whole chains were: SHA-256 alone.
    if (record.matching === SHA_512) return "not-comparable";
    const digest = record.selector === PUBLIC_KEY ? certificate.spkiFingerprint : certificate.fingerprint;
    return digest === pinned(record) ? "match" : "other";
  }
  if (!leaf) return "not-comparable";
  const anchor = above.find((each) => each.signs && names(record, each));
  if (!anchor) {
    if (names(record, leaf)) return "own-as-authority";
    // An authority whose whole certificate or key stands in DNS need not be sent (RFC 7671 sections 5.2.2 and 5.2.3).
    return record.matching === EXACT ? "not-comparable" : "other";
  }
  if (!named) return "wrong-name";
  const chain = [leaf, ...above.filter(({ signs }) => signs)];
  const upTo = chain.slice(0, chain.indexOf(anchor) + 1);
  return upTo.every(({ notBefore, notAfter }) => notBefore <= now && now <= notAfter) ? "match" : "out-of-date";
}

const pinned = ({ data, digest }: Tlsa): string => digest ?? data;

function names(record: Tlsa, certificate: PresentedCertificate): boolean {
  const { sha256, sha512, spkiSha256, spkiSha512 } = certificate;
  const [short, long] = record.selector === PUBLIC_KEY ? [spkiSha256, spkiSha512] : [sha256, sha512];
  return pinned(record) === (record.matching === SHA_512 ? long : short);
}

/** As in zone files; whole certificates are cut. */
export const written = ({ usage, selector, matching, data }: Tlsa): string =>
  `${usage} ${selector} ${matching} ${data.length > 128 ? `${data.slice(0, 64)}…` : data}`;
