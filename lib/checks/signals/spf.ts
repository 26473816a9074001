import { defineSignal, type Evidence, type Fix, type Outcome, rfc, temperror, unanswered } from "../define/signal.ts";
import type { SpfWalk } from "../facts/spf.ts";
import { evaluationTree } from "../formats/spf/exhibit.ts";
import { firstRecord, letIn, nearRecord } from "../formats/spf/publish.ts";
import { evaluationEvidence, isRecordFault, openQuestions, senderEvidence } from "../formats/spf/spf-evidence.ts";
import { problemWords } from "../formats/spf/spf-words.ts";
import type { IpAddress } from "../net/address.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { aliasEvidence, putAt, shown } from "../words/published.ts";
import { noDomainWords, withoutDomain } from "../words/sending-domain-words.ts";

/** Whose SPF is meant, and how sure that is. */
const domain = (e: Evidence): Text =>
  e.origin?.[0] === "ptr" ? text`${e.domain} (from the PTR name)` : text`${e.domain}`;

const deciding = (e: Evidence): Text => (e.path?.length ? text` (matched ${e.path.at(-1)})` : []);

const publish = (e: Evidence): Fix =>
  putAt(
    e,
    e.domain?.[0] ?? "",
    e.origin?.[0] === "ptr"
      ? text`If this server sends as ${e.domain}, add ${e.address} to its SPF record${replacing(e)}. If it sends as another domain, enter that in the options and check again.`
      : text`Add ${e.address} to the SPF record of ${e.domain}${replacing(e)}, or send through a server that it authorizes.`,
    e.domain?.[0] ? e.proposed?.[0] : undefined,
  );
const replacing = (e: Evidence): Text => (e.proposed?.[0] ? prose(": replace it with this one") : []);

/** Where nothing stands, or something that was meant as a record and is none: two records beside each other are none. */
const begin = (e: Evidence): Fix =>
  putAt(
    e,
    e.domain?.[0] ?? "",
    e.near?.length
      ? e.proposed?.[0]
        ? text`Replace that TXT record of ${e.domain} with this one: the same in valid syntax. Keep only one.`
        : text`Correct that TXT record of ${e.domain}: it has to begin with ${"v=spf1"} and a space. Do not publish a second one.`
      : text`Publish an SPF record for ${e.domain}. This one authorizes ${e.address} and returns softfail for all others; add your other senders first.`,
    e.domain?.[0] ? e.proposed?.[0] : undefined,
  );

const REFUSERS = prose(
  "GoDaddy refuses such mail with 550 5.1.0 (IB508), Symantec.cloud with 553 5.7.1, Exim on Debian where CHECK_RCPT_SPF is set. Gmail refuses mail that passes neither SPF nor DKIM (550 5.7.26). From bulk senders it requires both, and answers 421 4.7.27 or 550 5.7.27 where SPF fails. SpamAssassin adds up to 0.9 points, Rspamd 1.0.",
);
const WEIGHERS = prose(
  "SpamAssassin adds 0.7 to 1.0 points. Gmail and Yahoo require SPF or DKIM to pass, so mail depends on its DKIM signature.",
);
const UNAUTHENTICATED = prose(
  "Gmail (550 5.7.26) and Yahoo (550 5.7.9) refuse mail that passes neither SPF nor DKIM; Microsoft does so over IPv6. From bulk senders Gmail requires both.",
);

const fails: Pick<Outcome, "says" | "fix" | "whoCares"> = {
  says: (e) => text`SPF fails: this address is not authorized to send for ${domain(e)}${deciding(e)}.`,
  fix: publish,
  whoCares: REFUSERS,
};
const breaks: Pick<Outcome, "says" | "fix" | "whoCares"> = {
  says: (e) =>
    text`SPF cannot be evaluated for ${domain(e)}: ${problemWords(e.problem?.[0])}. Receivers call this permerror.`,
  fix: (e) => ({
    who: "sender-dns",
    does: text`Correct the SPF record of ${e.editable ?? e.problemDomain ?? e.domain}: at most ten DNS lookups are allowed, of which at most two may be void.`,
  }),
  whoCares: UNAUTHENTICATED,
};
const soft: Outcome["says"] = (e) =>
  text`SPF returns softfail: this address is probably not authorized to send for ${domain(e)}${deciding(e)}.`;

