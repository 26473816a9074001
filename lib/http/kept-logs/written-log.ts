import type { Json } from "../../checks/index.ts";
import { type KeptLogReading, readKeptLog } from "../../service/kept-logs/read-kept-log.ts";
import { meantJson, readingsJson } from "../api/reading-json.ts";
import type { keptLog } from "../api/schemas.ts";
import { originOf } from "../headers.ts";
import { missing } from "../problem.ts";
import { taggedJson } from "../tagged-json.ts";
import { type WrittenType, writtenFile } from "../written-file.ts";

type Kept = (KeptLogReading & { readonly kind: "log" })["log"];

/** A kept table as programs get it. */
export function keptLogJson({ id, keptAt, table }: Kept, origin: string): Json<typeof keptLog> {
  const { readings, unread, lines, meant } = table;
  return {
    ...{ id, url: `${origin}/log/${id}`, keptAt: new Date(keptAt).toISOString() },
    ...{ readings: readingsJson(readings), unread, lines },
    ...(meant.addresses.length + meant.names.length > 0 ? { meant: meantJson(meant, readings) } : {}),
  };
}

/** The same as an answer. */
export async function keptLogResponse(id: string, request: Request): Promise<Response> {
  const reading = await readKeptLog(id);
  if (reading.kind !== "log") return missing(reading);
  return taggedJson(keptLogJson(reading.log, originOf(request.headers)), request, { running: false });
}

/** A kept table in a written form, as a file to take along or to paste. */
export async function writtenLog(
  id: string,
  { headers }: Request,
  type: WrittenType,
  write: (log: Kept, url: string) => string,
): Promise<Response> {
  const reading = await readKeptLog(id);
  if (reading.kind !== "log") return missing(reading);
  return writtenFile(write(reading.log, `${originOf(headers)}/log/${id}`), type, `log-${id}`);
}
