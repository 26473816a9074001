import {
  blocklistsOf,
  count,
  deadList,
  type Evidence,
  PARTIES,
  type PresentedReceiver,
  type PresentedReport,
  type PresentedVerdict,
  prose,
  type ReportContext,
  type Row,
  type Text,
  text,
} from "../checks/view.ts";
import type { CauseWords } from "./bounce/causes/cause-words.ts";
import { IDENTITY_CAUSES } from "./bounce/causes/identity.ts";
import { CAUSES, type CauseClass, isCause } from "./bounce/causes.ts";
import { registered } from "./bounce/status-codes.ts";
import { isReceiverId, receiverById, receiverTitle } from "./receivers.ts";

/** What they said beside what is so now. */
export interface Explanation {
  /** What they said, in a sentence. */
  readonly said: Text;
  /** What that means. */
  readonly means: Text;
  /** Who has to act; ends a sentence. */
  readonly who: string | undefined;
  /** What to do first, in a sentence. */
  readonly next: Text | undefined;
  /** Where that is written in full, or is to be asked for. */
  readonly link: { readonly title: string; readonly url: string } | undefined;
  /** How it looks now, once that is known. */
  readonly now: { readonly agrees: "yes" | "no" | "open"; readonly says: Text };
  /** The rows that answer it, the most telling first. */
  readonly rows: readonly Row[];
  /** What the receiver recorded then, each with the row that has it as it is now. */
  readonly seen: readonly { readonly label: string; readonly then: Text; readonly row: Row | undefined }[];
}

/** Causes whose signals may explain them, but do not decide them. */
const INDIRECT: ReadonlySet<CauseClass> = new Set([
  "private_blocklist",
  "ip_reputation",
  "proofpoint_reputation",
  "unknown_ip_or_host_identity",
  "dynamic_ip_policy",
  "throttle",
  "greylisted",
  "local_policy",
  "acl_default_no_message",
  "content_rejected",
  "relay_denied",
  "delivery_expired",
  "mail_loop",
  "protocol_error",
  "unknown",
]);
/** Faults of the receiver's own: where we find nothing, that bears it out. */
const THEIRS: ReadonlySet<CauseClass> = new Set(["dnsbl_receiver_misconfigured", "dnsbl_dead_list"]);
/** What the receiver's own rules about a server's identity may answer. */
const BY_THEIR_RULES: ReadonlySet<CauseClass> = new Set<CauseClass>([
  ...(Object.keys(IDENTITY_CAUSES) as (keyof typeof IDENTITY_CAUSES)[]),
  "private_blocklist",
  "ip_reputation",
  "unknown_ip_or_host_identity",
  "local_policy",
  "acl_default_no_message",
  "unknown",
]);

/** Puts a refusal or what headers recorded beside the live verdicts. Undefined for a report made from neither. */
export function explain(report: PresentedReport): Explanation | undefined {
  const { context } = report;
  if (!context) return undefined;
  return context.kind === "headers" ? explainHeaders(report, context) : explainBounce(report, context);
}

/** The refusal alone, without a report. */
export function causeWords(context: ReportContext): Pick<Explanation, "said" | "means" | "who" | "next" | "link"> {
  const cause = isCause(context.cause) ? context.cause : "unknown";
  const words: CauseWords = CAUSES[cause];
  const dead = cause === "dnsbl_dead_list" && context.list ? deadList(context.list) : undefined;
  const ended = dead?.ended ? text` ${prose(dead.title)} ended in ${dead.ended}.` : [];
  const on = context.list ? text` (${context.list})` : [];
  const receiver = receiverById(context.receiver);
  const { who } = words;
  const theirs = who === "receiver" || who === "receiver-form" || cause === "unknown_ip_or_host_identity";
  const page =
    theirs && receiver?.postmaster ? { title: `${receiver.title}: postmaster`, url: receiver.postmaster } : undefined;
  const putOff = context.permanence === "temporary" && cause !== "delivered" ? PUT_OFF : [];
  return {
    said: text`${whichOf(context)}${whoSaid(context)} said${codesOf(context)} that ${prose(words.said)}${on}.`,
    means: text`${prose(words.means)}${ended}${putOff}`,
    who:
      who === "receiver"
        ? "the receiver"
        : who === "receiver-form"
          ? `you, at ${receiver ? `the postmaster page of ${receiver.title}` : "the receiver’s postmaster page or by the link in the text"}`
          : who === "writer"
            ? "the author of the message"
            : PARTIES[who],
    next: prose(words.next),
    link: page ?? words.link,
  };
}

