import { defineSignal, type Evidence, type Fix, type Outcome, rfc, temperror, unanswered } from "../define/signal.ts";
import type { SpfWalk } from "../facts/spf.ts";
import { analyseSpf, type SpfAnalysis } from "../formats/spf/analysis.ts";
import { walkTree } from "../formats/spf/exhibit.ts";
import { nearRecord } from "../formats/spf/publish.ts";
import { sendsNothing } from "../formats/spf/sends-nothing.ts";
import { senderEvidence } from "../formats/spf/spf-evidence.ts";
import { joinSpf } from "../formats/spf/spf-repair.ts";
import { syntaxWords } from "../formats/spf/spf-words.ts";
import { readable } from "../net/octets.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { aliasEvidence, putAt, shown } from "../words/published.ts";
import { withoutDomain } from "../words/sending-domain-words.ts";

const used = (e: Evidence): Text => text`${e.lookups} of 10 lookups`;
const where = (e: Evidence): Text => text`${e.at ?? e.domain}`;
const mend =
  (does: (e: Evidence) => Text) =>
  (e: Evidence): Fix =>
    putAt(e, e.at?.[0] ?? e.domain?.[0] ?? "", does(e), e.proposed?.[0]);

const BREAKS = prose(
  "Every receiver that checks SPF: mail from this domain gets permerror, which counts as no SPF at all. Gmail (550 5.7.26) and Yahoo (550 5.7.9) then refuse what DKIM does not save; Gmail names suspicious SPF records with 550 5.7.24.",
);

/** A fault that makes every evaluation a permerror. Where the domain is only our guess, it weighs less. */
function breaking<const Code extends string>(
  code: Code,
  says: (e: Evidence) => Text,
  does: (e: Evidence) => Text,
): Readonly<Record<Code | `inferred-${Code}`, Outcome>> {
  const outcome = { says, fix: mend(does), whoCares: BREAKS };
  return {
    [code]: { status: "fail", ...outcome },
    [`inferred-${code}`]: { status: "warn", ...outcome },
  } as Readonly<Record<Code | `inferred-${Code}`, Outcome>>;
}

