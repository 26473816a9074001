import { defineSignal, type Evidence, rfc, temperror, unanswered } from "../define/signal.ts";
import { isNearlyTlsReporting, repairTlsReporting } from "../formats/receiving/receiving-repair.ts";
import { isTlsReporting, reportTargets } from "../formats/receiving/tls-reporting.ts";
import { prose, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { aliasBeside, aliasEvidence, besideAlias, putAt, shown } from "../words/published.ts";
import { noDomain, withoutDomain } from "../words/sending-domain-words.ts";

const replace = (e: Evidence) =>
  putAt(
    e,
    `_smtp._tls.${e.domain?.[0]}`,
    e.proposed?.[0]
      ? text`Replace what stands at ${`_smtp._tls.${e.domain?.[0]}`} by this one record, with the same addresses.`
      : text`Replace what stands at ${`_smtp._tls.${e.domain?.[0]}`} by one record that names a mailbox or an HTTPS address.`,
    e.proposed?.[0],
  );
const NOTHING_SENT = prose("Senders that report about TLS: they send nothing. Mail itself is not touched by this.");

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
      fix: replace,
      whoCares: NOTHING_SENT,
    },
    unusable: {
      status: "warn",
      says: (e) => text`The TLS-RPT record names no address that reports could be sent to: ${e.record}.`,
      fix: replace,
      whoCares: NOTHING_SENT,
    },
    misspelt: {
      status: "warn",
      says: (e) =>
        text`What stands at ${`_smtp._tls.${e.domain?.[0]}`} was probably meant as a TLS-RPT record and is none: ${e.near}. It has to begin with ${"v=TLSRPTv1;"}, exactly so.`,
      fix: replace,
      whoCares: NOTHING_SENT,
    },
    "alias-beside": besideAlias,
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => (e.domain ?? []).flatMap((domain) => digFor("TXT", `_smtp._tls.${domain}`)),
  judge({ sender, tlsReporting }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!tlsReporting) return unanswered();
    const { domain, record, alias } = tlsReporting;
    if (record.kind === "failed") return unanswered(record);
    const records = record.kind === "answer" ? record.records.filter(isTlsReporting) : [];
    const near = record.kind === "answer" ? record.records.filter(isNearlyTlsReporting) : [];
    const proposed = repairTlsReporting([...records, ...near]);
    const evidence: Evidence = {
      domain: [domain],
      record: shown(records),
      ...aliasEvidence(record),
      ...(proposed ? { proposed: [proposed] } : {}),
    };
    const [only] = records;
    if (only === undefined && near.length > 0)
      return { outcome: "misspelt", evidence: { ...evidence, near: shown(near) } };
    if (only === undefined) return { outcome: "absent", evidence };
    const beside = aliasBeside(record, alias);
    if (beside)
      return { outcome: "alias-beside", evidence: { ...evidence, at: [`_smtp._tls.${domain}`], alias: [beside] } };
    if (records.length > 1) return { outcome: "several", evidence };
    const { usable } = reportTargets(only);
    return usable.length > 0
      ? { outcome: "found", evidence: { ...evidence, to: usable.slice(0, 10) } }
      : { outcome: "unusable", evidence };
  },
});
