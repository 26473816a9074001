import type { ListResult, ListSaid } from "../../facts/lists.ts";
import { type Failure, type LookupOf, recordsOf } from "../../facts/lookup.ts";
import type { List } from "../../formats/dnsbl/list.ts";
import { isListAnswer, readAnswer } from "../../formats/dnsbl/list-reading.ts";
import type { IpAddress } from "../../net/address.ts";
import { asName, type DomainName } from "../../net/domain-name.ts";
import type { Gathering } from "../gatherer.ts";
import { keysOf, withoutKeys } from "../keys.ts";
import { pacingOf, takeTurn } from "../pacing.ts";
import { take } from "./question-share.ts";
import { testEntriesOf } from "./test-entries.ts";
import { within, withPatience } from "./with-patience.ts";

/** One question to one list. */
export interface ListQuestion {
  readonly list: List;
  readonly about: IpAddress | DomainName;
  /** What is asked about, as labels in front of the list's zone. */
  readonly labels: string;
  /** The test entries of RFC 5782 section 5, likewise: the first of `entries` that is there must be one. */
  readonly entries: readonly string[];
  /** …and this one must not. */
  readonly never: string;
}

/** A dead list costs a check no more than so many tries, and two seconds, even where nobody answers. */
const [TRIES, TRY_MS] = [3, 667];
/** How long a question waits for its turn at a list that many checks ask, in milliseconds. */
const TURN_MS = 1_000;
/** A listing's TXT record is worth a short wait; without it the listing stands all the same. */
const REASON_MS = 500;

/**
 * Asks all lists at once. A list is believed only while its test entries are as they should be: the positive one is
 * asked along with the question itself, the negative one only when the list says "listed", since a list that lists
 * the whole world says nothing else.
 */
export async function askLists(questions: readonly ListQuestion[], gathering: Gathering): Promise<ListResult[]> {
  const asked = questions.map((question) => askList(question, gathering));
  const heard = await withPatience(
    asked.map(({ heard }) => heard),
    (i): Heard => ({ said: asked[i]?.noAnswer("timeout") ?? limit }),
  );
  return Promise.all(
    heard.map(async ({ said, reasons }, i): Promise<ListResult> => {
      const { list, about } = questions[i] as ListQuestion;
      if (said.kind !== "answered" || !reasons) return { list: list.id, about, said };
      return { list: list.id, about, said: { ...said, reasons: await within(REASON_MS, reasons, []) } };
    }),
  );
}

/**
 * Has the lists' test entries asked for, where they are not known: for many addresses at once, none of which should pay
 * for what serves all of them. Nobody needs to wait for it.
 */
export function askTestEntries(questions: readonly ListQuestion[], gathering: Gathering): Promise<unknown> {
  return Promise.all(questions.map((question) => zoneOf(question.list, gathering) && entryOf(question, gathering)()));
}

interface Heard {
  readonly said: ListSaid;
  /** TXT records of a listing, under way. */
  readonly reasons?: Promise<readonly string[]>;
}

/** What a list says, under way, and what to say of it when it does not come. */
interface Asked {
  readonly heard: Promise<Heard>;
  readonly noAnswer: (reason: Failure) => ListSaid;
}

function askList(question: ListQuestion, gathering: Gathering): Asked {
  const { list, labels } = question;
  const { dns, vantage } = gathering;
  const zone = zoneOf(list, gathering);
  if (!zone) return { heard: Promise.resolve({ said: { kind: "no-key" } }), noAnswer: failure };
  const entries = testEntriesOf(vantage);
  const key = keyOfEntry(zone, question);
  let saysListed = false;
  const { under, inTurn, ask, how } = askerOf(list, zone, gathering);

  // From a list that has long been silent, or never served us, nothing was to be expected. A listing that cannot be
  // confirmed is another matter.
  const noAnswer = (reason: Failure): ListSaid => {
    const lasting = entries.isLasting(key) || (list.registered === true && !entries.wasRight(key));
    return failure(reason, lasting && !saysListed);
  };
  const entry = entryOf(question, gathering);
  const entryTrouble = (lookup: LookupOf<"A">): ListSaid | undefined => {
    if (lookup.kind === "failed") return noAnswer(lookup.reason);
    if (isEntry(lookup)) return undefined;
    const saw = recordsOf(lookup);
    return { kind: "unusable", why: saw.length > 0 ? "error-answer" : "no-test-entry", saw };
  };
  /** A list that has what must never be on one has everything. */
  const doubt = async (): Promise<ListSaid | undefined> => {
    if (!take(gathering, 2)) return limit;
    const never = await entries.entry(`${zone} ${question.never}`, isNotListed(list), () => ask(question.never));
    if (never.kind === "failed") return failure(never.reason);
    return isNotListed(list)(never) ? undefined : { kind: "unusable", why: "lists-everything", saw: recordsOf(never) };
  };

  async function hear(): Promise<Heard> {
    // What is known to be broken is not asked: neither time nor questions are wasted on it.
    const known = entries.state(key);
    const trouble = known === "known" ? entryTrouble(await entry()) : undefined;
    if (trouble) return { said: trouble };
    if (!take(gathering, known === "unknown" ? 2 : 1)) return { said: limit };

    const asking = ask(labels);
    const listing = asking.then((lookup) => {
      saysListed = isListing(list, lookup);
      return saysListed;
    });
    const reasons = listing.then(async (is) =>
      is && (await inTurn()) ? textsOf(keysOf(vantage))(await dns.ask(under(labels), "TXT", how)) : [],
    );
    const [lookup, tested, doubted] = await Promise.all([
      asking,
      entry(),
      listing.then((is) => (is ? doubt() : undefined)),
    ]);
    const untrusted = entryTrouble(tested);
    if (untrusted) return { said: untrusted };
    if (lookup.kind === "failed") return { said: failure(lookup.reason) };
    const addresses = recordsOf(lookup);
    if (readAnswer(list, addresses).some(({ effect }) => effect === "error"))
      return { said: { kind: "unusable", why: "error-answer", saw: addresses } };
    return doubted ? { said: doubted } : { said: { kind: "answered", addresses, reasons: [] }, reasons };
  }
  return { heard: hear(), noAnswer };
}

