import type { Evidence, Exhibit, Finding, Fix } from "../define/signal.ts";
import { failureWords, reasonsWords } from "../define/signal.ts";
import type { List } from "../formats/dnsbl/list.ts";
import { readAnswer } from "../formats/dnsbl/list-reading.ts";
import { listById } from "../formats/dnsbl/lists.ts";
import { type Absence, deciding, type Panel, type PanelConclusion, type Voice } from "../formats/dnsbl/panel.ts";
import { parseAddress } from "../net/address.ts";
import { count, enumerated, plain, prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "./commands.ts";

/** The outcome of a panel: its conclusion, the evidence every outcome's words draw on, the table of all lists. */
export function findingOf(
  { panel, conclusion: outcome }: { readonly panel: Panel; readonly conclusion: PanelConclusion },
  more: Evidence = {},
) {
  const evidence: Evidence = {
    ...more,
    ...when("answered", [String(unique([...panel.listings, ...panel.others].map(({ list }) => list.id)).length)]),
    ...when("listed", unique(deciding(panel).map(({ list }) => list.id))),
    ...when(
      "also",
      unique(panel.listings.filter(isOfWeight).map(({ list }) => list.id)).filter(notIn(deciding(panel))),
    ),
    ...answersOf(deciding(panel)),
    ...when("reasons", unique(deciding(panel).flatMap(({ reasons }) => reasons))),
    ...when("open", unique(panel.open.map(({ list }) => list.id))),
    ...when("reason", unique(panel.open.map(({ reason }) => reason))),
    ...when("keyless", unique(panel.absent.filter(({ why }) => why === "no-key").map(({ list }) => list.id))),
    ...when("absent", unique(panel.absent.filter(({ why }) => why !== "no-key").map(({ list }) => list.id))),
  };
  return { outcome, evidence, exhibit: tableOf(panel) } satisfies Finding;
}

/** What lists answered, as evidence: `spamhaus-zen 127.0.0.4`, from which `meaning` finds the words again. */
export const answersOf = (voices: readonly Voice[]): Evidence =>
  when("answers", unique(voices.map(({ list, addresses }) => [list.id, ...addresses].join(" "))));

const when = (key: string, values: readonly string[]): Evidence => (values.length > 0 ? { [key]: values } : {});
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const notIn =
  (voices: readonly Voice[]) =>
  (id: string): boolean =>
    !voices.some(({ list }) => list.id === id);
const meanings = ({ readings }: Voice): string[] =>
  readings.filter(({ effect }) => effect === "listed").map(({ means }) => means);

const ABSENCES: Readonly<Record<Absence, string>> = {
  "no-key": "not checked: it requires a key, and this service has none",
  "no-test-entry": "not checked: its test entry is missing (RFC 5782)",
  "lists-everything": "not checked: it lists every address (RFC 5782)",
  "error-answer": "not checked: it answered with an error",
  "out-of-service": "not checked: out of service",
  "not-served": "not checked: it answers only registered resolvers",
};

/** Every list with what it said: those that list it first, then those that could not be asked. */
function tableOf({ listings, others, open, absent }: Panel): Exhibit {
  const several = unique([...listings, ...others, ...open, ...absent].map(({ about }) => about)).length > 1;
  const row = (voice: { about: string; list: Voice["list"] }, cells: readonly [string, string, string]) => [
    voice.list.title,
    ...(several ? [voice.about] : []),
    cells[0],
    cells[1],
    voice.list.weight,
    cells[2],
  ];
  return {
    kind: "table",
    columns: ["List", ...(several ? ["Name"] : []), "Answer", "Meaning", "Weight", "Removal"],
    rows: [
      ...listings.map((voice) =>
        row(voice, [
          voice.addresses.join(" "),
          [...meanings(voice), ...voice.reasons].join("; "),
          `${voice.list.removal.how} ${voice.list.removal.url}`,
        ]),
      ),
      ...open.map((each) => row(each, ["no answer", plain(failureWords(each.reason)), ""])),
      ...absent.map((each) => row(each, ["", ABSENCES[each.why], ""])),
      ...others.map((voice) =>
        row(voice, [
          voice.addresses.join(" ") || "not listed",
          voice.readings.map(({ means }) => means).join("; "),
          "",
        ]),
      ),
    ],
  };
}

/** Titles of lists, out of the ids that evidence keeps. */
export const titles = (ids: readonly string[] | undefined): Text =>
  wordsOfRule((ids ?? []).map((id) => listById(id)?.title ?? "a list that no longer exists"));

/** What the answers mean, out of `answersOf`. */
export function meaning(e: Evidence): Text {
  const readings = (e.answers ?? []).flatMap((answer) => {
    const [id = "", ...records] = answer.split(" ");
    const list = listById(id);
    const addresses = records.flatMap((record) => parseAddress(record) ?? []);
    return list ? readAnswer(list, addresses).filter(({ effect }) => effect === "listed") : [];
  });
  return prose(readings.length > 0 ? unique(readings.map(({ means }) => means)).join("; ") : "listed");
}

/** Our own words, enumerated. */
const wordsOfRule = (words: readonly string[]): Text => enumerated(words.map(prose));

/** "None of the 17 lists that answered". */
export const answeredLists = (e: Evidence): Text => {
  const n = Number(e.answered?.[0] ?? 0);
  return n === 1 ? text`The one list that answered` : text`None of the ${count(n, "list")} that answered`;
};

/** What a verdict rests on without: lists that could not be asked, by name. */
export function without(e: Evidence): Text {
  return [
    ...(e.keyless?.length ? text` Not checked: ${titles(e.keyless)} (no key here).` : []),
    ...(e.absent?.length ? text` Not checked: ${titles(e.absent)} (no service for our resolver).` : []),
  ];
}

/** Which lists gave no answer, and why. */
export const silent = (e: Evidence): Text =>
  e.reason?.every((reason) => reason === "limit")
    ? text`${titles(e.open)} could not be asked: ${reasonsWords(e.reason)}.${without(e)}`
    : text`${titles(e.open)} gave no answer: ${reasonsWords(e.reason)}.${without(e)}`;

/** Lesser listings, named in passing. */
export const also = (e: Evidence): Text => (e.also?.length ? text` Also on ${titles(e.also)}.` : []);

const allListed = (e: Evidence): List[] =>
  unique([...(e.listed ?? []), ...(e.also ?? [])].flatMap((id) => listById(id) ?? []));
const isOfWeight = ({ readings }: Voice): boolean =>
  readings.some(({ effect, weight }) => effect === "listed" && weight !== "informational");

/** Who acts on the listings, in the lists' own words. */
export function whoCares(e: Evidence): Text {
  const known = allListed(e);
  if (known.length === 0) return prose("Servers that use these lists refuse or score such mail.");
  return known.flatMap((list, i) => [...(i > 0 ? prose(" ") : []), ...prose(`${list.title}: ${list.whoCares}`)]);
}

/** Off the lists, each at its own site. */
export function removal(e: Evidence, first: Text): Fix {
  const known = allListed(e);
  const steps = known.flatMap((list) => prose(` ${list.title}: ${list.removal.how}`));
  return {
    who: "list",
    does: [...first, ...steps],
    ...(known.length > 0 ? { copy: unique(known.map((list) => list.removal.url)).join("\n") } : {}),
  };
}

/**
 * The questions to ask again by hand, from one's own resolver: of the listings, else of one list that everybody may ask.
 * `labels` is what was asked about, as in front of a list's zone; without it there is nothing to ask.
 */
export function digs(labels: string | undefined, e: Evidence, otherwise: string): string[] {
  if (!labels) return [];
  const zones = (e.listed ?? [otherwise]).slice(0, 3).flatMap((id) => listById(id)?.zone ?? []);
  return zones.flatMap((zone) => {
    const name = `${labels}.${zone}`;
    return e.listed ? [...digFor("A", name), ...digFor("TXT", name)] : digFor("A", name);
  });
}
