import type { RecordData } from "../facts/lookup.ts";
import type { Certificate } from "../facts/smtp.ts";

/** TLSA records as mail servers read them (RFC 7672 section 3.1). Pure. */

export type Tlsa = RecordData["TLSA"];

const [TRUST_ANCHOR, END_ENTITY] = [2, 3];
const [WHOLE_CERTIFICATE, PUBLIC_KEY] = [0, 1];
const DIGEST_LENGTH: Readonly<Record<number, number>> = { 1: 64, 2: 128 };

/** Whether mail servers may use a record: usages 2 and 3 only, and digests of their proper length. */
export function isUsable({ usage, selector, matching, data }: Tlsa): boolean {
  if (usage !== TRUST_ANCHOR && usage !== END_ENTITY) return false;
  if (selector !== WHOLE_CERTIFICATE && selector !== PUBLIC_KEY) return false;
  return matching === 0 ? data.length > 0 : DIGEST_LENGTH[matching] === data.length;
}

/** Whether a certificate is the one a record names; undefined where what we kept of the certificate cannot tell. */
export function matches({ usage, selector, matching, data }: Tlsa, certificate: Certificate): boolean | undefined {
  if (usage !== END_ENTITY || matching !== 1) return undefined;
  return data === (selector === PUBLIC_KEY ? certificate.spkiFingerprint : certificate.fingerprint);
}

export const written = ({ usage, selector, matching, data }: Tlsa): string =>
  `${usage} ${selector} ${matching} ${data}`;
