import { digFor } from "../commands.ts";
import { assess, type Discovery, discover } from "../dmarc/discovery.ts";
import type { DmarcRecord } from "../dmarc/record.ts";
import { policyMeans, remarks, whereFrom } from "../dmarc/words.ts";
import { domainWords, noDomain, withoutDomain } from "../sending-domain.ts";
import { defineSignal, type Evidence, type Exhibit, type Fix, rfc, temperror, unanswered } from "../signal.ts";
import { senderEvidence } from "../spf/evidence.ts";
import { txtLine } from "../spf/publish.ts";
import { count, prose, type Text, text } from "../text.ts";

const BULK = prose(
  "Gmail wants a DMARC record from everybody who sends 5,000 messages a day, Microsoft's consumer mailboxes likewise (550 5.7.515). Stalwart adds 1.0 points where there is none.",
);

const publish = (e: Evidence): Fix => ({
  who: "sender-dns",
  does: text`Publish one DMARC record at ${`_dmarc.${e.domain?.[0]}`}. With ${"p=none"} nothing changes for your mail. Add ${"rua=mailto:"} and a mailbox of yours to get reports; raise the policy once they show that all of it passes.`,
  ...(e.domain?.[0] ? { copy: txtLine(`_dmarc.${e.domain[0]}`, "v=DMARC1; p=none") } : {}),
});

const missing = (e: Evidence): Text => text`There is no DMARC policy for ${domainWords(e)}.`;

const asks = (e: Evidence): Text =>
  text`The DMARC policy for ${domainWords(e)} is ${e.effective}${whereFrom(e)}: ${policyMeans(e.effective?.[0])}.`;

/** The DMARC policy that receivers find for the sending domain, and what it means now. */
export const dmarc = defineSignal({
  id: "dmarc",
  group: "authentication",
  scopes: ["domain"],
  title: "DMARC policy",
  why: "With DMARC a domain says what receivers should do with mail in its name that neither SPF nor DKIM vouches for.",
  references: [rfc(9989, "4.7"), rfc(9989, "4.10"), rfc(9990)],
  needs: ["sender", "dmarc"],
  outcomes: {
    reject: { status: "pass", says: (e) => text`${asks(e)}${remarks(e)}` },
    quarantine: { status: "pass", says: (e) => text`${asks(e)}${remarks(e)}` },
    none: {
      status: "info",
      says: (e) => text`${asks(e)} That is enough for receivers that want DMARC to be there.${remarks(e)}`,
    },
    testing: {
      status: "info",
      says: (e) =>
        text`The DMARC policy for ${domainWords(e)} says ${e.published}${whereFrom(e)}, and with ${"t=y"} that it is being tested: receivers are asked to apply ${e.effective} instead.${remarks(e)}`,
    },
    missing: {
      status: "warn",
      says: missing,
      fix: publish,
      whoCares: BULK,
    },
    "inferred-missing": {
      status: "info",
      says: (e) => text`${missing(e)} If your mail is from another domain, give that one in the options.`,
    },
    misspelt: {
      status: "warn",
      says: (e) =>
        text`What stands at ${e.at} was probably meant as a DMARC policy and is none: ${e.near}. It has to begin with ${"v=DMARC1;"}, exactly so.`,
      fix: publish,
      whoCares: BULK,
    },
    several: {
      status: "warn",
      says: (e) =>
        text`${e.at} has ${count(Number(e.several?.[0] ?? 2), "DMARC record")}. There may be only one, so receivers use none of them${e.effective?.[0] ? text` and apply ${e.effective}, as the record above it says` : []}.`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Join the DMARC records at ${e.at} into one, and remove the others.`,
      }),
      whoCares: BULK,
    },
    invalid: {
      status: "warn",
      says: (e) =>
        text`The DMARC record at ${e.at} has no valid policy (${"p="}, ${"sp="} or ${"np="}) and no report address, so receivers pass over it.${remarks(e)}`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Put ${"p=none"}, ${"p=quarantine"} or ${"p=reject"} into the record at ${e.at}.`,
      }),
      whoCares: BULK,
    },
    unclear: {
      status: "info",
      says: (e) =>
        text`The DMARC record at ${e.at} has no valid policy in ${"p="}, ${"sp="} or ${"np="}. Because it asks for reports, receivers take it for ${"p=none"}.${remarks(e)}`,
    },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => (e.walked ?? []).flatMap((domain) => digFor("TXT", `_dmarc.${domain}`)),
  judge({ sender, dmarc }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!dmarc) return unanswered();
    const found = discover(dmarc.walk);
    const { stations, failed, applied } = found;
    const exhibit = table(found);
    const base: Evidence = { ...senderEvidence(sender), walked: stations.map(({ domain }) => domain) };
    const own = stations[0];
    const inherited = applied !== undefined && applied.domain !== dmarc.domain;
    if (!applied && failed) return { ...unanswered(failed), exhibit };
    // Only a policy for subdomains that do not exist makes the domain's existence matter.
    if (inherited && applied.record.np && dmarc.existence.kind === "failed")
      return { ...unanswered(dmarc.existence), exhibit };

    const assessment = applied && assess(applied.record, inherited, dmarc.existence.kind !== "nxdomain");
    const evidence: Evidence = {
      ...base,
      ...(found.organization ? { organization: [found.organization] } : {}),
      ...(applied && assessment ? policyEvidence(applied, assessment) : {}),
    };
    if (own && own.several > 0) {
      return {
        outcome: "several",
        evidence: { ...evidence, at: [`_dmarc.${own.domain}`], several: [String(own.several)] },
        exhibit,
      };
    }
    if (!applied || !assessment) {
      const near = stations.find((station) => station.near.length > 0);
      return near
        ? { outcome: "misspelt", evidence: { ...evidence, at: [`_dmarc.${near.domain}`], near: near.near }, exhibit }
        : { outcome: sender.origin === "ptr" ? "inferred-missing" : "missing", evidence, exhibit };
    }
    const { effective, published } = assessment;
    if (!effective) return { outcome: "invalid", evidence, exhibit };
    if (!published) return { outcome: "unclear", evidence, exhibit };
    return { outcome: effective === published ? effective : "testing", evidence, exhibit };
  },
});

function policyEvidence(
  { domain, record }: NonNullable<Discovery["applied"]>,
  { published, effective, tag }: ReturnType<typeof assess>,
): Evidence {
  return {
    at: [domain],
    record: [record.text],
    tag: [tag],
    published: published ? [published] : [],
    effective: effective ? [effective] : [],
    removed: record.removed,
    unknown: record.unknown.slice(0, 10),
    flaws: record.flaws.slice(0, 10).map(({ text: written }) => written),
    alignment: [`SPF ${record.aspf}`, `DKIM ${record.adkim}`],
    strict: strictFor(record),
  };
}

const strictFor = ({ aspf, adkim }: DmarcRecord): string[] => [
  ...(aspf === "strict" ? ["SPF"] : []),
  ...(adkim === "strict" ? ["DKIM"] : []),
];

/** The walk, as receivers go it. */
const table = ({ stations, organization, failed }: Discovery): Exhibit => ({
  kind: "table",
  columns: ["Asked", "Record", "Role"],
  rows: [
    ...stations.map(({ domain, record, several }) => [
      `_dmarc.${domain}`,
      record?.text ?? (several > 0 ? "several, none counts" : "none"),
      domain === organization ? "organizational domain" : "",
    ]),
    ...(failed ? [[failed.name, "no answer", ""]] : []),
  ],
});
