import { listById } from "../formats/dnsbl/lists.ts";
import { prose, type Text } from "../net/safe-text.ts";
import type { PresentedVerdict } from "./presented.ts";
import type { PresentedReceiver } from "./receiver.ts";

/** Who refuses this mail by a published rule: the one place where that is decided. */
export interface Refusers {
  /** Mailbox providers, as they are called. */
  readonly providers: readonly string[];
  /** Programs, which refuse where their operator has the rule on. */
  readonly programs: readonly string[];
  /** Lists whose listing makes those who ask them refuse. */
  readonly lists: readonly string[];
}

export function refusersOf(receivers: readonly PresentedReceiver[], verdicts: readonly PresentedVerdict[]): Refusers {
  const rejecting = receivers.filter(({ action }) => action === "reject");
  const named = (kind: PresentedReceiver["kind"]) => [
    ...new Set(rejecting.filter((each) => each.kind === kind).map(({ name }) => name)),
  ];
  const listings = verdicts.filter(({ status, evidence }) => status === "fail" && evidence.listed?.length);
  const lists = listings.flatMap(({ evidence }) => (evidence.listed ?? []).flatMap((id) => listById(id)?.title ?? []));
  return { providers: named("provider"), programs: named("software"), lists: [...new Set(lists)] };
}

/** As many as a sentence names. */
const NAMED = 2;

/** Who refuses, in a sentence or two; nothing where nobody does. */
export function refusalWords({ providers, programs, lists }: Refusers): Text {
  const sentences = [
    ...(lists.length > 0 ? [`Receivers that ask ${joined(lists)} refuse mail from it.`] : []),
    ...(providers.length > 0
      ? [`${joined(providers)} ${providers.length === 1 ? "refuses" : "refuse"} mail from it by published rules.`]
      : []),
    // Where providers refuse, nobody has to be told of programs that are seldom set up to.
    ...(providers.length + lists.length === 0 && programs.length > 0
      ? [
          `${joined(programs)} ${programs.length === 1 ? "refuses" : "refuse"} mail from it where the operator has the rule on.`,
        ]
      : []),
  ];
  return prose(sentences.join(" "));
}

/** "A", "A and B", "A, B and 3 others". */
function joined(names: readonly string[]): string {
  const [first = "", second] = names;
  if (names.length <= NAMED) return second ? `${first} and ${second}` : first;
  return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED === 1 ? "one other" : `${names.length - NAMED} others`}`;
}
