import type { Status } from "../define/signal.ts";
import { count, prose, type Text, text } from "../net/safe-text.ts";
import type { Report } from "../report/report.ts";
import type { Headline, PresentedVerdict } from "./presented.ts";
import type { PresentedReceiver } from "./receiver.ts";
import { refusalWords, refusersOf } from "./who-refuses.ts";

/**
 * The three things that prove an identity, PTR, forward record and EHLO, all pointing at each other: the report's first
 * sentence answers exactly that. In this order, because each one rests on the one before it.
 */
const PROOF = ["reverse-dns", "ptr-hostname", "fcrdns", "ehlo-name"] as const;
type Proof = (typeof PROOF)[number];

/** The first sentence where one link of the proof is what is wrong. */
const BROKEN: Readonly<Record<Proof, string>> = {
  "reverse-dns": "This address has no name, so receivers cannot tell who it is.",
  "ptr-hostname": "The name on this address is not one receivers can use.",
  fcrdns: "The name on this server does not lead back to it.",
  "ehlo-name": "The server has a name, but does not introduce itself with it.",
};
const UNKNOWN: Readonly<Record<Proof, string>> = {
  "reverse-dns": "We could not find out whether this address has a name.",
  "ptr-hostname": "We could not find out whether the name on this address can be used.",
  fcrdns: "We could not find out whether the name on this server leads back to it.",
  "ehlo-name": "Name and address confirm each other; what the server calls itself could not be checked.",
};

/**
 * The first sentence and the one that explains it. A refusal is claimed only where a receiver's or a list's published
 * rule refuses this very mail, and then one of them is named.
 */
export function headline(
  report: Report,
  verdicts: readonly PresentedVerdict[],
  receivers: readonly PresentedReceiver[] = [],
): Headline {
  if (report.state === "running" && !verdicts.some(({ status }) => status === "fail"))
    return {
      status: "info",
      says: prose("Looking at this server…"),
      because: prose("Rows fill in as they are judged."),
    };
  // One cause for everything: it is ours, and nothing is said of the server.
  if (verdicts.length > 0 && verdicts.every(({ status }) => status === "unknown"))
    return {
      status: "unknown",
      says: prose("Nothing could be checked."),
      because: text`${prose("None of our questions was answered, which says nothing about this server. Check again in a few minutes.")}${report.ended === "cancelled" ? prose(" The check was stopped before answers came.") : []}`,
    };
  const refusal = refusalWords(refusersOf(receivers, verdicts));
  const because = (...sentences: readonly Text[]): Text =>
    [...sentences, refusal]
      .filter(({ length }) => length > 0)
      .flatMap((sentence, i) => (i === 0 ? sentence : [...prose(" "), ...sentence]));
  const proof = worstProof(verdicts);
  const failure = verdicts.find(({ status }) => status === "fail");
  // What certainly fails comes before a proof that is only doubtful; it speaks for itself.
  if (failure && proof?.status !== "fail")
    return { status: "fail", says: [...whereOf(report, failure), ...failure.says], because: because() };
  if (!proof) return domainHeadline(verdicts, because);
  if (proof.status !== "pass" && proof.status !== "info") {
    const words = proof.status === "unknown" ? UNKNOWN : BROKEN;
    return {
      status: proof.status,
      says: prose(words[proof.signal as Proof]),
      because: because([...whereOf(report, proof), ...proof.says]),
    };
  }
  const agree = prose(
    verdicts.some(({ signal }) => signal === "ehlo-name")
      ? "PTR, forward record and EHLO point at each other."
      : "Every address looked at has a name that leads back to it.",
  );
  const says = prose("Receivers can tell who this server is.");
  const [warning, ...others] = verdicts.filter(({ status }) => status === "warn");
  if (!warning) return { status: "pass", says, because: because(agree) };
  const more = others.length > 0 ? text`${count(others.length, "more point")} below.` : [];
  return { status: "warn", says, because: because(agree, [...whereOf(report, warning), ...warning.says], more) };
}

/** Which of several servers a finding is about. */
function whereOf(report: Report, { subject }: PresentedVerdict): Text {
  const servers = report.subjects.filter(({ scope }) => scope === "server" || scope === "receiver");
  return servers.length > 1 ? text`For ${subject}: ` : [];
}

/** Without a server to look at (a domain that sends nothing, a name without addresses) the worst verdict speaks. */
function domainHeadline(
  verdicts: readonly PresentedVerdict[],
  because: (...sentences: readonly Text[]) => Text,
): Headline {
  // What does not apply says nothing either way.
  const verdict = worst(verdicts.filter(({ status }) => status !== "skipped"));
  if (!verdict) return { status: "unknown", says: prose("Nothing could be checked."), because: [] };
  if (verdict.status === "pass" || verdict.status === "info") {
    const silent = verdicts.find(({ signal, outcome }) => signal === "mx" && NO_MAIL.includes(outcome));
    return {
      status: "pass",
      says: prose("Everything we looked at is in order."),
      because: because(...(silent ? [silent.says] : [])),
    };
  }
  return { status: verdict.status, says: prose("Something here needs attention."), because: because(verdict.says) };
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
