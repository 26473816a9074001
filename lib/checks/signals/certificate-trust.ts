import { defineSignal, ourLimit, rfc } from "../define/signal.ts";
import { certificateStanding } from "../derive/pkix.ts";
import { count, prose, text } from "../net/safe-text.ts";
import { startTls } from "../words/commands.ts";
import { sniEvidence } from "../words/tls-words.ts";

const DAY_MS = 86_400_000;
/** Certificates that renew themselves do so a month before; two weeks before the end nobody has. */
const SOON_MS = 14 * DAY_MS;
/** Those that last for a week or so are renewed when half of their time is over. */
const SOON_SHARE = 1 / 3;

const OPPORTUNISTIC = prose(
  "This is about mail to you: senders that follow MTA-STS hold it if your domain's policy is in enforce mode. Most others use opportunistic TLS and accept any certificate.",
);

/** Whether a sender that insists on a valid certificate would accept this one. Its names are another signal. */
export const certificateTrust = defineSignal({
  id: "certificate-trust",
  group: "tls",
  scopes: ["server", "receiver"],
  title: "Certificate",
  why: "Most senders encrypt without validating the certificate. Those that validate it want a current certificate from a trusted authority, with a strong key.",
  references: [rfc(8461, "4.2"), rfc(7672, "1.3"), rfc(5280, "4.1.2.5")],
  needs: ["address", "serverTls", "now"],
  outcomes: {
    trusted: {
      status: "pass",
      says: (e) =>
        text`The certificate is from a trusted authority and valid for another ${days(e.days)}. Its key is ${e.key}.`,
    },
    "expires-soon": {
      status: "info",
      says: (e) => text`The certificate expires in ${days(e.days)}; it should have been renewed by now.`,
    },
    expired: {
      status: "warn",
      short: "expired",
      says: (e) => text`The certificate expired ${days(e.days)} ago.`,
      fix: {
        who: "server",
        does: text`Renew the certificate and reload the mail server: many servers keep the old one until then.`,
      },
      whoCares: OPPORTUNISTIC,
    },
    "not-yet-valid": {
      status: "warn",
      short: "not valid yet",
      says: (e) => text`The certificate is not valid yet: it becomes valid in ${days(e.days)}.`,
      fix: {
        who: "server",
        does: text`Check the clock of the machine that issued the certificate, or go back to the previous certificate.`,
      },
      whoCares: OPPORTUNISTIC,
    },
    "self-signed": {
      status: "info",
      says: (e) =>
        text`The certificate is self-signed. Most senders accept it; MTA-STS does not, DANE may. Its key is ${e.key}.`,
    },
    untrusted: {
      status: "info",
      says: (e) =>
        text`The certificate does not chain to a trusted authority (${e.chain}). Most senders accept it; MTA-STS does not.`,
    },
    "weak-key": {
      status: "warn",
      short: "weak key",
      says: (e) => text`The key of the certificate is weak: ${e.key}.`,
      fix: {
        who: "server",
        does: text`Get a new certificate with an RSA key of 2048 bits or more, or with an ECDSA key.`,
      },
      whoCares: OPPORTUNISTIC,
    },
    "no-tls": { status: "skipped", says: text`No certificate was seen, because no TLS session was established.` },
    "not-reached": {
      status: "unknown",
      says: text`Our SMTP session with this server ended before it sent a certificate.`,
    },
    limit: ourLimit,
  },
  reproduce: (e) => startTls(e, "-dates -issuer"),
  judge({ address, serverTls: { state, session, certificate }, now }) {
    if (state === "limit") return { outcome: "limit", evidence: { address: [address] } };
    if (state === "not-reached" || state === "masked")
      return { outcome: "not-reached", evidence: { address: [address] } };
    if (!certificate) return { outcome: "no-tls", evidence: { address: [address] } };
    const { notBefore, notAfter, keyType, keyBits, chain, issuer } = certificate;
    const standing = certificateStanding(certificate, now);
    const key = [`${keyType.toUpperCase()}${keyBits ? ` ${keyBits}` : ""}`];
    const evidence = { address: [address], key, issuer: [issuer], chain: [chain], ...sniEvidence(session) };
    const in_ = (ms: number) => [String(Math.floor(Math.abs(ms) / DAY_MS))];
    if (standing === "expired") return { outcome: "expired", evidence: { ...evidence, days: in_(now - notAfter) } };
    if (standing === "not-yet-valid")
      return { outcome: "not-yet-valid", evidence: { ...evidence, days: in_(notBefore - now) } };
    if (/^rsa/i.test(keyType) && keyBits && keyBits < 2048) return { outcome: "weak-key", evidence };
    const left = { ...evidence, days: in_(notAfter - now) };
    if (standing !== "valid") return { outcome: standing, evidence: left };
    return {
      outcome: notAfter - now < Math.min(SOON_MS, (notAfter - notBefore) * SOON_SHARE) ? "expires-soon" : "trusted",
      evidence: left,
    };
  },
});

const days = (of: readonly string[] | undefined) => count(Number(of?.[0] ?? 0), "day");
