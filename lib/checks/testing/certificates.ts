import type { Certificate } from "../facts/smtp.ts";
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

/** A session in which the server showed this certificate. */
export const sessionWith = (shown: Certificate) =>
  session({}, { tls: { kind: "established", protocol: "TLSv1.3", cipher: "x", certificate: shown } });
