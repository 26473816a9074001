import { listById } from "../formats/dnsbl/lists.ts";
import { enumerated, plain, prose, type Text, text } from "../net/safe-text.ts";
import { isIdentity } from "./plan/identity.ts";
import type { PresentedVerdict } from "./presented.ts";
import type { PresentedReceiver } from "./receiver.ts";
import { type Stance, stanceOf } from "./receiver-counts.ts";
import { firstSentence } from "./sentences.ts";

/** Who refuses this mail by a published rule: the one place where that is decided. */
interface Refusers {
  /** Mailbox providers, as they are called. */
  readonly providers: readonly string[];
  /** Programs, which refuse where their operator has the rule on. */
  readonly programs: readonly string[];
  /** Lists whose listing makes those who ask them refuse. */
  readonly lists: readonly string[];
  /** The subjects whose mail is refused. */
  readonly subjects: ReadonlySet<string>;
}

function refusersOf(receivers: readonly PresentedReceiver[], verdicts: readonly PresentedVerdict[]): Refusers {
  const rejecting = receivers.filter(({ action }) => action === "reject");
  const listings = verdicts.filter(({ status, evidence }) => status === "fail" && evidence.listed?.length);
  const lists = listings.flatMap(({ evidence }) => (evidence.listed ?? []).flatMap((id) => listById(id)?.title ?? []));
  const subjects = new Set([...rejecting, ...listings].map(({ subject }) => subject));
  return {
    providers: namesOf(rejecting, "provider"),
    programs: namesOf(rejecting, "software"),
    lists: unique(lists),
    subjects,
  };
}

/**
 * What follows for mail from this server, by name: who refuses it, else who defers it, else what `cause` costs by its own
 * words. Nothing where nobody acts.
 */
export function consequence(
  receivers: readonly PresentedReceiver[],
  verdicts: readonly PresentedVerdict[],
  cause?: PresentedVerdict,
): Text {
  const refusers = refusersOf(receivers, verdicts);
  const refusal = refusalWords(refusers, mailOf(refusers.subjects, receivers));
  if (refusal.length > 0) return refusal;
  const deferring = receivers.filter(({ action }) => action === "defer");
  if (deferring.length > 0) {
    const mail = mailOf(new Set(deferring.map(({ subject }) => subject)), receivers);
    return text`${prose(acting(deferring, "defer"))} ${mail}.`;
  }
  const scoring = receivers.filter(({ action }) => action === "penalise");
  if (!cause) return [];
  // What they score is the identity, SPF and listings; of a key or a certificate only its own words tell.
  const scored = isIdentity(cause) || /^(?:helo-)?spf$|^dnsbl/.test(cause.signal);
  if (scored && scoring.length > 0) return prose(`${acting(scoring, "add")} spam points.`);
  return ownWords(cause.whoCares);
}

/** That nobody acts, and of how many that is known: an open question is not consent. */
export function nobodyRefuses(receivers: readonly PresentedReceiver[]): Text {
  const byStance = (wanted: Stance) =>
    unique(receivers.filter((each) => stanceOf(each) === wanted).map((each) => each.receiver));
  const open = byStance("cannot-tell");
  const judged = byStance("no-objection").filter((receiver) => !open.includes(receiver));
  const acts = ACTING.some((stance) => byStance(stance).length > 0);
  if (acts || judged.length <= open.length) return [];
  if (open.length > 0)
    return prose(
      `${judged.length} of ${judged.length + open.length} receivers with a published rule do not refuse its mail; for ${open.length}, too little is known.`,
    );
  return prose(
    judged.length === 1
      ? "The one receiver with a published rule does not refuse its mail."
      : `None of the ${judged.length} receivers with a published rule refuses its mail.`,
  );
}

const ACTING: readonly Stance[] = ["refuses", "defers", "adds-points"];

/** "such mail"; where only some of several servers are concerned, whose. */
function mailOf(subjects: ReadonlySet<string>, receivers: readonly PresentedReceiver[]): Text {
  const judged = new Set(receivers.map(({ subject }) => subject));
  if (subjects.size === 0 || judged.size <= subjects.size) return prose("such mail");
  const all = [...subjects];
  if (all.length <= NAMED + 1) return text`mail from ${all}`;
  const rest = prose(`${number(all.length - NAMED)} other addresses`);
  return text`mail from ${enumerated([...all.slice(0, NAMED).map((one) => text`${one}`), rest])}`;
}

/** Who does it: mailbox providers by name, and of programs those who use them. */
function acting(receivers: readonly PresentedReceiver[], infinitive: string): string {
  const providers = namesOf(receivers, "provider");
  if (providers.length > 0) return `${named(providers)} ${verb(providers, infinitive)}`;
  return `Receivers that use ${named(namesOf(receivers, "software"), " or ")} ${infinitive}`;
}

/** The mailbox providers that refuse mail from one subject of a report: "Gmail, T-Online and two others". */
export function refusedBy(receivers: readonly PresentedReceiver[], subject: string): string | undefined {
  const refusing = receivers.filter((each) => each.subject === subject && each.action === "reject");
  const providers = namesOf(refusing, "provider");
  return providers.length > 0 ? named(providers) : undefined;
}

/** Those of one kind, each once, as a sentence calls them. */
const namesOf = (receivers: readonly PresentedReceiver[], kind: PresentedReceiver["kind"]): string[] =>
  unique(receivers.filter((each) => each.kind === kind).map(({ name }) => shortName(name)));

/** As many as a sentence names. */
const NAMED = 2;
const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Who refuses, in a sentence; nothing where nobody does. */
function refusalWords({ providers, programs, lists }: Refusers, mail: Text): Text {
  if (lists.length > 0) {
    const too = providers.length > 0 ? `, and so ${providers.length === 1 ? "does" : "do"} ${named(providers)}` : "";
    return text`Receivers that use ${prose(named(lists))} refuse ${mail}${prose(too)}.`;
  }
  if (providers.length > 0) return text`${prose(named(providers))} ${prose(verb(providers, "refuse"))} ${mail}.`;
  // Where providers refuse, nobody has to be told of programs that are seldom set up to.
  if (programs.length > 0)
    return text`Receivers that use ${prose(named(programs, " or "))} refuse ${mail} where the operator has the rule on.`;
  return [];
}

/** A receiver as a sentence calls it: "GMX" for "GMX and web.de", "Exim" for "Exim, HELO". */
const shortName = (name: string): string => name.replace(/(?:,| and ).*$/, "");

const verb = (names: readonly string[], infinitive: string): string =>
  names.length === 1 ? `${infinitive}s` : infinitive;

/** "A", "A and B", "A, B and three others"; of three all are named. */
function named(names: readonly string[], last = " and "): string {
  if (names.length <= NAMED + 1) return names.join(", ").replace(/, ([^,]*)$/, `${last}$1`);
  return `${names.slice(0, NAMED).join(", ")}${last}${number(names.length - NAMED)} others`;
}

const number = (n: number): string => NUMBERS[n] ?? String(n);

/** The first sentence of who acts, unless it speaks of a refusal: no receiver here refuses this mail. */
function ownWords(words: Text = []): Text {
  const { first } = firstSentence(words);
  return /refus|reject/i.test(plain(first)) ? [] : first;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
