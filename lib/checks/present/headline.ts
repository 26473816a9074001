import type { Status } from "../define/signal.ts";
import { enumerated, mentions, plain, prose, type Text, text } from "../net/safe-text.ts";
import type { Report } from "../report/report.ts";
import { titles } from "../words/listing-words.ts";
import { sharedFact, whoSetsWhat } from "../words/shared-sender-words.ts";
import { outcomeOf } from "./outcome-of.ts";
import { isIdentity, isShared } from "./plan/identity.ts";
import type { Step } from "./plan/step.ts";
import type { Headline, PresentedVerdict } from "./presented.ts";
import type { PresentedReceiver } from "./receiver.ts";
import { firstSentence } from "./sentences.ts";
import { consequence, nobodyRefuses } from "./who-refuses.ts";

/**
 * The three things that prove an identity, PTR, forward record and EHLO, all pointing at each other: the report's first
 * sentence answers exactly that. In this order, because each one rests on the one before it.
 */
const PROOF = ["reverse-dns", "ptr-hostname", "fcrdns", "ehlo-name"] as const;
type Proof = (typeof PROOF)[number];

/** The first sentence where an answer that the proof needs is missing. */
const UNKNOWN: Readonly<Record<Proof, string>> = {
  "reverse-dns": "We could not find out whether this address has a PTR record.",
  "ptr-hostname": "We could not find out whether the PTR name is a valid host name.",
  fcrdns: "We could not find out whether the PTR name resolves to the address.",
  "ehlo-name": "The EHLO name could not be checked; the PTR record is forward-confirmed.",
};

/**
 * The fact in one sentence, and its consequence in another. A refusal is claimed only where a receiver's or a list's
 * published rule refuses this very mail, and then one of them is named.
 */
export function headline(
  report: Report,
  verdicts: readonly PresentedVerdict[],
  receivers: readonly PresentedReceiver[] = [],
  plan: readonly Pick<Step, "mends">[] = [],
): Headline {
  if (report.state === "running" && !verdicts.some(({ status }) => status === "fail"))
    return {
      status: "info",
      says: prose("Checking this server…"),
      because: prose("Results appear as they arrive."),
    };
  // One cause for everything: it is ours, and nothing is said of the server.
  if (verdicts.length > 0 && verdicts.every(({ status }) => status === "unknown"))
    return {
      status: "unknown",
      says: prose("Nothing could be checked."),
      because: text`${prose("None of our queries was answered. That says nothing about this server. Check again in a few minutes.")}${report.ended === "cancelled" ? prose(" The check was stopped before answers came.") : []}`,
    };
  // Of a domain's addresses only the names were looked at: that is no ground to say that nobody refuses.
  const isDomain = report.target.kind === "domain";
  const follows = (cause?: PresentedVerdict): Text => {
    const told = consequence(receivers, verdicts, cause);
    return told.length > 0 || cause || isDomain ? told : nobodyRefuses(receivers);
  };
  const because = (fact: Text, cause?: PresentedVerdict): Text => joined(fact, follows(cause));
  const proof = worstProof(verdicts);
  const failure = foremost("fail", verdicts, plan);
  // What certainly fails comes before a proof that is only doubtful; it speaks for itself.
  if (failure && proof?.status !== "fail")
    return {
      status: "fail",
      says: [...whereOf(report, failure), ...failure.says],
      because: joined(follows(failure), seeAlso(report, verdicts, failure)),
    };
  if (!proof) return domainHeadline(verdicts, because);
  const shared = verdicts.find(isShared);
  if (shared && serversOf(report).length === 1) return sharedHeadline(shared, verdicts, because);
  if (proof.status === "unknown") {
    const told = follows();
    return {
      status: proof.status,
      says: prose(UNKNOWN[proof.signal as Proof]),
      because: joined([...whereOf(report, proof), ...proof.says], told.length > 0 ? told : NOT_TOLD),
    };
  }
  if (proof.status !== "pass" && proof.status !== "info")
    return {
      status: proof.status,
      says: [...whereOf(report, proof), ...proof.says],
      because: joined(follows(proof), seeAlso(report, verdicts, proof)),
    };
  const proven = agreement(verdicts.filter(({ signal }) => signal === "ehlo-name"));
  const warning = foremost("warn", verdicts, plan);
  if (!warning) return { status: "pass", says: prose(proven), because: because(receiversOf(report)) };
  const costs = joined(isDomain ? [] : nobodyRefuses(receivers), follows(warning));
  return {
    status: "warn",
    says: [...whereOf(report, warning), ...warning.says],
    because: joined(
      costs.length > 0 ? costs : receiversOf(report),
      seeAlso(report, verdicts, warning),
      // Nothing is apart from a warning about these very records.
      isIdentity(warning)
        ? []
        : prose(`Apart from that, ${proven.replace(/^(?:Every|The) /, (word) => word.toLowerCase())}`),
    ),
  };
}

/** What a proof without a fault comes to. An EHLO name of another organisation resolves to the address, but is another name. */
function agreement(ehlo: readonly PresentedVerdict[]): string {
  if (ehlo.length === 0) return "Every address checked has a forward-confirmed PTR record.";
  return ehlo.some(({ outcome }) => outcome === "leads-back")
    ? "The PTR record is forward-confirmed, and the EHLO name resolves to the address."
    : "PTR record, address record and EHLO name agree.";
}

/** Where what receivers go by has no answer. */
const NOT_TOLD = prose("What receivers do cannot be said yet.");

/** As many other faults as are named beside the one that the sentence is about. */
const NAMED = 2;

/** As long as a sentence beside another may be: two lines of a phone. */
const AT_ONCE = 72;

