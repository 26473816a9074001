import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { type Report, reportSchema } from "../../checks/index.ts";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Far above any real report; a damaged row cannot make us unpack more. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A report as bytes. Validated, so that nothing gets in that would not come out again. */
export async function packReport(report: Report): Promise<Uint8Array> {
  const json = JSON.stringify(reportSchema.parse(report));
  return compress(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

export async function unpackReport(bytes: Uint8Array): Promise<Report> {
  const json = await decompress(bytes, { maxOutputLength: MAX_BYTES });
  return reportSchema.parse(JSON.parse(json.toString("utf8")));
}
