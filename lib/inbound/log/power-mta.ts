import { type CsvReader, columnsOf, csvFields, rowOf } from "./csv-line.ts";
import { instant } from "./line-head.ts";
import { facts, type Note, outcome, type State } from "./note.ts";
import { relayIn } from "./relay.ts";

/** Types of records: a delivery, a bounce, a bounce that came later by mail, an attempt that was put off. */
const STATES: Readonly<Record<string, State>> = { d: "accepted", b: "refused", rb: "refused", t: "deferred" };

/**
 * PowerMTA's accounting files, whose first line names the columns; which ones, and in what order, is the operator's. A
 * record ends one attempt for one recipient; `dlvSourceIp` is the address it was sent from.
 */
export function powerMta(): CsvReader {
  let columns: readonly string[] = [];
  return (line) => {
    if (/^"?type"?,/i.test(line)) {
      const named = columnsOf(csvFields(line));
      if (!named.includes("rcpt") || !(named.includes("dsnstatus") || named.includes("dsndiag"))) return undefined;
      columns = named;
      return { at: undefined, notes: [] };
    }
    if (columns.length === 0 || !/^"?[a-z]{1,3}"?,/.test(line)) return undefined;
    const row = rowOf(columns, csvFields(line));
    const [, day, time, zone] =
      /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d) ?(Z|[+-]\d\d:?\d\d)?/.exec(row("timelogged")) ?? [];
    const at = day ? instant(`${day}T${time}`, zone) : undefined;
    return { at, notes: notesOf(row) };
  };
}

function notesOf(row: (name: string) => string): readonly Note[] {
  const state = STATES[row("type")];
  // The same recipient of another job, or of another minute, is another message.
  const message = `pmta ${row("messageid") || row("envid") || `${row("jobid")} ${row("timequeued")} ${row("orig")}`}`;
  if (!state || !row("rcpt")) return [];
  const server = relayIn(row("dsnmta"));
  const status = /^([245]\.\d{1,3}\.\d{1,3})/.exec(row("dsnstatus"))?.[1];
  const host =
    server ?? (/^([\w-]+(?:\.[\w-]+)+)/.test(row("dsnmta")) ? { host: row("dsnmta").split(/[\s(]/)[0] ?? "" } : {});
  return [
    facts(message, { from: row("orig"), ...(row("messageid") ? { messageId: row("messageid") } : {}) }),
    outcome(message, {
      state,
      to: [row("rcpt")],
      ...host,
      ...(row("dlvsourceip") ? { local: row("dlvsourceip") } : {}),
      said: row("dsndiag").replace(/^smtp;\s*/i, ""),
      ...(status ? { status } : {}),
    }),
  ];
}
