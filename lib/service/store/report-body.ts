import { type Report, reportSchema } from "../../checks/index.ts";
import { packJson, unpackJson } from "./packed-json.ts";

/** Far above any real report; a damaged row cannot make us unpack more. In octets. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A report as bytes. Validated, so that nothing gets in that would not come out again. */
export const packReport = async (report: Report): Promise<Uint8Array> => packJson(reportSchema.parse(report));

export const unpackReport = async (bytes: Uint8Array): Promise<Report> =>
  reportSchema.parse(await unpackJson(bytes, MAX_BYTES));
