import { certificateNames, relateCertificate, wildcardOver } from "../certificate-names.ts";
import { defineSignal, type Exhibit, ourLimit, rfc, shellHost, temperror, unanswered } from "../signal.ts";
import { prose, text } from "../text.ts";

/** Whether the certificate names the server it was sent by. */
export const certificateName = defineSignal({
  id: "certificate-name",
  group: "tls",
  scopes: ["server", "receiver"],
  title: "Name on the certificate",
  why: "The certificate is one more place where the server says its name. Senders that insist on TLS (MTA-STS) compare it with the MX name; all others take any certificate.",
  references: [rfc(9525, "6.3"), rfc(8461, "4.1"), rfc(3207, "4.1")],
  needs: ["address", "reverse", "smtp"],
  outcomes: {
    exact: {
      status: "pass",
      says: (e) => text`The certificate is for ${e.name}, which is ${prose(e.role?.[0] ?? "a name")} of this server.`,
    },
    wildcard: {
      status: "pass",
      says: (e) =>
        text`The certificate is for ${e.wildcard}, which covers ${e.name}, ${prose(e.role?.[0] ?? "a name")} of this server.`,
    },
    "same-organisation": {
      status: "info",
      says: (e) =>
        text`The certificate is for ${e.names}, of the same organisation as ${e.name}. Ordinary senders do not mind.`,
    },
    unrelated: {
      status: "info",
      says: (e) =>
        text`The certificate is for ${e.names}; the server is called ${e.name}. Ordinary senders do not mind, those that follow MTA-STS compare it with the MX name.`,
    },
    nameless: { status: "info", says: text`The certificate names no host.` },
    "nothing-to-compare": {
      status: "skipped",
      says: (e) => text`The certificate is for ${e.names}; the server has no name to compare it with.`,
    },
    "no-tls": { status: "skipped", says: text`No certificate was shown, because no TLS session came about.` },
    "not-reached": {
      status: "unknown",
      says: text`We did not get far enough with this server to see its certificate.`,
    },
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => [
    `openssl s_client -starttls smtp -connect ${shellHost(e.address?.[0])}:25 </dev/null | openssl x509 -noout -subject -ext subjectAltName`,
  ],
  judge({ address, reverse, smtp }) {
    if (smtp.connection === "limit") return { outcome: "limit", evidence: { address: [address] } };
    if (smtp.tls.kind === "not-reached" && smtp.connection !== "closed" && smtp.connection !== "not-smtp")
      return { outcome: "not-reached", evidence: { address: [address] } };
    const certificate = smtp.tls.kind === "established" ? smtp.tls.certificate : undefined;
    if (!certificate) return { outcome: "no-tls", evidence: { address: [address] } };
    const names = certificateNames(certificate);
    const evidence = { address: [address], names: names.slice(0, 4) };
    if (names.length === 0) return { outcome: "nameless", evidence };

    const own = [
      ...(reverse.kind === "answer" ? reverse.records.map((name) => ({ name, role: "the PTR name" })) : []),
      ...(smtp.ehloName ? [{ name: smtp.ehloName, role: "the EHLO name" }] : []),
      ...(smtp.greetingName ? [{ name: smtp.greetingName, role: "the name in the greeting" }] : []),
    ];
    const compared = own.map((each) => ({ ...each, relation: relateCertificate(names, each.name) }));
    const exhibit: Exhibit = {
      kind: "table",
      columns: ["Name of the server", "what it is", "certificate"],
      rows: compared.map(({ name, role, relation }) => [name, role, relation]),
    };
    for (const relation of ["exact", "wildcard", "same-organisation"] as const) {
      const found = compared.find((each) => each.relation === relation);
      if (!found) continue;
      return {
        outcome: relation,
        evidence: { ...evidence, name: [found.name], role: [found.role], wildcard: [wildcardOver(found.name)] },
        exhibit,
      };
    }
    // The PTR name we could not read might be the one on the certificate.
    if (reverse.kind === "failed") return unanswered(reverse);
    const [first] = own;
    if (!first) return { outcome: "nothing-to-compare", evidence };
    return { outcome: "unrelated", evidence: { ...evidence, name: [first.name] }, exhibit };
  },
});
