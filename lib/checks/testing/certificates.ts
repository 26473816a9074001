import type { Certificate, PresentedCertificate } from "../facts/smtp.ts";
import { session } from "./sessions.ts";

/** A certificate that is in order, and whatever a test changes about it. */
export const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  subject: "CN=mail.example.com",
  issuer: "CN=An authority",
  dnsNames: ["mail.example.com"],
  ipAddresses: [],
  notBefore: Date.UTC(2026, 9, 1),
  notAfter: Date.UTC(2027, 0, 1),
  keyType: "rsa",
  keyBits: 2048,
  selfSigned: false,
  chain: "trusted",
  fingerprint: "",
  spkiFingerprint: "",
  chainSubjects: [],
  ...more,
});

/** One certificate of a chain, its digests made of one digit each; in date in November 2026, and signed into the chain. */
export const presented = (digit: string, more: Partial<PresentedCertificate> = {}): PresentedCertificate => ({
  sha256: `a${digit}`.repeat(32),
  sha512: `a${digit}`.repeat(64),
  spkiSha256: `b${digit}`.repeat(32),
  spkiSha512: `b${digit}`.repeat(64),
  notBefore: Date.UTC(2026, 9, 1),
  notAfter: Date.UTC(2027, 0, 1),
  signs: true,
  ...more,
});

/** A session in which the server showed this certificate. */
export const sessionWith = (shown: Certificate) =>
  session({}, { tls: { kind: "established", protocol: "TLSv1.3", cipher: "x", certificate: shown } });
