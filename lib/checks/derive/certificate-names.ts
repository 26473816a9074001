import type { Certificate } from "../facts/smtp.ts";
import type { CertificateRelation } from "../findings/server-tls.ts";
import { asName, type DomainName, organisationalDomain, parent } from "../net/domain-name.ts";

/**
 * The names a certificate stands for: its dNSName entries, and only where it has none at all the common name, as
 * senders of the old school still do (RFC 9525 section 6.3 no longer lets it count).
 */
export function certificateNames({ dnsNames, ipAddresses, commonName }: Certificate): readonly string[] {
  if (dnsNames.length > 0 || ipAddresses.length > 0 || !commonName) return dnsNames;
  return [commonName.toLowerCase()];
}

/** The wildcard that covers a name: it stands for exactly one label, the leftmost (RFC 9525 section 6.3). */
export const wildcardOver = (name: DomainName): string => `*.${parent(name)}`;

export function relateCertificate(names: readonly string[], name: DomainName): CertificateRelation {
  if (names.includes(name)) return "exact";
  if (names.includes(wildcardOver(name))) return "wildcard";
  const organisation = organisationalDomain(name);
  const near = names.some((each) => organisationalDomain(asName(each.replace(/^\*\./, ""))) === organisation);
  return organisation && near ? "same-organisation" : "unrelated";
}
