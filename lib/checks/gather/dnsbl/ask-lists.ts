import type { IpAddress } from "../../address.ts";
import type { List } from "../../dnsbl/list.ts";
import { isListAnswer, readAnswer } from "../../dnsbl/read.ts";
import type { ListResult, ListSaid } from "../../facts/lists.ts";
import type { LookupOf } from "../../facts/lookup.ts";
import { recordsOf } from "../../facts/lookup.ts";
import { asName, type DomainName } from "../../name.ts";
import type { Gathering } from "../gatherer.ts";
import { keysOf, withoutKeys } from "../keys.ts";
import { inGoodTime, within } from "./in-good-time.ts";
import { take } from "./share.ts";
import { testEntriesOf } from "./test-entries.ts";

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

/** A dead list costs a check no more than two tries of so many milliseconds, even where nobody answers. */
const [TRIES, TRY_MS] = [2, 1000];
/** A listing's TXT record is worth a short wait; without it the listing stands all the same. */
const REASON_MS = 500;

/**
 * Asks all lists at once. A list is believed only while its test entries are as they should be: the positive one is
 * asked along with the question itself, the negative one only when the list says "listed", since a list that lists
 * the whole world says nothing else.
 */
export async function askLists(questions: readonly ListQuestion[], gathering: Gathering): Promise<ListResult[]> {
  const entries = testEntriesOf(gathering.vantage);
  const asked = questions.map((question) => askList(question, gathering));
  const heard = await inGoodTime(asked, (i): Heard => {
    const question = questions[i];
    const zone = question && zoneOf(question.list, gathering);
    const lasting = question !== undefined && zone !== undefined && entries.isLasting(entryKey(question, zone));
    return { said: { kind: "failed", reason: "timeout", lasting } };
  });
  return Promise.all(
    heard.map(async ({ said, reasons }, i): Promise<ListResult> => {
      const { list, about } = questions[i] as ListQuestion;
      if (said.kind !== "answered" || !reasons) return { list: list.id, about, said };
      return { list: list.id, about, said: { ...said, reasons: await within(REASON_MS, reasons, []) } };
    }),
  );
}

interface Heard {
  readonly said: ListSaid;
  /** TXT records of a listing, under way. */
  readonly reasons?: Promise<readonly string[]>;
}

async function askList(question: ListQuestion, gathering: Gathering): Promise<Heard> {
  const { list, labels } = question;
  const { dns, vantage } = gathering;
  const zone = zoneOf(list, gathering);
  if (!zone) return { said: { kind: "no-key" } };
  const entries = testEntriesOf(vantage);
  const how = {
    tries: Math.min(TRIES, vantage.limits.dnsTries),
    tryMs: Math.min(TRY_MS, vantage.limits.dnsTryMs),
  };
  const under = (first: string): DomainName => asName(`${first}.${zone}`);
  const ask = (first: string) => dns.ask(under(first), "A", how);

  const entry = () =>
    entries.entry(entryKey(question, zone), isEntry, () => firstEntry(question.entries.map((each) => () => ask(each))));
  // What is known to be broken is not asked: neither its time nor our questions are wasted.
  if (entries.state(entryKey(question, zone)) === "known") {
    const trouble = entryTrouble(await entry());
    if (trouble) return { said: trouble };
  }
  if (!take(gathering, entries.state(entryKey(question, zone)) === "unknown" ? 2 : 1)) return { said: limit };

  const asking = ask(labels);
  const doubting = asking.then((lookup): Promise<ListSaid | undefined> | undefined => {
    if (!isListing(list, lookup)) return undefined;
    if (!take(gathering, 2)) return Promise.resolve(limit);
    return entries
      .entry(`${list.id} never ${question.never}`, isNotListed(list), () => ask(question.never))
      .then(({ lookup, lasting }) => worldTrouble(list, lookup, lasting));
  });
  const reasons = asking.then((lookup) =>
    isListing(list, lookup) ? dns.ask(under(labels), "TXT", how).then(textsOf(keysOf(vantage))) : [],
  );

  const [lookup, tested, doubt] = await Promise.all([asking, entry(), doubting]);
  const trouble = entryTrouble(tested);
  if (trouble) return { said: trouble };
  if (lookup.kind === "failed") return { said: { kind: "failed", reason: lookup.reason, lasting: false } };
  const addresses = recordsOf(lookup);
  if (readAnswer(list, addresses).some(({ effect }) => effect === "error"))
    return { said: { kind: "unusable", why: "error-answer", saw: addresses } };
  return doubt ? { said: doubt } : { said: { kind: "answered", addresses, reasons: [] }, reasons };
}

/** The zone to ask: below our key where the list wants one, and none where we have no key. */
function zoneOf({ key, zone }: List, { vantage }: Pick<Gathering, "vantage">): string | undefined {
  if (!key) return zone;
  const ours = { spamhaus: vantage.spamhausKey, abusix: vantage.abusixKey }[key.name];
  return ours && `${ours.toLowerCase()}.${key.zone}`;
}

const entryKey = ({ list, entries }: ListQuestion, zone: string): string => `${zone} ${list.id} ${entries[0]}`;

const limit: ListSaid = { kind: "failed", reason: "limit", lasting: false };

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

function entryTrouble({ lookup, lasting }: { lookup: LookupOf<"A">; lasting: boolean }): ListSaid | undefined {
  if (lookup.kind === "failed") return { kind: "failed", reason: lookup.reason, lasting };
  if (lookup.kind !== "answer") return { kind: "unusable", why: "no-test-entry", saw: [] };
  return isEntry(lookup) ? undefined : { kind: "unusable", why: "error-answer", saw: lookup.records };
}

function worldTrouble(list: List, lookup: LookupOf<"A">, lasting: boolean): ListSaid | undefined {
  if (lookup.kind === "failed") return { kind: "failed", reason: lookup.reason, lasting };
  return isNotListed(list)(lookup) ? undefined : { kind: "unusable", why: "lists-everything", saw: recordsOf(lookup) };
}

/** TXT records as they are shown: few and short. */
const textsOf =
  (keys: readonly string[]) =>
  (lookup: LookupOf<"TXT">): readonly string[] =>
    recordsIn(lookup)
      .slice(0, 4)
      .map((record) => withoutKeys(record, keys).slice(0, 500));

const recordsIn = (lookup: LookupOf<"TXT">): readonly string[] => (lookup.kind === "failed" ? [] : recordsOf(lookup));
