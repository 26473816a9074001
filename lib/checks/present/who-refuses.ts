import { listById } from "../formats/dnsbl/lists.ts";
import { plain, prose, type Text } from "../net/safe-text.ts";
import { isIdentity } from "./plan/identity.ts";
import type { PresentedVerdict } from "./presented.ts";
import type { PresentedReceiver } from "./receiver.ts";
import { stanceOf } from "./receiver-counts.ts";

/** Who refuses this mail by a published rule: the one place where that is decided. */
interface Refusers {
  /** Mailbox providers, as they are called. */
  readonly providers: readonly string[];
  /** Programs, which refuse where their operator has the rule on. */
  readonly programs: readonly string[];
  /** Lists whose listing makes those who ask them refuse. */
  readonly lists: readonly string[];
}

function refusersOf(receivers: readonly PresentedReceiver[], verdicts: readonly PresentedVerdict[]): Refusers {
  const rejecting = receivers.filter(({ action }) => action === "reject");
  const named = (kind: PresentedReceiver["kind"]) => [
    ...new Set(rejecting.filter((each) => each.kind === kind).map(({ name }) => shortName(name))),
  ];
  const listings = verdicts.filter(({ status, evidence }) => status === "fail" && evidence.listed?.length);
  const lists = listings.flatMap(({ evidence }) => (evidence.listed ?? []).flatMap((id) => listById(id)?.title ?? []));
  return { providers: named("provider"), programs: named("software"), lists: [...new Set(lists)] };
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
  const refusal = refusalWords(refusersOf(receivers, verdicts));
  if (refusal.length > 0) return refusal;
  const acting = (action: PresentedReceiver["action"]) =>
    receivers.filter((each) => each.action === action).map(({ name }) => shortName(name));
  const deferring = unique(acting("defer"));
  if (deferring.length > 0) return prose(`${named(deferring)} ${verb(deferring, "defer")} such mail.`);
  const scoring = unique(acting("penalise"));
  if (!cause) return nobodyRefuses(receivers);
  // What they score is the identity, SPF and listings; of a key or a certificate only its own words tell.
  const scored = isIdentity(cause) || /^(?:helo-)?spf$|^dnsbl/.test(cause.signal);
  if (scored && scoring.length > 0) return prose(`${named(scoring)} ${verb(scoring, "add")} spam points.`);
  return firstSentence(cause.whoCares);
}

/** That nobody acts, where that is known of all who have a rule: an open question is not consent. */
function nobodyRefuses(receivers: readonly PresentedReceiver[]): Text {
  const stances = receivers.map(stanceOf);
  const judged = unique(receivers.filter((each) => stanceOf(each) === "no-objection").map((each) => each.receiver));
  if (judged.length === 0 || stances.some((stance) => stance !== "no-objection" && stance !== "no-rule")) return [];
  return prose(
    judged.length === 1
      ? "The one receiver with a published rule does not refuse such mail."
      : `None of the ${judged.length} receivers with a published rule refuses such mail.`,
  );
}

/** As many as a sentence names. */
const NAMED = 2;
const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Who refuses, in a sentence or two; nothing where nobody does. */
function refusalWords({ providers, programs, lists }: Refusers): Text {
  const sentences = [
    ...(lists.length > 0
      ? [
          `Receivers that use ${named(lists)} refuse such mail${providers.length > 0 ? `, and so ${providers.length === 1 ? "does" : "do"} ${named(providers)}` : ""}.`,
        ]
      : providers.length > 0
        ? [`${named(providers)} ${verb(providers, "refuse")} such mail.`]
        : []),
    // Where providers refuse, nobody has to be told of programs that are seldom set up to.
    ...(providers.length + lists.length === 0 && programs.length > 0
      ? [`${named(programs)} ${verb(programs, "refuse")} such mail where the operator has the rule on.`]
      : []),
  ];
  return sentences.length > 0 ? prose(sentences.join(" ")) : [];
}

/** A receiver as a sentence calls it: "GMX" for "GMX and web.de", "Exim" for "Exim, HELO". */
const shortName = (name: string): string => name.replace(/(?:,| and ).*$/, "");

const verb = (names: readonly string[], infinitive: string): string =>
  names.length === 1 ? `${infinitive}s` : infinitive;

/** "A", "A and B", "A, B and three others"; of three all are named. */
function named(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return names.join(", ").replace(/, ([^,]*)$/, " and $1");
  const rest = names.length - NAMED;
  return `${names.slice(0, NAMED).join(", ")} and ${NUMBERS[rest] ?? rest} others`;
}

/** The first sentence of who acts, unless it speaks of a refusal: no receiver here refuses this mail. */
function firstSentence(words: Text = []): Text {
  // A value of somebody else's stays a value: such words are left where they are.
  const ours = words.every((part) => "prose" in part) ? plain(words) : "";
  const sentence = /^.{12,200}?[.](?= [A-Z]|$)/s.exec(ours)?.[0] ?? "";
  return /refus|reject/i.test(sentence) || sentence === "" ? [] : prose(sentence);
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
