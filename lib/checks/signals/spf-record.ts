import { defineSignal, type Evidence, type Fix, type Outcome, rfc, temperror, unanswered } from "../define/signal.ts";
import type { MailExchange } from "../facts/mx.ts";
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
  "Mail that is evaluated as far as the faulty term gets permerror, which counts as no SPF. Gmail (550 5.7.26) and Yahoo (550 5.7.9) then refuse mail without a valid DKIM signature; Gmail rejects suspicious SPF records with 550 5.7.24.",
);

const ALL = prose(
  "All mail of the domain gets permerror wherever SPF is checked, which counts as no SPF. Gmail (550 5.7.26) and Yahoo (550 5.7.9) then refuse mail without a valid DKIM signature.",
);
/**
 * A record that cannot be parsed ends every evaluation (RFC 7208 section 4.6); in an included record, only evaluations
 * that reach it.
 */
const unreadable = (e: Evidence): Text => (e.at?.[0] && e.at[0] !== e.domain?.[0] ? BREAKS : ALL);

/** A fault that makes every evaluation a permerror. Where the domain is only our guess, it weighs less. */
function breaking<const Code extends string>(
  code: Code,
  says: (e: Evidence) => Text,
  does: (e: Evidence) => Text,
  whoCares: Outcome["whoCares"] = BREAKS,
): Readonly<Record<Code | `inferred-${Code}`, Outcome>> {
  const outcome = { says, fix: mend(does), whoCares };
  return {
    [code]: { status: "fail", ...outcome },
    [`inferred-${code}`]: { status: "warn", ...outcome },
  } as Readonly<Record<Code | `inferred-${Code}`, Outcome>>;
}

/** First records: for a domain whose MX hosts send, for one that takes mail itself, and for one without mail. */
const FROM_ITS_MX = "v=spf1 mx ~all";
const FROM_ITSELF = "v=spf1 a ~all";
const NO_MAIL = "v=spf1 -all";

/** What a domain without a record may begin with, by what it publishes about mail to it. */
function startingWith(mx: MailExchange | undefined): Evidence {
  // Without an MX record its own address takes its mail (implicit MX), and mostly sends it.
  if (mx?.mx.kind === "nodata" && mx.exchangers.some(({ reachable }) => reachable.length > 0))
    return { proposed: [FROM_ITSELF] };
  if (mx?.mx.kind !== "answer") return {};
  return { proposed: [mx.exchangers.length > 0 ? FROM_ITS_MX : NO_MAIL] };
}

function firstOf(e: Evidence): Text {
  switch (e.proposed?.[0]) {
    case FROM_ITS_MX:
      return text`Publish an SPF record for ${e.domain}. This one authorizes its MX hosts and returns softfail for all others; add your other senders first. A domain that sends no mail publishes ${NO_MAIL} instead.`;
    case FROM_ITSELF:
      return text`Publish an SPF record for ${e.domain}. This one authorizes the address of ${e.domain} itself and returns softfail for all others; add your other senders first. A domain that sends no mail publishes ${NO_MAIL} instead.`;
    case NO_MAIL:
      return text`Publish an SPF record for ${e.domain}. This one says that it sends no mail, as it accepts none (null MX); if it does send, name its sending servers instead.`;
    default:
      return text`Publish an SPF record for ${e.domain} that names its sending servers. A domain that sends no mail publishes ${NO_MAIL}.`;
  }
}

