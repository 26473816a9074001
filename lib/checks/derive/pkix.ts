import type { Certificate } from "../facts/smtp.ts";
import type { CertificateStanding } from "../findings/receiving-tls.ts";
import type { DomainName } from "../net/domain-name.ts";
import { wildcardOver } from "./certificate-names.ts";

/** Whether a certificate is in date and of an authority that is generally trusted. */
export function certificateStanding(certificate: Certificate, now: number): CertificateStanding {
  const { notBefore, notAfter, selfSigned, chain } = certificate;
  if (now > notAfter) return "expired";
  if (now < notBefore) return "not-yet-valid";
  if (chain === "trusted") return "valid";
  return selfSigned ? "self-signed" : "untrusted";
}

/**
 * Whether a certificate is for a host as those who check it want it (RFC 9525 section 6.3): by a dNSName entry. A common
 * name alone no longer counts.
 */
export function coversName({ dnsNames, commonName }: Certificate, name: DomainName): boolean | "common-name-only" {
  if (dnsNames.includes(name) || dnsNames.includes(wildcardOver(name))) return true;
  return dnsNames.length === 0 && commonName?.toLowerCase() === name ? "common-name-only" : false;
}