/** The sending domain's record itself, whoever sends. */
export const spfRecord = defineSignal({
  id: "spf-record",
  group: "authentication",
  scopes: ["domain"],
  title: "SPF record",
  why: "A single slip in an SPF record, or an include too many, makes receivers throw the whole record away.",
  references: [rfc(7208, "3"), rfc(7208, "4.6"), rfc(7208, "5")],
  needs: ["sender", "spfRecord"],
  outcomes: {
    "pass-uncounted": {
      status: "pass",
      says: (e) =>
        text`The SPF record of ${e.domain} is in order. It uses ${used(e)}, and more behind ${e.uncounted}, whose name depends on the message.`,
    },
    pass: { status: "pass", says: (e) => text`The SPF record of ${e.domain} is in order and uses ${used(e)}.` },
    "sends-nothing": {
      status: "pass",
      says: (e) => text`${e.domain} says with ${"-all"} that no server sends its mail.`,
    },
    missing: {
      status: "warn",
      says: (e) =>
        e.nearMiss?.length
          ? text`${e.domain} has no SPF record, though ${e.nearMiss[0]} was probably meant as one.`
          : text`${e.domain} has no SPF record.`,
      fix: (e) =>
        putAt(
          e,
          e.domain?.[0] ?? "",
          e.nearMiss?.length
            ? e.proposed?.[0]
              ? text`Replace that TXT record of ${e.domain} by this one, which is the same in the form that receivers read. Leave only one.`
              : text`Correct that TXT record of ${e.domain}: it has to begin with ${"v=spf1"} and a space. Publish no second one beside it.`
            : text`Publish an SPF record that names your sending servers; a domain that sends no mail says so with ${"v=spf1 -all"}.`,
          e.proposed?.[0],
        ),
      whoCares: prose("Gmail (550 5.7.26) and Yahoo (550 5.7.9) refuse mail that passes neither SPF nor DKIM."),
    },
    ...breaking(
      "several-records",
      (e) => text`${where(e)} has more than one SPF record. There may be only one, so receivers use none of them.`,
      (e) =>
        e.proposed?.[0]
          ? text`Replace the SPF records of ${where(e)} by this one, which lets in whoever any of them does.`
          : text`Join the SPF records of ${where(e)} into one, and remove the others.`,
    ),
    ...breaking(
      "syntax",
      (e) => text`The SPF record of ${where(e)} has an error at ${e.term}: ${syntaxWords(e.syntax?.[0])}.`,
      (e) =>
        e.proposed?.[0]
          ? text`Correct ${e.term} in the SPF record of ${where(e)}: replace the record by this one.`
          : text`Correct ${e.term} in the SPF record of ${where(e)}.`,
    ),
    ...breaking(
      "include-none",
      (e) => text`The record of ${where(e)} has ${e.term}, and there is no SPF record there.`,
      (e) => text`Remove ${e.term}, or correct the name in it: a provider that has gone leaves such an include behind.`,
    ),
    ...breaking(
      "redirect-none",
      (e) => text`The record of ${where(e)} has ${e.term}, and there is no SPF record there.`,
      (e) => text`Correct the name in ${e.term}, or end the record with an ${"all"} of its own.`,
    ),
    ...breaking(
      "loop",
      (e) => text`The record of ${where(e)} has ${e.term}, which leads back to where it came from.`,
      (e) => text`Remove ${e.term} from the record of ${where(e)}.`,
    ),
    ...breaking(
      "too-many-lookups",
      (e) => text`The SPF record of ${e.domain} takes ${e.lookups} DNS lookups; receivers stop after 10.`,
      () =>
        text`Remove includes of services you no longer use, replace ${"a"} and ${"mx"} by the addresses they stand for, or let a service send from a subdomain with a record of its own.`,
    ),
    ...breaking(
      "too-many-mx",
      (e) => text`More than ten MX records stand behind ${e.term} in the record of ${where(e)}.`,
      (e) => text`Replace ${e.term} by the addresses of the servers that really send.`,
    ),
    "too-many-voids": {
      status: "warn",
      says: (e) => text`${e.voids} names in the SPF record of ${e.domain} lead nowhere; receivers may stop after two.`,
      fix: mend(() => text`Remove the terms that lead nowhere; the tree below marks them.`),
      whoCares: prose(
        "Receivers that keep the limit RFC 7208 recommends answer permerror, which counts as no SPF: Gmail and Yahoo then want DKIM to pass.",
      ),
    },
    "plus-all": {
      status: "warn",
      says: (e) =>
        text`The record of ${where(e)} has ${e.term}: it lets every address in the world send as ${e.domain}.`,
      fix: mend(
        (e) => text`Name your sending servers, and end the record with ${"~all"} or ${"-all"} instead of ${e.term}.`,
      ),
      whoCares: prose("Rspamd adds 4.0 points for such a record; Gmail names suspicious SPF records with 550 5.7.24."),
    },
    "equals-for-colon": {
      status: "warn",
      says: (e) =>
        text`The record of ${where(e)} has ${e.term}. With an equals sign receivers ignore it; a colon was meant.`,
      fix: mend((e) => text`Write ${e.term?.[0]?.replace("=", ":")} instead of ${e.term}.`),
      whoCares: prose(
        "Every receiver that checks SPF: the servers this term should let in are not let in, and Gmail and Yahoo then want DKIM to pass.",
      ),
    },
    "ends-open": {
      status: "info",
      says: (e) =>
        text`The SPF record of ${e.domain} does not say what to think of other addresses: it ends without ${"~all"} or ${"-all"}.`,
      fix: mend(() => text`End the record with ${"~all"}, or with ${"-all"} once every sender is in it.`),
    },
    "uses-ptr": {
      status: "info",
      says: (e) =>
        text`The record of ${where(e)} uses ${e.term}, which RFC 7208 asks not to publish: it is slow and depends on somebody else's DNS.`,
      fix: mend((e) => text`Replace ${e.term} by the addresses it stands for.`),
    },
    "terms-after-all": {
      status: "info",
      says: (e) => text`The record of ${where(e)} has ${e.term} after ${"all"}, where no receiver looks.`,
      fix: mend((e) => text`Move ${e.term} before ${"all"}, or remove it.`),
    },
    "redirect-unused": {
      status: "info",
      says: (e) => text`The record of ${where(e)} has ${e.term} beside ${"all"}; receivers ignore it.`,
      fix: mend((e) => text`Remove ${e.term}, or ${"all"}.`),
    },
    "too-long": {
      status: "info",
      says: (e) =>
        text`The SPF record of ${e.domain} has ${e.length} octets, in a reply of ${e.replySize}. Plain DNS over UDP carries 512; beyond that some old resolvers and firewalls lose it.`,
      fix: mend(
        () =>
          text`Keep the record under 450 octets, by moving parts of it into an include of your own, and remove TXT records that are no longer needed.`,
      ),
    },
    "no-record": {
      status: "skipped",
      says: (e) =>
        e.nearMiss?.length
          ? text`There is no SPF record to look at, though ${e.nearMiss[0]} was probably meant as one: it has to begin with ${"v=spf1"} and a space.`
          : text`There is no SPF record to look at.`,
    },
    "no-domain": { status: "skipped", says: text`No sending domain is known, so there is no record to look at.` },
    temperror,
  },
  reproduce: (e) => [...new Set([...(e.domain ?? []), ...(e.at ?? [])])].flatMap((name) => digFor("TXT", name)),
  judge({ sender, spfRecord: walk }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!walk) return unanswered();
    const analysis = analyseSpf(walk);
    const exhibit = walkTree(walk);
    if (analysis.open.length > 0) return { ...unanswered(...analysis.open), exhibit };
    const { records, nearMisses } = walk.root;
    const evidence: Evidence = {
      ...senderEvidence(sender),
      ...analysisEvidence(analysis),
      records: shown(records, 10),
      nearMiss: shown(nearMisses),
      ...proposal(walk, analysis),
    };
    const worst = analysis.findings[0];
    if (!worst && sendsNothing(walk) === true) return { outcome: "sends-nothing", evidence, exhibit };
    if (!worst) return { outcome: analysis.uncounted ? "pass-uncounted" : "pass", evidence, exhibit };
    if (worst.code === "none") return { outcome: sender.origin === "target" ? "missing" : "no-record", evidence };
    return { outcome: sender.origin === "ptr" ? inferred(worst.code) : worst.code, evidence, exhibit };
  },
});

