import { defineSignal, ourLimit, rfc } from "../define/signal.ts";
import { isOldVersion } from "../derive/server-tls.ts";
import { prose, text } from "../net/safe-text.ts";
import { startTls } from "../words/commands.ts";
import { allowNewTls, sniEvidence } from "../words/tls-words.ts";

const OPPORTUNISTIC =
  "This is about mail to you: most senders use TLS if it works and plain text otherwise. Those that follow MTA-STS or DANE hold mail for domains that publish it.";

/** Whether mail to this server can be encrypted. */
export const starttls = defineSignal({
  id: "starttls",
  group: "tls",
  scopes: ["server", "receiver"],
  title: "STARTTLS",
  why: "With STARTTLS, mail to this server is encrypted in transit. It says little about the mail the server sends.",
  references: [rfc(3207, "4"), rfc(8461), rfc(8996)],
  needs: ["address", "serverTls"],
  outcomes: {
    established: {
      status: "pass",
      says: (e) => text`The server offers STARTTLS; the session used ${e.protocol} with ${e.cipher}.`,
    },
    "old-version": {
      status: "warn",
      says: (e) =>
        text`The server offers STARTTLS, but no version newer than ${e.protocol}, which is deprecated (RFC 8996).`,
      fix: allowNewTls,
      whoCares: prose(
        "This is about mail to you: senders without support for the old versions send it unencrypted or, under MTA-STS and DANE, not at all. RFC 8461 requires support for TLS 1.2 or newer.",
      ),
    },
    "not-offered": {
      status: "warn",
      says: text`The server does not offer STARTTLS: mail to it is sent unencrypted.`,
      fix: {
        who: "server",
        does: text`Install a certificate on the mail server and enable STARTTLS; in Postfix, ${"smtpd_tls_security_level = may"}.`,
        copy: "smtpd_tls_security_level = may",
      },
      whoCares: prose(OPPORTUNISTIC),
    },
    declined: {
      status: "warn",
      says: (e) => text`The server offers STARTTLS, but answers the command with ${e.reply}.`,
      fix: {
        who: "server",
        does: text`Look in the server's log for the reason; often it cannot read its certificate or key.`,
      },
      whoCares: prose(OPPORTUNISTIC),
    },
    "handshake-failed": {
      status: "warn",
      says: (e) => text`The server offers STARTTLS, but the TLS handshake failed: ${e.detail}.`,
      fix: { who: "server", does: text`Enable TLS 1.2 and 1.3, with a certificate and the matching private key.` },
      whoCares: prose(OPPORTUNISTIC),
    },
    "not-reached": {
      status: "unknown",
      says: text`Our SMTP session ended before STARTTLS. That does not mean the server has no TLS.`,
    },
    masked: {
      status: "unknown",
      says: text`A firewall on the path overwrites the server's replies (${"220 ****"}, ${"250-XXXXXXXA"}). It hides whether the server offers STARTTLS.`,
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
