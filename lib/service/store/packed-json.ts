import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** A value as bytes, in JSON. */
export const packJson = async (value: unknown): Promise<Uint8Array> =>
  compress(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** The same back. Rejects where the bytes are no such value, or one of more than `max` octets in JSON. */
export async function unpackJson(bytes: Uint8Array, max: number): Promise<unknown> {
  const json = await decompress(bytes, { maxOutputLength: max });
  return JSON.parse(json.toString("utf8"));
}