/** What else is at fault, by title, and one thing in its own words where they are short: those who refuse may do so because of it. */
function seeAlso(report: Report, verdicts: readonly PresentedVerdict[], cause: PresentedVerdict): Text {
  const others = verdicts.filter(
    ({ status, signal, title }) =>
      (status === "fail" || status === "warn") && title !== cause.title && !followsFrom(signal, cause.signal),
  );
  const named = [...new Set(others.map(titled))];
  const [other] = others;
  if (!other) return [];
  const { first } = firstSentence(other.says);
  if (others.length === 1 && plain(first).length <= AT_ONCE)
    return [...(needsPlace(report, other) ? text`Also, for ${other.subject}: ` : prose("Also: ")), ...first];
  const rest = named.length > NAMED ? [`${named.length - NAMED} more`] : [];
  return text`Also at fault: ${enumerated([...named.slice(0, NAMED), ...rest].map(prose))}.`;
}

/** What it is about, and what is wrong with it where that has a short word. */
function titled(verdict: PresentedVerdict): string {
  const { title, evidence } = verdict;
  const short = evidence.listed?.length ? plain(titles(evidence.listed)) : outcomeOf(verdict)?.short;
  return short ? `${title} (${short})` : title;
}

/** Greeting and EHLO name are one setting, and what an IPv6 sibling lacks is said of that sibling. */
const followsFrom = (signal: string, cause: string): boolean =>
  signal === "ipv6-parity" || (signal === "greeting-name" && cause === "ehlo-name");

/** The verdict of a status that the plan mends first: the answer is about what to do first. */
function foremost(
  status: Status,
  verdicts: readonly PresentedVerdict[],
  plan: readonly Pick<Step, "mends">[],
): PresentedVerdict | undefined {
  const candidates = verdicts.filter((verdict) => verdict.status === status);
  const mended = plan
    .flatMap(({ mends }) => mends)
    .flatMap(({ subject, signal }) => candidates.filter((one) => one.subject === subject && one.signal === signal));
  return mended[0] ?? candidates[0];
}

/** Sentences one after the other; those without words are left out. */
const joined = (...sentences: readonly Text[]): Text =>
  sentences
    .filter(({ length }) => length > 0)
    .flatMap((sentence, i) => (i === 0 ? sentence : [...prose(" "), ...sentence]));

/** An address of a shared sender: what it is, and which part of it concerns the reader. Its EHLO name does not. */
function sharedHeadline(
  { evidence }: PresentedVerdict,
  verdicts: readonly PresentedVerdict[],
  because: (fact: Text, cause?: PresentedVerdict) => Text,
): Headline {
  const cause = verdicts.find(({ status }) => status === "fail") ?? verdicts.find(({ status }) => status === "warn");
  return {
    status: cause?.status ?? "pass",
    says: sharedFact(evidence),
    because: because(joined(whoSetsWhat(evidence), cause ? cause.says : [])),
  };
}

/** Where a report of a domain says nothing of receivers: they judge the addresses that its mail comes from. */
const receiversOf = ({ target }: Report): Text =>
  target.kind === "domain" ? prose("What receivers do is in the report of each address.") : [];

const serversOf = ({ subjects }: Report) => subjects.filter(({ scope }) => scope === "server" || scope === "receiver");

/** Which of several servers a finding is about, where its own sentence does not say so. */
const whereOf = (report: Report, verdict: PresentedVerdict): Text =>
  needsPlace(report, verdict) ? text`For ${verdict.subject}: ` : [];

const needsPlace = (report: Report, { subject, says }: PresentedVerdict): boolean =>
  serversOf(report).some(({ id }) => id === subject) && serversOf(report).length > 1 && !mentions(says, subject);

/** Without a server to look at (a domain that sends nothing, a name without addresses) the worst verdict speaks. */
function domainHeadline(
  verdicts: readonly PresentedVerdict[],
  because: (fact: Text, cause?: PresentedVerdict) => Text,
): Headline {
  // What does not apply says nothing either way.
  const verdict = worst(verdicts.filter(({ status }) => status !== "skipped"));
  if (!verdict) return { status: "unknown", says: prose("Nothing could be checked."), because: [] };
  if (verdict.status === "pass" || verdict.status === "info") {
    const silent = verdicts.find(({ signal, outcome }) => signal === "mx" && NO_MAIL.includes(outcome));
    return {
      status: "pass",
      says: silent ? silent.says : prose("No problem found."),
      because: because([]),
    };
  }
  return { status: verdict.status, says: verdict.says, because: because([], verdict) };
}

/** Outcomes of `mx` for a domain that is not there for mail, and says so. */
const NO_MAIL: readonly string[] = ["sends-and-takes-nothing", "sends-nothing"];

const SEVERITY: readonly Status[] = ["fail", "unknown", "warn", "skipped", "info", "pass"];

/** The first broken link of the proof, failures before what is unknown before warnings. */
function worstProof(verdicts: readonly PresentedVerdict[]): PresentedVerdict | undefined {
  const proof = verdicts.filter(({ signal }) => (PROOF as readonly string[]).includes(signal));
  return proof.toSorted(
    (a, b) =>
      SEVERITY.indexOf(a.status) - SEVERITY.indexOf(b.status) ||
      PROOF.indexOf(a.signal as Proof) - PROOF.indexOf(b.signal as Proof),
  )[0];
}

function worst(verdicts: readonly PresentedVerdict[]): PresentedVerdict | undefined {
  return verdicts.toSorted((a, b) => SEVERITY.indexOf(a.status) - SEVERITY.indexOf(b.status))[0];
}
