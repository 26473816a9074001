import type { Note } from "./note.ts";

/** What a line of comma-separated values tells, and when. */
export interface CsvReading {
  readonly at: string | undefined;
  readonly notes: readonly Note[];
}
/** Undefined: the line is none of this log. */
export type CsvReader = (line: string) => CsvReading | undefined;

/** The fields of one line of comma-separated values (RFC 4180): quoted ones may hold commas and doubled quotes. */
export function csvFields(line: string): string[] {
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] === '"') {
      let field = "";
      for (at++; at < line.length; at++) {
        const end = line.indexOf('"', at);
        const stop = end < 0 ? line.length : end;
        field += line.slice(at, stop);
        at = stop + 1;
        if (line[at] !== '"') break;
        field += '"';
      }
      const comma = line.indexOf(",", at);
      fields.push(field);
      at = comma < 0 ? line.length + 1 : comma + 1;
    } else {
      const comma = line.indexOf(",", at);
      fields.push(line.slice(at, comma < 0 ? line.length : comma));
      at = comma < 0 ? line.length + 1 : comma + 1;
    }
  }
  return fields;
}

/** The names of columns as one spelling: `Event-Id`, `EventId` and `event-id` are `eventid`. */
export const columnsOf = (fields: readonly string[]): readonly string[] =>
  fields.map((field) => field.toLowerCase().replace(/[^a-z]/g, ""));

/** Looks up fields of a row by the name of their column. */
export const rowOf =
  (columns: readonly string[], fields: readonly string[]) =>
  (name: string): string => {
    const at = columns.indexOf(name);
    return at < 0 ? "" : (fields[at] ?? "").trim();
  };
