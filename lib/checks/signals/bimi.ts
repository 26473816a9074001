import { digFor } from "../commands.ts";
import { assess, discover } from "../dmarc/discovery.ts";
import { isBimi, parseBimi } from "../receiving/bimi.ts";
import { noDomain, withoutDomain } from "../sending-domain.ts";
import { defineSignal, type Evidence, temperror, unanswered } from "../signal.ts";
import { text } from "../text.ts";

/** Whether the domain publishes a logo, and whether its DMARC policy lets receivers show it. */
export const bimi = defineSignal({
  id: "bimi",
  group: "receiving",
  scopes: ["domain"],
  title: "BIMI logo",
  why: "Some mailbox providers show a domain's logo beside its mail. It has no part in whether mail is accepted.",
  references: [
    {
      label: "draft-brand-indicators-for-message-identification",
      url: "https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/",
    },
  ],
  needs: ["sender", "dmarc", "bimi"],
  outcomes: {
    found: {
      status: "pass",
      says: (e) =>
        text`${e.at} names a logo, ${e.logo}, and the DMARC policy is strict enough for it to be shown${e.evidence?.[0] ? [] : text`; without a certificate in ${"a="} few show it`}.`,
    },
    "weak-policy": {
      status: "info",
      says: (e) =>
        text`${e.at} names a logo, but it is shown only where DMARC says quarantine or reject, which it does not for this domain and its subdomains.`,
    },
    declined: { status: "info", says: (e) => text`${e.at} says that the domain takes no part in BIMI.` },
    malformed: {
      status: "info",
      says: (e) =>
        text`The BIMI record at ${e.at} cannot be used: ${e.record}. It needs one ${"l="} with an HTTPS address.`,
    },
    absent: { status: "info", says: (e) => text`${e.domain} publishes no logo.` },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => (e.domain ?? []).flatMap((domain) => digFor("TXT", `default._bimi.${domain}`)),
  judge({ sender, dmarc, bimi }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!bimi || !dmarc) return unanswered();
    const { domain, organisation } = bimi;
    for (const [at, lookup] of [
      [domain, bimi.record] as const,
      ...(organisation ? [[organisation.domain, organisation.record] as const] : []),
    ]) {
      if (lookup.kind === "failed") return unanswered(lookup);
      const records = lookup.kind === "answer" ? lookup.records.filter(isBimi) : [];
      const [only] = records;
      if (only === undefined) continue;
      const { logo, evidence: mark, declined, valid } = parseBimi(only);
      const evidence: Evidence = {
        domain: [domain],
        at: [`default._bimi.${at}`],
        record: records.slice(0, 3),
        logo: [logo],
        evidence: mark ? [mark] : [],
      };
      if (records.length > 1) return { outcome: "malformed", evidence };
      if (declined) return { outcome: "declined", evidence };
      if (!valid) return { outcome: "malformed", evidence };
      const { applied, failed } = discover(dmarc.walk);
      if (!applied && failed) return unanswered(failed);
      if (applied && applied.domain !== domain && applied.record.np && dmarc.existence.kind === "failed")
        return unanswered(dmarc.existence);
      const effective =
        applied && assess(applied.record, applied.domain !== domain, dmarc.existence.kind !== "nxdomain").effective;
      const strict = (effective === "quarantine" || effective === "reject") && applied?.record.sp !== "none";
      return { outcome: strict ? "found" : "weak-policy", evidence };
    }
    return { outcome: "absent", evidence: { domain: [domain] } };
  },
});
