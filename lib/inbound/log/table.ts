import { type DomainName, type IpAddress, parseAddress, type Text } from "../../checks/view.ts";
import { CAUSES, isCause } from "../bounce/causes.ts";
import { causeWords } from "../explain.ts";
import { receiverTitle } from "../receivers.ts";
import { addressesIn, fullName } from "../values.ts";
import { type LogReading, RANK } from "./reading.ts";
import { type AddressRecords, recordsOf } from "./step-records.ts";

/** What one row of the table says: a receiver, a sending address, a cause. */
export interface TableRow {
  /** Its name for the reader; empty where nobody knows. */
  readonly receiver: string;
  readonly address: IpAddress | null;
  readonly cause: LogReading["cause"];
  readonly permanence: LogReading["permanence"];
  readonly count: number;
  /** Reply and status codes, each combination once. */
  readonly codes: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
}

/** Rows of readings that differ in sender, EHLO name or codes only, in the readings' order. */
export function tableOf(readings: readonly LogReading[]): TableRow[] {
  const rows = new Map<string, TableRow>();
  for (const reading of readings) {
    const { receiver, address, cause, permanence } = reading;
    const key = JSON.stringify([receiver, address, cause, permanence]);
    const row = rows.get(key);
    rows.set(key, {
      receiver: receiver === null ? "" : receiverTitle(receiver),
      address,
      cause,
      permanence,
      count: (row?.count ?? 0) + reading.count,
      codes: [...new Set([...(row?.codes ?? []), codesOf(reading)])].filter(Boolean).slice(0, 6),
      first: earlier(row?.first ?? null, reading.first),
      last: later(row?.last ?? null, reading.last),
    });
  }
  return [...rows.values()].toSorted((a, b) => RANK[a.permanence] - RANK[b.permanence] || b.count - a.count);
}

const codesOf = ({ codes }: LogReading): string => [codes.reply, codes.status, ...codes.own].filter(Boolean).join(" ");
const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);
const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);

/** How many recipients of each end. */
export interface Counts {
  readonly refused: number;
  readonly deferred: number;
  readonly accepted: number;
}

export function countsOf(rows: readonly Pick<TableRow, "permanence" | "count">[]): Counts {
  const of = (wanted: (permanence: TableRow["permanence"]) => boolean) =>
    rows.filter(({ permanence }) => wanted(permanence)).reduce((sum, row) => sum + row.count, 0);
  return {
    refused: of((one) => one === "permanent" || one === "unknown"),
    deferred: of((one) => one === "temporary"),
    accepted: of((one) => one === "accepted"),
  };
}

/** What each receiver did with all of it: "T-Online refused 6 of 6", those with most recipients first. */
export function receiverSentences(rows: readonly TableRow[], most: number): string[] {
  return [...Map.groupBy(rows, ({ receiver }) => receiver)]
    .filter(([receiver]) => receiver !== "")
    .map(([receiver, own]) => ({ receiver, counts: countsOf(own) }))
    .map((one) => ({ ...one, all: one.counts.refused + one.counts.deferred + one.counts.accepted }))
    .toSorted((a, b) => b.all - a.all)
    .slice(0, most)
    .map(({ receiver, counts, all }) => {
      const parts = (["refused", "deferred", "accepted"] as const).filter((end) => counts[end] > 0);
      const [only] = parts;
      if (parts.length === 1 && only)
        return `${receiver} ${only} ${counts[only]}${only === "accepted" ? "" : ` of ${all}`}`;
      return `${receiver} ${parts.map((end) => `${end} ${counts[end]}`).join(", ")} of ${all}`;
    });
}

/** An address that receivers saw, and what became of the mail from it. */
export interface SeenAddress extends Counts {
  readonly address: IpAddress;
  /** Undefined where the reader did not say what to send from, or where it may be of a name that could not be looked up. */
  readonly meant: boolean | undefined;
}

/** What the reader said to send from. */
export interface Meant {
  readonly addresses: readonly IpAddress[];
  readonly names: readonly DomainName[];
  /** Those of the names that have no address, as far as could be found out. */
  readonly unresolved?: readonly DomainName[];
  /** Those whose addresses could not all be looked up. */
  readonly unanswered?: readonly DomainName[];
}

/** Reads what somebody put into the field: addresses and names, in any order. */
export function readMeant(field: string): Meant {
  const short = field.slice(0, 10_000);
  const addresses = [...new Set(addressesIn(short).map(({ address }) => address))].slice(0, 256);
  const names = short
    .split(/[\s,;]+/)
    .filter((word) => !parseAddress(word))
    .flatMap((word) => fullName(word) ?? []);
  return { addresses, names: [...new Set(names)].slice(0, 64) };
}

