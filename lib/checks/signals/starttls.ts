import { defineSignal, ourLimit, rfc } from "../define/signal.ts";
import { isOldVersion } from "../derive/server-tls.ts";
import { prose, text } from "../net/safe-text.ts";
import { startTls } from "../words/commands.ts";
import { sniEvidence } from "../words/tls-words.ts";

const OPPORTUNISTIC =
  "Most senders take what is offered and send in the clear otherwise; those that follow MTA-STS or DANE keep the mail back.";

/** Whether mail to this server can be encrypted. */
export const starttls = defineSignal({
  id: "starttls",
  group: "tls",
  scopes: ["server", "receiver"],
  title: "STARTTLS",
  why: "With STARTTLS, mail to this server travels encrypted. It says little about the mail the server sends.",
  references: [rfc(3207, "4"), rfc(8461), rfc(8996)],
  needs: ["address", "serverTls"],
  outcomes: {
    established: {
      status: "pass",
      says: (e) => text`It offers STARTTLS; we agreed on ${e.protocol} with ${e.cipher}.`,
    },
    "old-version": {
      status: "warn",
      says: (e) =>
        text`It offers STARTTLS, but no newer version than ${e.protocol}, which has been withdrawn (RFC 8996).`,
      fix: {
        who: "server",
        does: text`Allow TLS 1.2 and 1.3; in Postfix ${"smtpd_tls_protocols"}.`,
        copy: "smtpd_tls_protocols = >=TLSv1.2",
      },
      whoCares: prose(
        "Senders that no longer speak the old versions: the handshake fails, and they send in the clear or, under MTA-STS and DANE, not at all. RFC 8461 asks for TLS 1.2 or newer.",
      ),
    },
    "not-offered": {
      status: "warn",
      says: text`It does not offer STARTTLS: mail to it travels in the clear.`,
      fix: {
        who: "server",
        does: text`Give the mail server a certificate and turn STARTTLS on; in Postfix ${"smtpd_tls_security_level"}.`,
        copy: "smtpd_tls_security_level = may",
      },
      whoCares: prose(OPPORTUNISTIC),
    },
    declined: {
      status: "warn",
      says: (e) => text`It offers STARTTLS and then says ${e.reply} when asked for it.`,
      fix: {
        who: "server",
        does: text`Look in the server's log for why TLS did not start; often its certificate or key cannot be read.`,
      },
      whoCares: prose(OPPORTUNISTIC),
    },
    "handshake-failed": {
      status: "warn",
      says: (e) => text`It offers STARTTLS, but the TLS handshake failed: ${e.detail}.`,
      fix: { who: "server", does: text`Allow TLS 1.2 and 1.3 with a certificate and a key that belong together.` },
      whoCares: prose(OPPORTUNISTIC),
    },
    "not-reached": {
      status: "unknown",
      says: text`We did not get far enough with this server to ask for TLS. That does not mean it has none.`,
    },
    masked: {
      status: "unknown",
      says: text`A firewall on the way overwrites what the server says (${"220 ****"}, ${"250-XXXXXXXA"}). Whether the server offers STARTTLS cannot be seen through it.`,
      fix: {
        who: "server",
        does: text`Turn off the inspection of SMTP at the firewall in front of the server (Cisco: ${"no inspect esmtp"}, formerly ${"no fixup protocol smtp 25"}). Nothing needs to change at the mail server.`,
      },
    },
    "not-listening": {
      status: "skipped",
      says: text`No mail server answers on port 25, so there is nothing to encrypt.`,
    },
    limit: ourLimit,
  },
  reproduce: (e) => startTls(e),
  judge({ address, serverTls: { state, session } }) {
    if (state === "limit") return { outcome: "limit", evidence: { address: [address] } };
    const evidence = { address: [address], ...sniEvidence(session) };
    const { tls } = session;
    switch (tls.kind) {
      case "established":
        return {
          outcome: isOldVersion(tls.protocol) ? "old-version" : "established",
          evidence: { ...evidence, protocol: [tls.protocol], cipher: [tls.cipher] },
        };
      case "declined":
        return {
          outcome: "declined",
          evidence: { ...evidence, reply: [tls.reply.lines[0] ?? String(tls.reply.code)] },
        };
      case "handshake-failed":
        return { outcome: "handshake-failed", evidence: { ...evidence, detail: [tls.detail] } };
      default:
        return { outcome: state === "not-listening" || state === "masked" ? state : tls.kind, evidence };
    }
  },
});