/** Of several outcomes in a text, which one this is about. */
const whichOf = ({ outcome }: ReportContext): Text =>
  outcome ? text`Outcome ${outcome.at} of ${outcome.of} in this text: ` : [];

const PUT_OFF = prose(" The mail was deferred, not refused permanently.");

function explainBounce(report: PresentedReport, context: ReportContext): Explanation {
  const cause = isCause(context.cause) ? context.cause : "unknown";
  const rows = rowsFor(report, CAUSES[cause].signals);
  const own = BY_THEIR_RULES.has(cause) ? predictionOf(report, context.receiver) : undefined;
  return { ...causeWords(context), now: compare(cause, rows, own, context), rows, seen: [] };
}

const whoSaid = ({ receiver }: ReportContext): Text =>
  receiver === undefined ? prose("They") : isReceiverId(receiver) ? prose(receiverTitle(receiver)) : text`${receiver}`;

const codesOf = ({ codes }: ReportContext): Text => (codes.length > 0 ? text` with ${codes.join(" ")}` : []);

/** Registered meanings of the status codes in a refusal (IANA), in their order. */
export const meaningsOf = ({ codes }: ReportContext): readonly { readonly code: string; readonly means: string }[] =>
  codes.flatMap((code) => {
    const meaning = registered(code);
    return meaning ? [{ code, means: meaning.means }] : [];
  });

/** The first subject's row of each signal: the address that the mail came from comes first in every plan. */
const rowsFor = (report: PresentedReport, signals: readonly string[]): Row[] =>
  signals.flatMap((id) => report.rows.find(({ signal }) => signal === id) ?? []);

/** What this receiver's own published rules make of the server now, where that is against it. */
function predictionOf(report: PresentedReport, receiver: string | undefined): PresentedReceiver | undefined {
  const outlooks = receiverById(receiver)?.outlooks ?? [];
  return report.receivers.find(
    (one) => outlooks.includes(one.receiver) && one.subject === report.subjects[0]?.id && isAgainst(one),
  );
}

const isAgainst = ({ action }: PresentedReceiver) => action === "reject" || action === "defer" || action === "penalise";

/** Causes that are about what was said in EHLO, not about what the DNS has for it. */
const OF_ITS_SETTINGS: ReadonlySet<CauseClass> = new Set([
  "helo_missing",
  "helo_syntax",
  "helo_not_fqdn",
  "helo_generic",
  "helo_is_receivers_own_name",
]);

function compare(
  cause: CauseClass,
  rows: readonly Row[],
  own: PresentedReceiver | undefined,
  { saw, list }: ReportContext,
): Explanation["now"] {
  const judged = rows.filter((row) => row.status !== "pending");
  const wrong = judged.find(({ status }) => status === "fail" || status === "warn");
  if (own && (INDIRECT.has(cause) || !wrong))
    return {
      agrees: INDIRECT.has(cause) ? "yes" : "open",
      says: text`Now, by the published rules of ${prose(own.name)}: ${own.says}`,
    };
  if (rows.length === 0) return { agrees: "open", says: prose("This cannot be checked from outside.") };
  if (INDIRECT.has(cause)) {
    if (wrong) return { agrees: "open", says: text`This may be related: ${wrong.says}` };
    if (judged.length < rows.length) return LOOKING;
    const open = judged.find(({ status }) => status === "unknown");
    if (open) return { agrees: "open", says: text`Not everything could be checked. ${open.says}` };
    return { agrees: "open", says: prose("Nothing that can be checked from outside explains it.") };
  }
  const [first] = rows.filter(({ status }) => status !== "skipped");
  if (!first || first.status === "pending") return LOOKING;
  const broken = first.status === "fail" || first.status === "warn";
  if (first.signal === "ehlo-name") return compareEhlo(cause, first, saw.helo);
  if (first.status === "unknown")
    return { agrees: "open", says: text`The present state could not be checked. ${first.says}` };
  if (THEIRS.has(cause)) {
    return broken
      ? { agrees: "open", says: text`Apart from that, there is something to fix: ${first.says}` }
      : { agrees: "yes", says: text`Our check confirms that. ${first.says}` };
  }
  if (broken) return { agrees: "yes", says: text`That is still so. ${first.says}` };
  if (list !== undefined && first.signal.startsWith("dnsbl") && !hasAnswered(list, first.evidence))
    return {
      agrees: "open",
      says: text`Whether ${list} still has it is not known: we have no answer from it. ${first.says}`,
    };
  if (wrong) return { agrees: "no", says: text`That is no longer so: ${first.says} But: ${wrong.says}` };
  return { agrees: "no", says: text`That is no longer so. ${first.says}` };
}

