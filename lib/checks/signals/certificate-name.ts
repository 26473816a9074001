import { defineSignal, type Exhibit, ourLimit, rfc, temperror, unanswered } from "../define/signal.ts";
import { wildcardOver } from "../derive/certificate-names.ts";
import { prose, text } from "../net/safe-text.ts";
import { startTls } from "../words/commands.ts";
import { sniEvidence, sniRemark } from "../words/tls-words.ts";

/** Whether the certificate names the server it was sent by. */
export const certificateName = defineSignal({
  id: "certificate-name",
  group: "tls",
  scopes: ["server", "receiver"],
  title: "Name on the certificate",
  why: "The certificate also names the server. Senders that enforce MTA-STS compare it with the MX host name; most others accept any certificate.",
  references: [rfc(9525, "6.3"), rfc(8461, "4.2"), rfc(3207, "4.1")],
  needs: ["address", "serverTls"],
  outcomes: {
    exact: {
      status: "pass",
      short: "matches",
      says: (e) => text`The certificate is for ${e.name}, ${prose(e.role?.[0] ?? "a name of this server")}.`,
    },
    wildcard: {
      status: "pass",
      short: "matches by wildcard",
      says: (e) =>
        text`The certificate is for ${e.wildcard}, which covers ${e.name}, ${prose(e.role?.[0] ?? "a name of this server")}.`,
    },
    "same-organisation": {
      status: "info",
      short: "same organisation",
      says: (e) =>
        text`The certificate is for ${e.names}, in the same organisation as ${e.name}. Most senders accept that.${sniRemark(e)}`,
    },
    unrelated: {
      status: "info",
      short: "another name",
      says: (e) =>
        text`The certificate is for ${e.names}; the server's name is ${e.name}. Most senders accept that; those that enforce MTA-STS compare it with the MX host name.${sniRemark(e)}`,
    },
    nameless: { status: "info", short: "contains no host name", says: text`The certificate contains no host name.` },
    "nothing-to-compare": {
      status: "skipped",
      short: "no name to compare",
      says: (e) => text`The certificate is for ${e.names}; the server has no name to compare it with.${sniRemark(e)}`,
    },
    "no-tls": {
      status: "skipped",
      short: "no TLS",
      says: text`No certificate was seen, because no TLS session was established.`,
    },
    "not-reached": {
      status: "unknown",
      short: "not known",
      says: text`Our SMTP session with this server ended before it sent a certificate.`,
    },
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => startTls(e, "-subject -ext subjectAltName"),
  judge({ address, serverTls: { state, session, certificate, names, own, nearest, open } }) {
    if (state === "limit") return { outcome: "limit", evidence: { address: [address] } };
    if (state === "not-reached" || state === "masked")
      return { outcome: "not-reached", evidence: { address: [address] } };
    if (!certificate) return { outcome: "no-tls", evidence: { address: [address] } };
    const evidence = { address: [address], names: names.slice(0, 4), ...sniEvidence(session) };
    if (names.length === 0) return { outcome: "nameless", evidence };
    const exhibit: Exhibit = {
      kind: "table",
      columns: ["Name of the server", "what it is", "certificate"],
      rows: own.map(({ name, role, relation }) => [name, role, relation]),
    };
    if (nearest && nearest.relation !== "unrelated") {
      const { name, role, relation } = nearest;
      return {
        outcome: relation,
        evidence: { ...evidence, name: [name], role: [role], wildcard: [wildcardOver(name)] },
        exhibit,
      };
    }
    // The PTR name we could not read might be the one on the certificate.
    if (open) return unanswered(open);
    if (!nearest) return { outcome: "nothing-to-compare", evidence };
    return { outcome: "unrelated", evidence: { ...evidence, name: [nearest.name] }, exhibit };
  },
});
