import type { ListResult } from "../../facts/lists.ts";
import type { Failure } from "../../facts/lookup.ts";
import type { List, Weight } from "./list.ts";
import { possibleReadings, type Reading, readAnswer } from "./list-reading.ts";
import { listById } from "./lists.ts";

/** What a panel of lists comes to, from the least to the most serious. */
export const CONCLUSIONS = [
  "clean",
  "listed-broad",
  "listed-weak",
  "listed",
  "listed-identity",
  "listed-identity-high",
  "listed-high",
] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
/** The same, or why nothing is concluded: too little answered. */
export type PanelConclusion = Conclusion | "partly" | "broad-partly" | "listed-partly" | "too-few" | "temperror";

/** One list with what it said. */
export interface Voice {
  readonly list: List;
  readonly about: string;
  readonly addresses: readonly string[];
  readonly readings: readonly Reading[];
  readonly reasons: readonly string[];
}

/** All lists of one kind, sorted by what they said. */
export interface Panel {
  /** Most serious first. */
  readonly listings: readonly Voice[];
  /** Answered, and not a listing: nothing, or something neutral or good. */
  readonly others: readonly Voice[];
  /** No answer this time. */
  readonly open: readonly { readonly list: List; readonly about: string; readonly reason: Failure }[];
  /** Lists that are out of service, do not serve us, or want a key. They were not counted on. */
  readonly absent: readonly { readonly list: List; readonly about: string; readonly why: Absence }[];
}
export type Absence =
  | "no-key"
  | "no-test-entry"
  | "lists-everything"
  | "error-answer"
  | "out-of-service"
  | "not-served";

export function readPanel(results: readonly ListResult[]): Panel {
  const listings: Voice[] = [];
  const others: Voice[] = [];
  const open: Panel["open"][number][] = [];
  const absent: Panel["absent"][number][] = [];
  for (const { list: id, about, said } of results) {
    const list = listById(id);
    if (!list) continue;
    if (said.kind === "answered") {
      const readings = readAnswer(list, said.addresses);
      const voice = { list, about, addresses: said.addresses, readings, reasons: said.reasons };
      (readings.some(isListing) ? listings : others).push(voice);
    } else if (said.kind === "failed" && !said.lasting) open.push({ list, about, reason: said.reason });
    else
      absent.push({
        list,
        about,
        why: absence(list, said),
      });
  }
  return { listings: listings.toSorted((a, b) => gravityOf(b) - gravityOf(a)), others, open, absent };
}

/**
 * What the panel comes to. A conclusion is drawn only where no list that kept silent could have led to a more serious
 * one; the `-partly` ones otherwise, and `too-few` where nobody lists it but hardly anybody of weight answered.
 */
export function conclude(panel: Panel): PanelConclusion {
  const found = Math.max(0, ...panel.listings.map(gravityOf));
  const answered = [...panel.listings, ...panel.others];
  if (answered.length === 0) return panel.open.length > 0 ? "temperror" : "too-few";
  if (panel.open.some(({ list }) => worst(possibleReadings(list)) > found))
    return found === 0 ? "partly" : CONCLUSIONS[found] === "listed-broad" ? "broad-partly" : "listed-partly";
  if (found === 0 && !isEnough(panel)) return "too-few";
  return CONCLUSIONS[found] ?? "clean";
}

/** The listings that led to the conclusion. */
export function deciding({ listings }: Panel): readonly Voice[] {
  const found = Math.max(0, ...listings.map(gravityOf));
  return listings.filter((voice) => gravityOf(voice) === found);
}

/** At least half of the lists that matter answered; where none that can be asked matters, half of all. */
function isEnough({ listings, others, open, absent }: Panel): boolean {
  const asked = [...listings, ...others, ...open, ...absent.filter(({ why }) => why !== "no-key")];
  const matter = asked.filter(({ list }) => list.weight === "high" || list.weight === "medium");
  const counted = matter.length > 0 ? matter : asked;
  return 2 * counted.filter((each) => "readings" in each).length >= counted.length;
}

function absence(list: List, said: Exclude<ListResult["said"], { kind: "answered" }>): Absence {
  if (said.kind === "no-key") return "no-key";
  if (list.registered) return "not-served";
  return said.kind === "unusable" ? said.why : "out-of-service";
}

const isListing = ({ effect }: Reading): boolean => effect === "listed";
const gravityOf = ({ readings }: Voice): number => worst(readings);
const worst = (readings: readonly Reading[]): number => Math.max(0, ...readings.filter(isListing).map(gravity));

const byWeight: Readonly<Record<Weight, Conclusion>> = {
  informational: "listed-broad",
  low: "listed-weak",
  medium: "listed",
  high: "listed-high",
};

function gravity({ weight, cause }: Reading): number {
  if (cause !== "identity") return CONCLUSIONS.indexOf(byWeight[weight]);
  return CONCLUSIONS.indexOf(weight === "high" ? "listed-identity-high" : "listed-identity");
}