/** Whether the list that was named is one of those that answered: what others say is no answer of its own. */
function hasAnswered(list: string, { open = [], keyless = [], absent = [] }: Evidence): boolean {
  const ids = blocklistsOf(list);
  return ids.length > 0 && !ids.some((id) => [...open, ...keyless, ...absent].includes(id));
}

/** What a server says in EHLO when it sends is not seen by connecting to it; only the word in the bounce is known. */
function compareEhlo(
  cause: CauseClass,
  { status, says }: Pick<PresentedVerdict, "status" | "says">,
  word: string | undefined,
): Explanation["now"] {
  if (word === undefined)
    return {
      agrees: "open",
      says: text`The EHLO name when the server sends cannot be seen from outside, and this text does not contain it. ${says}`,
    };
  if (status === "fail" || status === "warn") return { agrees: "yes", says: text`It said ${word}. ${says}` };
  if (OF_ITS_SETTINGS.has(cause))
    return {
      agrees: "open",
      says: text`The EHLO name was ${word}. Whether it still is cannot be seen from outside. ${says}`,
    };
  return {
    agrees: status === "unknown" ? "open" : "no",
    says: text`The EHLO name was ${word}. Looked up now: ${says}`,
  };
}

const LOOKING: Explanation["now"] = { agrees: "open", says: prose("The check of the present state is running.") };

/** What headers record, what it is called, and the signal that has it as it is now. */
const RECORDED: readonly (readonly [key: string, label: string, signal: string | undefined])[] = [
  ["address", "Address it came from", undefined],
  ["name", "PTR name found", "reverse-dns"],
  ["iprev", "Forward confirmation (iprev)", "fcrdns"],
  ["helo", "EHLO argument", "ehlo-name"],
  ["spf", "SPF", "spf"],
  ["dkim", "DKIM", "dkim-keys"],
  ["dmarc", "DMARC", "dmarc"],
];

function explainHeaders(report: PresentedReport, context: ReportContext): Explanation {
  const seen = RECORDED.flatMap(([key, label, signal]) => {
    const value = context.saw[key];
    if (value === undefined) return [];
    const then = key === "name" && value === "none" ? prose("none") : text`${value}`;
    return [{ label, then, row: signal ? rowsFor(report, [signal])[0] : undefined }];
  });
  const below = context.below
    ? text` ${count(context.below, "line")} below it ${prose(context.below === 1 ? "was" : "were")} not read: the sender of the message could have written anything there.`
    : [];
  const by = context.receiver ? text`${whoSaid(context)}` : prose("The receiver");
  return {
    said: text`${by} recorded this when the message arrived.`,
    means: text`It is from the first Received line in which your receiver recorded a server that is not its own. Lines below those of your own receiver cannot be trusted.${below}`,
    who: undefined,
    next: undefined,
    link: undefined,
    now: { agrees: "open", says: prose("Beside it is the present state.") },
    rows: seen.flatMap(({ row }) => row ?? []),
    seen,
  };
}