/** The record as it should be, where it is the domain's own that is at fault and what was meant is plain. */
function proposal(walk: SpfWalk, { findings: [worst] }: SpfAnalysis): Evidence {
  const { records, nearMisses, domain, lookup } = walk.root;
  if (!worst || (worst.code !== "none" && worst.domain !== domain)) return {};
  const record =
    worst.code === "none"
      ? nearRecord(nearMisses)
      : worst.code === "several-records"
        ? joinSpf(records)
        : worst.code === "syntax" || worst.code === "equals-for-colon"
          ? nearRecord(records)
          : undefined;
  return { ...aliasEvidence(lookup), ...(record ? { proposed: [record] } : {}) };
}

type Worst = Exclude<SpfAnalysis["findings"][number]["code"], "none">;
const BREAKING = [
  "several-records",
  "syntax",
  "include-none",
  "redirect-none",
  "loop",
  "too-many-lookups",
  "too-many-mx",
] as const;
type Breaking = (typeof BREAKING)[number];

const inferred = (code: Worst) =>
  isBreaking(code) ? (`inferred-${code}` as const) : (code as Exclude<Worst, Breaking>);
const isBreaking = (code: Worst): code is Breaking => (BREAKING as readonly Worst[]).includes(code);

/** The worst finding in detail, the others by name. */
function analysisEvidence({ findings, lookups, voids, length, replySize, uncounted }: SpfAnalysis): Evidence {
  const [worst, ...others] = findings;
  return {
    lookups: [String(lookups)],
    ...(uncounted ? { uncounted: [uncounted] } : {}),
    voids: [String(voids)],
    length: [String(length)],
    replySize: [String(replySize)],
    ...(worst ? { finding: [worst.code], at: [worst.domain] } : {}),
    ...(worst?.term ? { term: [readable(worst.term)] } : {}),
    ...(worst?.syntax ? { syntax: [worst.syntax.code], position: [String(worst.syntax.at + 1)] } : {}),
    ...(others.length > 0
      ? {
          also: [...new Set(others.map(({ code, term }) => (term ? `${code}: ${readable(term)}` : code)))].slice(0, 10),
        }
      : {}),
  };
}
