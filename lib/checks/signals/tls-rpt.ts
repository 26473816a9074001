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
      ? text`Replace the record at ${`_smtp._tls.${e.domain?.[0]}`} with this one, which has the same addresses.`
      : text`Replace the record at ${`_smtp._tls.${e.domain?.[0]}`} with one that contains a mailto: or https: address.`,
    e.proposed?.[0],
  );
const NOTHING_SENT = prose("Mail itself is not affected. Senders that report about TLS send no reports.");

/** Whether the domain asks for reports about encryption on the way to it. */
export const tlsRpt = defineSignal({
  id: "tls-rpt",
  group: "receiving",
  scopes: ["domain"],
  title: "TLS reports",
  why: "Senders can report where TLS to a domain failed. With MTA-STS or DANE these reports show failures that would otherwise go unnoticed.",
  references: [rfc(8460, "3")],
  needs: ["sender", "tlsReporting"],
  outcomes: {
    found: { status: "pass", says: (e) => text`TLS reports go to ${e.to}.` },
    absent: {
      status: "info",
      says: (e) => text`${e.domain} asks for no TLS reports. They are useful mainly with MTA-STS or DANE.`,
    },
    several: {
      status: "warn",
      says: (e) =>
        text`${e.domain} has more than one TLS-RPT record. Only one is allowed, so senders use none of them.`,
      fix: replace,
      whoCares: NOTHING_SENT,
    },
    unusable: {
      status: "warn",
      says: (e) => text`The TLS-RPT record contains no address for reports: ${e.record}.`,
      fix: replace,
      whoCares: NOTHING_SENT,
    },
    misspelt: {
      status: "warn",
      says: (e) =>
        text`The record at ${`_smtp._tls.${e.domain?.[0]}`} looks like a TLS-RPT record, but is not valid: ${e.near}. It has to begin with exactly ${"v=TLSRPTv1;"}.`,
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
