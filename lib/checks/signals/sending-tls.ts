import { defineSignal, type Evidence, rfc } from "../define/signal.ts";
import { prose, text } from "../net/safe-text.ts";
import { EXCHANGE_TLS, GMAIL_ERRORS, GMAIL_GUIDELINES, GMAIL_TLS } from "../words/receiver-rules.ts";
import { notSeen } from "../words/sending-words.ts";

const WHO_CARES = prose(
  "Gmail requires TLS from all senders (4.7.29, 5.7.29), and shows its users mail that came without it. Receivers that accept mail over TLS alone refuse it.",
);
const use = {
  who: "server" as const,
  does: text`Enable opportunistic TLS for outgoing mail. In Postfix that is ${"smtp_tls_security_level = may"}; it is the default from 3.11 on. Exim uses TLS unless ${"hosts_avoid_tls"} is set.`,
  copy: "smtp_tls_security_level = may",
};

/** Versions that RFC 8996 forbids. */
const OLD = new Set(["SSLv3", "TLSv1", "TLSv1.1"]);

/** Whether a server encrypted when it sent to us. */
export const sendingTls = defineSignal({
  id: "sending-tls",
  group: "tls",
  scopes: ["session"],
  title: "TLS when it sends",
  why: "The sending server decides whether mail is encrypted in transit: the receiver can only offer STARTTLS.",
  references: [rfc(3207), rfc(8996), rfc(7435), GMAIL_GUIDELINES, GMAIL_ERRORS, GMAIL_TLS, EXCHANGE_TLS],
  needs: ["address", "sending"],
  outcomes: {
    established: { status: "pass", says: (e) => text`When it sent, it used ${e.version} with ${e.cipher}.` },
    old: {
      status: "warn",
      says: (e) => text`When it sent, it used ${e.version}, which RFC 8996 forbids.`,
      fix: {
        who: "server",
        does: text`Update the TLS library of the mail server, or allow TLS 1.2 and 1.3 for outgoing mail.`,
      },
      whoCares: prose(
        "Microsoft 365 no longer accepts TLS 1.0 and 1.1: the handshake fails, and mail is sent unencrypted or not at all. Gmail still accepts them, unless a Workspace administrator has ruled them out.",
      ),
    },
    failed: {
      status: "warn",
      says: (e) => text`When it sent, its TLS handshake failed (${e.reason}), and it then sent without TLS.`,
      fix: {
        who: "server",
        does: text`Look for the TLS error in the mail server's log. Often it is an outdated TLS library, or a setting that requires a trusted certificate.`,
      },
      whoCares: WHO_CARES,
    },
    none: {
      status: "warn",
      says: text`When it sent, it did not use STARTTLS, although this service offered it.`,
      fix: use,
      whoCares: WHO_CARES,
    },
    "not-seen": notSeen,
  },
  judge({ address, sending }) {
    if (!sending) return { outcome: "not-seen" };
    const { tls, tlsFailure } = sending;
    const base: Evidence = { address: [address] };
    if (tls) {
      const evidence = { ...base, version: [tls.version], cipher: [tls.cipher] };
      return { outcome: OLD.has(tls.version) ? "old" : "established", evidence };
    }
    return tlsFailure
      ? { outcome: "failed", evidence: { ...base, reason: [tlsFailure] } }
      : { outcome: "none", evidence: base };
  },
});
