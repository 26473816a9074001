import { digFor } from "../commands.ts";
import { isTlsReporting, reportTargets } from "../receiving/tls-reporting.ts";
import { noDomain, withoutDomain } from "../sending-domain.ts";
import { defineSignal, type Evidence, rfc, temperror, unanswered } from "../signal.ts";
import { prose, text } from "../text.ts";

const publish = (e: Evidence) => ({
  who: "sender-dns" as const,
  does: text`Publish one record at ${`_smtp._tls.${e.domain?.[0]}`} that names a mailbox or an HTTPS address.`,
});

/** Whether the domain asks for reports about encryption on the way to it. */
export const tlsRpt = defineSignal({
  id: "tls-rpt",
  group: "receiving",
  scopes: ["domain"],
  title: "TLS reports",
  why: "Senders can report where encryption on the way to a domain failed. Who uses MTA-STS or DANE learns this way what would otherwise go unseen.",
  references: [rfc(8460, "3")],
  needs: ["sender", "tlsReporting"],
  outcomes: {
    found: { status: "pass", says: (e) => text`Reports about TLS go to ${e.to}.` },
    absent: {
      status: "info",
      says: (e) => text`${e.domain} asks for no reports about TLS. Only with MTA-STS or DANE would they tell much.`,
    },
    several: {
      status: "warn",
      says: (e) =>
        text`${e.domain} has more than one TLS-RPT record. There may be only one, so senders use none of them.`,
      fix: publish,
      whoCares: prose("Senders that report about TLS: they send nothing. Mail itself is not touched by this."),
    },
    unusable: {
      status: "warn",
      says: (e) => text`The TLS-RPT record names no address that reports could be sent to: ${e.record}.`,
      fix: publish,
      whoCares: prose("Senders that report about TLS: they send nothing. Mail itself is not touched by this."),
    },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => (e.domain ?? []).flatMap((domain) => digFor("TXT", `_smtp._tls.${domain}`)),
  judge({ sender, tlsReporting }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!tlsReporting) return unanswered();
    const { domain, record } = tlsReporting;
    if (record.kind === "failed") return unanswered(record);
    const records = record.kind === "answer" ? record.records.filter(isTlsReporting) : [];
    const evidence: Evidence = { domain: [domain], record: records.slice(0, 3) };
    const [only] = records;
    if (only === undefined) return { outcome: "absent", evidence };
    if (records.length > 1) return { outcome: "several", evidence };
    const { usable } = reportTargets(only);
    return usable.length > 0
      ? { outcome: "found", evidence: { ...evidence, to: usable.slice(0, 10) } }
      : { outcome: "unusable", evidence };
  },
});
