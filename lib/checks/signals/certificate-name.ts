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
  why: "The certificate is one more place where the server says its name. Senders that insist on TLS (MTA-STS) compare it with the MX name; all others take any certificate.",
  references: [rfc(9525, "6.3"), rfc(8461, "4.1"), rfc(3207, "4.1")],
  needs: ["address", "serverTls"],
  outcomes: {
    exact: {
      status: "pass",
      short: "matches",
      says: (e) => text`The certificate is for ${e.name}, which is ${prose(e.role?.[0] ?? "a name")} of this server.`,
    },
    wildcard: {
      status: "pass",
      short: "matches by wildcard",
      says: (e) =>
        text`The certificate is for ${e.wildcard}, which covers ${e.name}, ${prose(e.role?.[0] ?? "a name")} of this server.`,
    },
    "same-organisation": {
      status: "info",
      short: "same organisation",
      says: (e) =>
        text`The certificate is for ${e.names}, of the same organisation as ${e.name}. Ordinary senders do not mind.${sniRemark(e)}`,
    },
    unrelated: {
      status: "info",
      short: "another name",
      says: (e) =>
        text`The certificate is for ${e.names}; the server is called ${e.name}. Ordinary senders do not mind, those that follow MTA-STS compare it with the MX name.${sniRemark(e)}`,
    },
    nameless: { status: "info", short: "names no host", says: text`The certificate names no host.` },
    "nothing-to-compare": {
      status: "skipped",
      short: "no name to compare",
      says: (e) => text`The certificate is for ${e.names}; the server has no name to compare it with.${sniRemark(e)}`,
    },
    "no-tls": {
      status: "skipped",
      short: "no TLS",
      says: text`No certificate was shown, because no TLS session came about.`,
    },
    "not-reached": {
      status: "unknown",
      short: "not known",
      says: text`We did not get far enough with this server to see its certificate.`,
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