/** The addresses seen, those that were not meant first, then those with most refusals. */
export function seenAddresses(rows: readonly TableRow[], { addresses, unanswered = [] }: Meant): SeenAddress[] {
  const isMeant = (address: IpAddress): boolean | undefined =>
    addresses.includes(address) || (addresses.length === 0 || unanswered.length > 0 ? undefined : false);
  return [...Map.groupBy(rows, ({ address }) => address)]
    .flatMap(([address, own]) => (address === null ? [] : [{ address, meant: isMeant(address), ...countsOf(own) }]))
    .toSorted(
      (a, b) => Number(a.meant ?? true) - Number(b.meant ?? true) || b.refused - a.refused || b.deferred - a.deferred,
    );
}

/** EHLO names in the text that the reader did not name; none where no name was given. */
export function strangeNames(readings: readonly LogReading[], { names }: Meant): DomainName[] {
  if (names.length === 0) return [];
  const said = new Set(readings.flatMap(({ helo }) => (helo === null ? [] : [helo])));
  return [...said].filter((helo) => !names.includes(helo)).slice(0, 20);
}

/** One cause: what it means, who must act, what to do first. */
export interface CauseStep {
  readonly cause: LogReading["cause"];
  /** The recipients it ends at, refused and deferred. */
  readonly refused: number;
  readonly deferred: number;
  readonly receivers: readonly string[];
  readonly addresses: readonly IpAddress[];
  readonly title: string;
  readonly means: Text;
  readonly who: string;
  readonly next: Text | undefined;
  readonly link: { readonly title: string; readonly url: string } | undefined;
  /** What is to be entered, for each address: where records end it. */
  readonly records: readonly AddressRecords[];
}

/** Causes in the order of how many recipients they cost. What is accepted has none. */
export function causeSteps(readings: readonly LogReading[], rows: readonly TableRow[]): CauseStep[] {
  return [...Map.groupBy(rows, ({ cause }) => cause)]
    .flatMap(([cause, own]): CauseStep[] => {
      if (cause === "accepted" || !isCause(cause)) return [];
      const receivers = [...new Set(own.map(({ receiver }) => receiver).filter(Boolean))];
      const ids = new Set(readings.flatMap((one) => (one.cause === cause && one.receiver ? [one.receiver] : [])));
      const [only] = ids;
      const context = { kind: "bounce", cause, codes: [], saw: {} } as const;
      const { means, who, next, link } = causeWords(ids.size === 1 && only ? { ...context, receiver: only } : context);
      const { refused, deferred } = countsOf(own);
      const addresses = [...new Set(own.flatMap(({ address }) => address ?? []))];
      return [
        {
          cause,
          refused,
          deferred,
          receivers,
          addresses,
          records: recordsOf(cause, addresses, readings),
          title: causeTitle(cause),
          means,
          who: who ?? "",
          next,
          link,
        },
      ];
    })
    .toSorted((a, b) => b.refused - a.refused || b.deferred - a.deferred);
}

/** What a cause is called in a table: "The address has no PTR record". */
export function causeTitle(cause: LogReading["cause"]): string {
  if (cause === "accepted") return "";
  const { said } = CAUSES[cause];
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** How it stands, in one sentence: "31 of 38 recipients were refused, for 3 causes." */
export function headlineOf(rows: readonly TableRow[]): string {
  const { refused, deferred, accepted } = countsOf(rows);
  const all = refused + deferred + accepted;
  if (all === 0) return "No delivery of yours is in this text.";
  const permanence = refused > 0 ? ["permanent", "unknown"] : ["temporary"];
  const causes = new Set(rows.filter((row) => permanence.includes(row.permanence)).map(({ cause }) => cause)).size;
  const reasons = `for ${causes === 1 ? "one cause" : `${causes} causes`}`;
  if (refused > 0) return `${refused} of ${of(all)} ${refused === 1 ? "was" : "were"} refused, ${reasons}.`;
  if (deferred > 0) return `${deferred} of ${of(all)} ${deferred === 1 ? "waits" : "wait"}, ${reasons}.`;
  return `${all === 1 ? "The only recipient was" : `All ${all} recipients were`} accepted.`;
}

const of = (all: number): string => `${all} ${all === 1 ? "recipient" : "recipients"}`;