/** The sending domain's record itself, whoever sends. */
export const spfRecord = defineSignal({
  id: "spf-record",
  group: "authentication",
  scopes: ["domain"],
  title: "SPF record",
  why: "A syntax error makes the whole SPF record invalid. A DNS lookup too many does so for mail that no earlier term has matched.",
  references: [rfc(7208, "3"), rfc(7208, "4.6"), rfc(7208, "5")],
  needs: ["sender", "spfRecord", "mx"],
  outcomes: {
    "pass-uncounted": {
      status: "pass",
      says: (e) =>
        text`The SPF record of ${e.domain} is valid. It uses ${used(e)}, plus those of ${e.uncounted}, which depends on the message.`,
    },
    pass: { status: "pass", says: (e) => text`The SPF record of ${e.domain} is valid and uses ${used(e)}.` },
    "sends-nothing": {
      status: "pass",
      says: (e) => text`${e.domain} publishes ${"-all"}: no server sends its mail.`,
    },
    missing: {
      status: "warn",
      short: "missing",
      says: (e) =>
        e.nearMiss?.length
          ? text`${e.domain} has no valid SPF record; ${e.nearMiss[0]} was probably meant as one.`
          : text`${e.domain} has no SPF record.`,
      fix: (e) =>
        putAt(
          e,
          e.domain?.[0] ?? "",
          e.nearMiss?.length
            ? e.proposed?.[0]
              ? text`Replace that TXT record of ${e.domain} with this one: the same in valid syntax. Keep only one.`
              : text`Correct that TXT record of ${e.domain}: it has to begin with ${"v=spf1"} and a space. Do not publish a second one.`
            : firstOf(e),
          e.proposed?.[0],
        ),
      whoCares: prose(
        "Without an SPF record, Gmail (550 5.7.26) and Yahoo (550 5.7.9) accept only mail with a valid DKIM signature.",
      ),
    },
    ...breaking(
      "several-records",
      (e) =>
        text`${where(e)} has more than one SPF record. Only one is allowed, so receivers treat that as an error (permerror).`,
      (e) =>
        e.proposed?.[0]
          ? text`Replace the SPF records of ${where(e)} with this one, which authorizes the senders of all of them.`
          : text`Merge the SPF records of ${where(e)} into one, and remove the others.`,
      unreadable,
    ),
    ...breaking(
      "syntax",
      (e) => text`The SPF record of ${where(e)} has an error at ${e.term}: ${syntaxWords(e.syntax?.[0])}.`,
      (e) =>
        e.proposed?.[0]
          ? text`Correct ${e.term} in the SPF record of ${where(e)}: replace the record with this one.`
          : text`Correct ${e.term} in the SPF record of ${where(e)}.`,
      unreadable,
    ),
    ...breaking(
      "include-none",
      (e) => text`The record of ${where(e)} has ${e.term}, and there is no SPF record there.`,
      (e) =>
        text`Remove ${e.term}, or correct the name in it. Such includes are often left over from a former provider.`,
    ),
    ...breaking(
      "redirect-none",
      (e) => text`The record of ${where(e)} has ${e.term}, and there is no SPF record there.`,
      (e) => text`Correct the name in ${e.term}, or end the record with an ${"all"} mechanism instead.`,
    ),
    ...breaking(
      "loop",
      (e) =>
        text`The record of ${where(e)} has ${e.term}, which includes a record that is already being evaluated: a loop.`,
      (e) => text`Remove ${e.term} from the record of ${where(e)}.`,
    ),
    ...breaking(
      "too-many-lookups",
      (e) => text`The SPF record of ${e.domain} takes ${e.lookups} DNS lookups; receivers stop after 10.`,
      () =>
        text`Remove includes of services you no longer use, or replace ${"a"} and ${"mx"} with the addresses they resolve to. A service can also send from a subdomain with its own record.`,
    ),
    ...breaking(
      "too-many-mx",
      (e) => text`${e.term} in the record of ${where(e)} resolves to more than ten MX records.`,
      (e) => text`Replace ${e.term} with the addresses of the servers that actually send.`,
    ),
    "too-many-voids": {
      status: "warn",
      says: (e) =>
        text`${e.voids} names in the SPF record of ${e.domain} do not resolve (void lookups); receivers may stop after two.`,
      fix: mend(() => text`Remove the terms that do not resolve; the tree below marks them.`),
      whoCares: prose(
        "Receivers with the void lookup limit that RFC 7208 recommends return permerror, which counts as no SPF. Gmail and Yahoo then require DKIM to pass.",
      ),
    },
    "plus-all": {
      status: "warn",
      says: (e) =>
        text`The record of ${where(e)} has ${e.term}: it authorizes every address in the world to send as ${e.domain}.`,
      fix: mend(
        (e) => text`List your sending servers, and end the record with ${"~all"} or ${"-all"} instead of ${e.term}.`,
      ),
      whoCares: prose(
        "Rspamd adds 4.0 points for such a record; Gmail rejects suspicious SPF records with 550 5.7.24.",
      ),
    },
    "equals-for-colon": {
      status: "warn",
      says: (e) =>
        text`The record of ${where(e)} has ${e.term}. Receivers ignore it because of the equals sign; it needs a colon.`,
      fix: mend((e) => text`Write ${e.term?.[0]?.replace("=", ":")} instead of ${e.term}.`),
      whoCares: prose(
        "The servers of this term are not authorized wherever SPF is checked. Gmail and Yahoo then require DKIM to pass.",
      ),
    },
    "ends-open": {
      status: "info",
      says: (e) =>
        text`The SPF record of ${e.domain} does not say how to treat other addresses: it ends without ${"~all"} or ${"-all"}.`,
      fix: mend(() => text`End the record with ${"~all"}, or with ${"-all"} once it lists every sender.`),
    },
    "uses-ptr": {
      status: "info",
      says: (e) =>
        text`The record of ${where(e)} uses ${e.term}, which RFC 7208 advises against: it is slow and depends on the DNS of the connecting host.`,
      fix: mend((e) => text`Replace ${e.term} with the addresses it stands for.`),
    },
    "terms-after-all": {
      status: "info",
      says: (e) => text`The record of ${where(e)} has ${e.term} after ${"all"}, where it is never evaluated.`,
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
        text`The SPF record of ${e.domain} has ${e.length} octets, in a reply of ${e.replySize}. DNS over UDP without EDNS carries 512; larger replies fail at some old resolvers and firewalls.`,
      fix: mend(
        () =>
          text`Keep the record under 450 octets by moving parts of it into your own include, and remove TXT records that are no longer needed.`,
      ),
    },
    "no-record": {
      status: "skipped",
      says: (e) =>
        e.nearMiss?.length
          ? text`There is no SPF record to check; ${e.nearMiss[0]} was probably meant as one, but has to begin with ${"v=spf1"} and a space.`
          : text`There is no SPF record to check.`,
    },
    "no-domain": { status: "skipped", says: text`No sending domain is known, so there is no record to check.` },
    temperror,
  },
  reproduce: (e) => [...new Set([...(e.domain ?? []), ...(e.at ?? [])])].flatMap((name) => digFor("TXT", name)),
  judge({ sender, spfRecord: walk, mx }) {
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
    if (worst.code === "none" && sender.origin === "target")
      return { outcome: "missing", evidence: nearMisses.length > 0 ? evidence : { ...evidence, ...startingWith(mx) } };
    if (worst.code === "none") return { outcome: "no-record", evidence };
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
