import { letIn, txtLine } from "../../formats/spf/publish.ts";
import { parseAddress } from "../../net/address.ts";
import { count, type Text, text } from "../../net/safe-text.ts";
import { forwardRecord, ptrRecord } from "../plan/records.ts";
import { plannedRemedy } from "./planned-name.ts";
import type { SeenAddress, SendingAs } from "./sending-input.ts";
import { verdictOf } from "./tick.ts";

/** Lines for one zone. What is there already is commented out, so that the rest can be put in as it stands. */
export interface ZoneSnippet {
  readonly id: "own" | "reverse";
  readonly says: Text;
  readonly lines: readonly string[];
  /** How many of the lines are missing. */
  readonly missing: number;
  /** Of how many records it is not known: their lines are left out. */
  readonly unknown: number;
}

interface Entry {
  readonly line: string;
  readonly there: boolean;
  /** Nothing to put in as it stands: a value is the reader's. */
  readonly unfinished?: true;
}

/** What could not be found out: whether the record is there, or what it would have to say. */
const NOT_KNOWN = undefined;
type Found = Entry | typeof NOT_KNOWN;

/**
 * The records of a plan: those of its own zones, and those for whoever holds the reverse zones. Of `unseen` more
 * addresses there is no finished check.
 */
export function zoneSnippets(seen: readonly SeenAddress[], as: SendingAs, unseen: number): readonly ZoneSnippet[] {
  if (seen.length === 0) return [];
  const open: Found[] = Array.from({ length: unseen }, () => NOT_KNOWN);
  const own = [
    ...seen.flatMap((one) => forwardEntry(one, as)),
    ...open,
    ...spfEntry(seen, as),
    ...dkimEntries(seen, as),
    ...dmarcEntry(seen),
  ];
  const reverse = [...seen.flatMap((one) => ptrEntry(one, as)), ...open];
  const all: ZoneSnippet[] = [
    snippet("own", own, text`For your own zones. What is there already is commented out.`),
    snippet("reverse", reverse, text`For the reverse zones: whoever holds the addresses publishes these.`),
  ];
  return all.filter(({ lines, unknown }) => lines.length + unknown > 0);
}

function snippet(id: ZoneSnippet["id"], entries: readonly Found[], says: Text): ZoneSnippet {
  const known = entries.filter((entry) => entry !== NOT_KNOWN);
  const lines = known.map(({ line, there, unfinished }) => (there || unfinished ? `; ${line}` : line));
  const unknown = entries.length - known.length;
  const open = unknown > 0 ? text` ${count(unknown, "record")} could not be looked up.` : [];
  const missing = known.filter(({ there }) => !there).length;
  return { id, says: [...says, ...open], lines: [...new Set(lines)], missing, unknown };
}

function forwardEntry(one: SeenAddress, { name }: SendingAs): Found[] {
  const remedy = plannedRemedy(one, name);
  if (!remedy?.wanted) return [];
  const { leads } = remedy.wanted;
  // Where nobody could be asked, nothing is said to be missing.
  return leads === "unknown"
    ? [NOT_KNOWN]
    : [{ line: forwardRecord(remedy, remedy.wanted.name), there: leads === "back" }];
}

function ptrEntry(one: SeenAddress, { name }: SendingAs): Found[] {
  const remedy = plannedRemedy(one, name);
  const verdict = verdictOf(one, "reverse-dns");
  if (!remedy?.wanted) return [];
  if (!verdict || verdict.status === "unknown") return [NOT_KNOWN];
  const { address, owners, ptr, wanted } = remedy;
  const line = ptrRecord(address, wanted.name, owners.ptr.evidence.owner?.[0]);
  return [{ line, there: ptr.length === 1 && ptr[0] === wanted.name }];
}

/** One SPF record for all addresses: two records beside each other would be none. */
function spfEntry(seen: readonly SeenAddress[], { from }: SendingAs): Found[] {
  const verdicts = seen.flatMap((one) => {
    const verdict = verdictOf(one, "spf");
    return verdict ? [{ address: one.address, verdict }] : [];
  });
  const open = verdicts.filter(({ verdict }) => verdict.evidence.proposed?.[0] !== undefined);
  const [first, ...others] = open;
  if (!first) {
    const isOpen = verdicts.some(({ verdict }) => verdict.status === "unknown");
    const there = verdicts.find(({ verdict }) => verdict.evidence.record?.[0])?.verdict;
    const domain = there?.evidence.domain?.[0] ?? from;
    return [
      ...(there && domain ? [{ line: txtLine(domain, there.evidence.record?.[0] ?? ""), there: true }] : []),
      ...(isOpen ? [NOT_KNOWN] : []),
    ];
  }
  const { verdict } = first;
  // Where the record cannot be put, behind somebody else's alias, the fix has none to copy either.
  const owner = verdict.fix?.copy?.split(/\s/, 1)[0]?.replace(/\.$/, "");
  if (owner === undefined) return [];
  const decided = verdict.outcome === "none" ? "~all" : verdict.evidence.path?.[0];
  const value = others.reduce((record, { address }) => {
    const parsed = parseAddress(address);
    return parsed ? letIn(record, parsed, decided) : record;
  }, verdict.evidence.proposed?.[0] ?? "");
  return [{ line: txtLine(owner, value), there: false }];
}

/** Only its owner has the key, so such a line is never one to put in as it stands. */
function dkimEntries(seen: readonly SeenAddress[], { from, selectors }: SendingAs): Found[] {
  const verdict = seen.map((one) => verdictOf(one, "dkim-keys")).find((one) => one !== undefined);
  if (!verdict || from === undefined) return [];
  if (verdict.status === "unknown") return [NOT_KNOWN];
  const lacking = verdict.outcome === "missing" ? (verdict.evidence.selector ?? selectors) : [];
  return lacking.map((selector) => ({
    line: `${txtLine(`${selector}._domainkey.${from}`, "v=DKIM1; k=rsa; p=YOUR-PUBLIC-KEY")}`,
    there: false,
    unfinished: true,
  }));
}

function dmarcEntry(seen: readonly SeenAddress[]): Found[] {
  const verdict = seen.map((one) => verdictOf(one, "dmarc")).find((one) => one !== undefined);
  if (!verdict) return [];
  const { fix, status } = verdict;
  if (fix?.copy !== undefined && status !== "unknown") return [{ line: fix.copy, there: false }];
  const [record] = verdict.evidence.record ?? [];
  const [at] = verdict.evidence.at ?? verdict.evidence.domain ?? [];
  if (record === undefined || at === undefined) return status === "unknown" ? [NOT_KNOWN] : [];
  return [{ line: txtLine(at.startsWith("_dmarc.") ? at : `_dmarc.${at}`, record), there: true }];
}
