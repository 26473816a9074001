import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CertificateDeclaration, makeCertificate } from "../../lib/checks/testing/certificate.ts";

/** Writes a certificate and its key where a mail server reads them. Every mail server drops to a user of its own, and nothing here is secret. */
export function writeCertificate(
  folder: string,
  declaration: CertificateDeclaration,
  mode = 0o644,
): { readonly cert: string; readonly key: string } {
  mkdirSync(folder, { recursive: true });
  const { cert, key } = makeCertificate(declaration);
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
  chmodSync(files.key, mode);
  return files;
}
