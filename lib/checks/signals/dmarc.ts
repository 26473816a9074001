import { defineSignal, type Evidence, type Exhibit, type Fix, rfc, temperror, unanswered } from "../define/signal.ts";
import type { DmarcPolicy } from "../facts/dmarc.ts";
import { type LookupOf, recordsOf } from "../facts/lookup.ts";
import type { SpfWalk } from "../facts/spf.ts";
import { assess, type Discovery, discover, type Station } from "../formats/dmarc/discovery.ts";
import { type DmarcRecord, isDmarc, isNearlyDmarc, parseDmarc } from "../formats/dmarc/dmarc-record.ts";
import { repairDmarc } from "../formats/dmarc/dmarc-repair.ts";
import { legacy, policyMeans, remarks, severalMeans, whereFrom } from "../formats/dmarc/dmarc-words.ts";
import { sendsNothing } from "../formats/spf/sends-nothing.ts";
import { senderEvidence } from "../formats/spf/spf-evidence.ts";
import { readable } from "../net/octets.ts";
import { count, prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { aliasBeside, aliasEvidence, besideAlias, putAt, shown } from "../words/published.ts";
import { domainWords, noDomain, withoutDomain } from "../words/sending-domain-words.ts";

const BULK = prose(
  "Gmail and Microsoft's consumer mailboxes (550 5.7.515) require a DMARC record from senders of 5,000 messages a day or more. Yahoo requires it of bulk senders. Stalwart adds 1.0 points where there is none.",
);

const ONLY_REPORTED = prose("Receivers that follow RFC 7489 or RFC 9989 do nothing but report mail that fails DMARC.");

const publish = (e: Evidence): Fix => {
  const at = `_dmarc.${e.domain?.[0]}`;
  const record = (policy: string) => (e.domain?.[0] ? `v=DMARC1; p=${policy}` : undefined);
  if (e.doubled?.[0] || e.apex?.[0])
    return putAt(
      e,
      at,
      text`Move the record to ${at}. In panels that append the domain, enter only ${"_dmarc"} as the name.`,
      e.moved?.[0],
    );
  if (e.silent?.[0])
    return putAt(
      e,
      at,
      text`Publish one DMARC record at ${at}. A domain that sends no mail can use ${"p=reject"} right away.`,
      record("reject"),
    );
  return putAt(
    e,
    at,
    text`Publish one DMARC record at ${at}. With ${"p=none"} nothing changes for your mail. Add ${"rua=mailto:"} with your mailbox to get reports. Tighten the policy once they show that all your mail passes.`,
    record("none"),
  );
};

/** The present record, its slips mended; `at` is where it stands. */
const replace = (e: Evidence): Fix =>
  putAt(
    e,
    e.at?.[0] ?? "",
    e.proposed?.[0]
      ? text`Replace the record at ${e.at} with this one: the same policy in valid syntax.`
      : text`Replace the record at ${e.at} with one that begins with ${"v=DMARC1;"} and a policy: ${"p=none"}, ${"p=quarantine"} or ${"p=reject"}.`,
    e.proposed?.[0],
  );

const missing = (e: Evidence): Text =>
  text`There is no DMARC policy for ${domainWords(e)}.${e.doubled?.[0] ? text` A record stands at ${`_dmarc.${e.domain?.[0]}.${e.domain?.[0]}`}, where no receiver looks: the domain is appended twice.` : e.apex?.[0] ? text` A record stands at ${e.domain} itself, where no receiver looks.` : []}`;

const asks = (e: Evidence): Text =>
  text`The DMARC policy for ${domainWords(e)} is ${e.effective}${whereFrom(e)}: ${policyMeans(e.effective?.[0])}.`;

/** The DMARC policy that receivers find for the sending domain, and what it means now. */
export const dmarc = defineSignal({
  id: "dmarc",
  group: "authentication",
  scopes: ["domain"],
  title: "DMARC policy",
  why: "With DMARC a domain tells receivers what to do with mail that fails both SPF and DKIM for it.",
  references: [rfc(9989, "4.7"), rfc(9989, "4.10"), rfc(9990)],
  needs: ["sender", "dmarc", "spfRecord"],
  outcomes: {
    reject: { status: "pass", says: (e) => text`${asks(e)}${remarks(e)}${legacy(e)}` },
    quarantine: { status: "pass", says: (e) => text`${asks(e)}${remarks(e)}${legacy(e)}` },
    none: {
      status: "info",
      says: (e) => text`${asks(e)} That satisfies receivers that require a DMARC record.${remarks(e)}`,
    },
    testing: {
      status: "info",
      says: (e) =>
        text`The DMARC policy for ${domainWords(e)} says ${e.published}${whereFrom(e)}. But ${"t=y"} marks it as a test: receivers should apply ${e.effective} instead.${remarks(e)}`,
    },
    missing: {
      status: "warn",
      short: "missing",
      says: missing,
      fix: publish,
      whoCares: BULK,
    },
    "inferred-missing": {
      status: "info",
      says: (e) => text`${missing(e)} If you send as another domain, enter it in the options.`,
    },
    misspelt: {
      status: "warn",
      says: (e) =>
        text`The record at ${e.at} looks like a DMARC policy, but is not valid: ${e.near}. It has to begin with exactly ${"v=DMARC1;"}.${e.backslash?.length ? " The backslashes ended up in the record: they belong only in zone files." : ""}`,
      fix: replace,
      whoCares: BULK,
    },
    several: {
      status: "warn",
      says: (e) =>
        text`${e.at} has ${count(Number(e.several?.[0] ?? 2), "DMARC record")}. Only one is allowed, so receivers use none of them${e.effective?.[0] ? text` and apply ${e.effective}, from the record of the parent domain` : []}.${severalMeans(e)}`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Merge the DMARC records at ${e.at} into one, and remove the others.`,
      }),
      whoCares: BULK,
    },
    void: {
      status: "warn",
      says: (e) =>
        text`In the DMARC record at ${e.at}, a tag occurs twice: ${e.repeated}. By RFC 6376, section 3.2, the whole record is then invalid${e.effective?.[0] ? text`, and receivers apply ${e.effective}, from the record of the parent domain` : []}. Lenient receivers use one of the two.`,
      fix: replace,
      whoCares: BULK,
    },
    weakened: {
      status: "warn",
      says: (e) =>
        text`The DMARC record at ${e.at} asks for ${e.asked}, but receivers treat it as ${"p=none"}, because another policy tag in it is not valid.${remarks(e)}`,
      fix: replace,
      whoCares: ONLY_REPORTED,
    },
    "misspelt-policy": {
      status: "warn",
      says: (e) =>
        text`The DMARC record at ${e.at} was probably meant as ${e.asked}, but receivers treat it as ${"p=none"}.${remarks(e)}`,
      fix: replace,
      whoCares: ONLY_REPORTED,
    },
    "alias-beside": besideAlias,
    "alias-dangling": {
      status: "warn",
      says: (e) =>
        text`${`_dmarc.${e.domain?.[0]}`} is an alias (CNAME) to ${e.alias}, which ${prose(e.aliasEnds?.[0] === "nxdomain" ? "does not exist" : "holds no DMARC record")}. So there is no policy for ${domainWords(e)}.`,
      fix: publish,
      whoCares: BULK,
    },
    invalid: {
      status: "warn",
      says: (e) =>
        text`The DMARC record at ${e.at} has no valid policy (${"p="}, ${"sp="} or ${"np="}) and no report address, so receivers ignore it.${remarks(e)}`,
      fix: replace,
      whoCares: BULK,
    },
    unclear: {
      status: "info",
      says: (e) =>
        text`The DMARC record at ${e.at} has no valid policy in ${"p="}, ${"sp="} or ${"np="}. Because it asks for reports, receivers treat it as ${"p=none"}.${remarks(e)}`,
    },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => (e.walked ?? []).flatMap((domain) => digFor("TXT", `_dmarc.${domain}`)),
  judge({ sender, dmarc, spfRecord }) {
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

    const existent = dmarc.existence.kind !== "nxdomain";
    const assessment = applied && assess(applied.record, inherited, existent);
    const evidence: Evidence = {
      ...base,
      ...(found.organization ? { organization: [found.organization] } : {}),
      ...(applied && assessment ? policyEvidence(applied, assessment) : {}),
    };
    const ownLookup = dmarc.walk[0]?.lookup;
    const beside = ownLookup && aliasBeside(ownLookup, dmarc.alias);
    if (own && beside)
      return {
        outcome: "alias-beside",
        evidence: { ...evidence, at: [`_dmarc.${own.domain}`], alias: [beside] },
        exhibit,
      };
    if (own && own.several > 0) {
      return {
        outcome: "several",
        evidence: { ...evidence, at: [`_dmarc.${own.domain}`], several: [String(own.several)] },
        exhibit,
      };
    }
    const voided = own?.void ? own : applied ? undefined : stations.find((station) => station.void);
    if (voided?.void)
      return { outcome: "void", evidence: { ...evidence, ...voidEvidence(dmarc, voided, voided.void) }, exhibit };
    if (!applied || !assessment) {
      const near = stations.find((station) => station.near.length > 0);
      if (near) return { outcome: "misspelt", evidence: { ...evidence, ...nearEvidence(dmarc, near) }, exhibit };
      const silent = sendsNothing(spfRecord);
      const more = { ...(silent === true ? { silent: ["-all"] } : {}), ...astray(dmarc, spfRecord) };
      const found = ownLookup ? aliasEvidence(ownLookup) : {};
      const aliased = found.alias && sender.origin !== "ptr" ? ("alias-dangling" as const) : undefined;
      const outcome = aliased ?? (sender.origin === "ptr" ? ("inferred-missing" as const) : ("missing" as const));
      return { outcome, evidence: { ...evidence, ...found, ...more }, exhibit };
    }
    const { effective, published } = assessment;
    const proposed = effective && published ? undefined : repairDmarc(applied.record.text);
    const mended: Evidence = {
      ...evidence,
      at: [`_dmarc.${applied.domain}`],
      ...aliasOfStation(dmarc, applied.domain),
      ...(proposed ? { proposed: [proposed] } : {}),
    };
    if (!effective) return { outcome: "invalid", evidence: mended, exhibit };
    const asked = applied.record[assessment.tag] ?? applied.record.p;
    if (!published && asked && asked !== "none")
      return { outcome: "weakened", evidence: { ...mended, asked: [`${assessment.tag}=${asked}`] }, exhibit };
    if (!published) return { ...unclear(mended, proposed, (record) => assess(record, inherited, existent)), exhibit };
    return { outcome: effective === published ? effective : "testing", evidence, exhibit };
  },
});

/** A fix at a name of the walk has to heed the alias there. */
function aliasOfStation(dmarc: DmarcPolicy, domain: string): Evidence {
  const step = dmarc.walk.find((each) => each.domain === domain);
  return step ? aliasEvidence(step.lookup) : {};
}

function nearEvidence(dmarc: DmarcPolicy, { domain, near }: Station): Evidence {
  const proposed = near.map(repairDmarc).find((record) => record !== undefined);
  return {
    at: [`_dmarc.${domain}`],
    near: shown(near),
    ...aliasOfStation(dmarc, domain),
    ...(proposed ? { proposed: [proposed] } : {}),
    ...(near.some((record) => record.includes("\\;")) ? { backslash: ["\\"] } : {}),
  };
}

function voidEvidence(dmarc: DmarcPolicy, { domain }: Station, record: DmarcRecord): Evidence {
  const proposed = repairDmarc(record.text);
  return {
    at: [`_dmarc.${domain}`],
    record: shown([record.text]),
    repeated: record.flaws
      .flatMap(({ code, text: written }) => (code === "repeated" ? [readable(written)] : []))
      .slice(0, 3),
    ...aliasOfStation(dmarc, domain),
    ...(proposed ? { proposed: [proposed] } : {}),
  };
}

/** A policy whose value is none: whether what was meant asks for something receivers now leave undone. */
function unclear(
  evidence: Evidence,
  proposed: string | undefined,
  assessed: (record: DmarcRecord) => ReturnType<typeof assess>,
): { readonly outcome: "misspelt-policy" | "unclear"; readonly evidence: Evidence } {
  const { published, tag } = proposed === undefined ? {} : assessed(parseDmarc(proposed));
  return published && published !== "none"
    ? { outcome: "misspelt-policy", evidence: { ...evidence, asked: [`${tag}=${published}`] } }
    : { outcome: "unclear", evidence };
}

/** A policy where no receiver looks: at the domain with itself appended, or at the domain itself. */
function astray({ doubled }: DmarcPolicy, spfRecord: SpfWalk | undefined): Evidence {
  const policyAt = (lookup: LookupOf<"TXT"> | undefined) =>
    lookup && lookup.kind !== "failed"
      ? recordsOf(lookup).find((each) => isDmarc(each) || isNearlyDmarc(each))
      : undefined;
  const moved = (record: string) => [repairDmarc(record) ?? record];
  const twice = policyAt(doubled);
  if (twice !== undefined) return { doubled: shown([twice]), moved: moved(twice) };
  const apex = policyAt(spfRecord?.root.lookup);
  return apex === undefined ? {} : { apex: shown([apex]), moved: moved(apex) };
}

function policyEvidence(
  { domain, record }: NonNullable<Discovery["applied"]>,
  { published, effective, tag }: ReturnType<typeof assess>,
): Evidence {
  return {
    at: [domain],
    record: shown([record.text]),
    tag: [tag],
    published: published ? [published] : [],
    effective: effective ? [effective] : [],
    removed: record.removed,
    unknown: record.unknown.slice(0, 10),
    ...(record.percent === undefined ? {} : { percent: [String(record.percent)] }),
    flaws: record.flaws.slice(0, 10).map(({ text: written }) => readable(written)),
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
    ...stations.map((station) => [
      `_dmarc.${station.domain}`,
      standing(station),
      station.domain === organization ? "organizational domain" : "",
    ]),
    ...(failed ? [[failed.name, "no answer", ""]] : []),
  ],
});

const standing = ({ record, several, void: isVoid }: Station): string => {
  if (isVoid) return "duplicate tag: not valid";
  return record ? readable(record.text) : several > 0 ? "several: none is used" : "none";
};