/** check_host() for this very address and the sending domain. */
export const spf = defineSignal({
  id: "spf",
  group: "authentication",
  scopes: ["server"],
  title: "SPF for this address",
  why: "A domain publishes which addresses may send its mail. Receivers check whether the connecting address is one of them.",
  references: [rfc(7208, "2.6"), rfc(7208, "4")],
  needs: ["address", "sender", "spf", "spfRecord"],
  outcomes: {
    pass: {
      status: "pass",
      short: "pass for this address",
      says: (e) => text`SPF passes: this address is authorized to send for ${domain(e)}${deciding(e)}.`,
    },
    fail: { status: "fail", short: "fail for this address", ...fails },
    "inferred-fail": { status: "warn", short: "fail for this address", ...fails },
    softfail: { status: "warn", short: "softfail for this address", says: soft, fix: publish, whoCares: WEIGHERS },
    "inferred-softfail": { status: "info", short: "softfail for this address", says: soft, fix: publish },
    neutral: {
      status: "info",
      short: "neutral for this address",
      says: (e) =>
        text`SPF returns neutral: ${domain(e)} makes no statement about this address${deciding(e)}. Receivers treat that like no SPF.`,
      fix: publish,
    },
    none: {
      status: "warn",
      short: "no SPF record",
      says: (e) =>
        text`There is no SPF record for ${domain(e)}${e.near?.length ? text`, though ${e.near[0]} was probably meant as one` : []}.`,
      fix: begin,
      whoCares: UNAUTHENTICATED,
    },
    permerror: { status: "fail", short: "permerror", ...breaks },
    "inferred-permerror": { status: "warn", short: "permerror", ...breaks },
    "broken-record": {
      status: "skipped",
      short: "record is broken",
      says: (e) =>
        text`SPF cannot be evaluated for ${domain(e)}: ${problemWords(e.problem?.[0])}. Correct the record first.`,
    },
    "no-domain": {
      status: "skipped",
      short: "no sending domain",
      says: noDomainWords,
    },
    temperror,
  },
  reproduce: (e) => [...(e.domain ?? []), ...(e.included ?? [])].flatMap((name) => digFor("TXT", name)),
  judge({ address, sender, spf: evaluation, spfRecord }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!evaluation) return unanswered();
    const open = openQuestions(evaluation);
    const exhibit = evaluationTree(evaluation);
    if (open) return { ...unanswered(...open), exhibit };
    const { result, root } = evaluation;
    const evidence: Evidence = { ...senderEvidence(sender), ...evaluationEvidence(evaluation) };
    const inferred = sender.origin === "ptr";
    if (result === "none") return { outcome: "none", evidence: { ...evidence, ...beginning(address, spfRecord) } };
    if (result === "permerror" && isRecordFault(evaluation)) return { outcome: "broken-record", evidence, exhibit };
    if (result === "permerror") return { outcome: inferred ? "inferred-permerror" : "permerror", evidence, exhibit };
    if (result === "pass") return { outcome: "pass", evidence, exhibit };
    const proposed = root.text === undefined ? [] : [letIn(root.text, address, evaluation.path[0])];
    const found = { evidence: { ...evidence, proposed }, exhibit };
    if (result === "fail") return { outcome: inferred ? "inferred-fail" : "fail", ...found };
    if (result === "softfail") return { outcome: inferred ? "inferred-softfail" : "softfail", ...found };
    return { outcome: "neutral", ...found };
  },
});

/** What to publish where there is no record: the one that was meant, or a first one. */
function beginning(address: IpAddress, walk: SpfWalk | undefined): Evidence {
  const near = walk?.root.nearMisses ?? [];
  const proposed = near.length > 0 ? nearRecord(near) : firstRecord(address);
  return {
    ...(near.length > 0 ? { near: shown(near) } : {}),
    ...(proposed ? { proposed: [proposed] } : {}),
    ...(walk ? aliasEvidence(walk.root.lookup) : {}),
  };
}