/** The zone to ask: below our key where the list wants one, and none where we have no key. */
function zoneOf({ key, zone }: List, { vantage }: Pick<Gathering, "vantage">): string | undefined {
  if (!key) return zone;
  const ours = { spamhaus: vantage.spamhausKey, abusix: vantage.abusixKey }[key.name];
  return ours && `${ours.toLowerCase()}.${key.zone}`;
}

/** How one list is asked: with little patience, and in its turn. */
function askerOf(list: List, zone: string, { dns, vantage, signal }: Gathering) {
  const how = {
    tries: Math.min(TRIES, vantage.limits.dnsTries),
    tryMs: Math.min(TRY_MS, vantage.limits.dnsTryMs),
  };
  const under = (first: string): DomainName => asName(`${first}.${zone}`);
  const pace = { key: `list ${list.zone}`, most: vantage.limits.listQuestions, ms: 1_000 };
  const inTurn = () => takeTurn(pacingOf(vantage), [pace], TURN_MS, signal);
  const ask = async (first: string): Promise<LookupOf<"A">> => {
    const name = under(first);
    return (await inTurn()) ? dns.ask(name, "A", how) : { name, type: "A", kind: "failed", reason: "limit" };
  };
  return { how, under, inTurn, ask };
}

const keyOfEntry = (zone: string, { entries: [first] }: ListQuestion): string => `${zone} ${first}`;

/** The test entry of a list: remembered, or asked for now. */
function entryOf(question: ListQuestion, gathering: Gathering): () => Promise<LookupOf<"A">> {
  const { list, entries } = question;
  const zone = zoneOf(list, gathering) ?? list.zone;
  const { ask } = askerOf(list, zone, gathering);
  return () =>
    testEntriesOf(gathering.vantage).entry(keyOfEntry(zone, question), isEntry, () =>
      firstEntry(entries.map((each) => () => ask(each))),
    );
}

const failure = (reason: Failure, lasting = false): ListSaid => ({ kind: "failed", reason, lasting });
const limit = failure("limit");

/** The first of several test entries that the list has; most have the first. */
async function firstEntry(asks: readonly (() => Promise<LookupOf<"A">>)[]): Promise<LookupOf<"A">> {
  const [ask, ...others] = asks;
  if (!ask) throw new Error("a list without a test entry");
  const lookup = await ask();
  return others.length > 0 && lookup.kind === "nxdomain" ? firstEntry(others) : lookup;
}

const isEntry = (lookup: LookupOf<"A">): boolean => lookup.kind === "answer" && lookup.records.every(isListAnswer);

const isListing = (list: List, lookup: LookupOf<"A">): boolean =>
  lookup.kind === "answer" && readAnswer(list, lookup.records).some(({ effect }) => effect === "listed");

const isNotListed = (list: List) => (lookup: LookupOf<"A">) =>
  lookup.kind !== "failed" && readAnswer(list, recordsOf(lookup)).every(({ effect }) => effect === "good");

/** TXT records as they are shown: few and short. */
const textsOf =
  (keys: readonly string[]) =>
  (lookup: LookupOf<"TXT">): readonly string[] =>
    recordsIn(lookup)
      .slice(0, 4)
      .map((record) => withoutKeys(record, keys).slice(0, 500));

const recordsIn = (lookup: LookupOf<"TXT">): readonly string[] => (lookup.kind === "failed" ? [] : recordsOf(lookup));
