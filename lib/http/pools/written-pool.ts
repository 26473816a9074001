import type { PresentedPool } from "../../checks/index.ts";
import { readPool } from "../../service/pools/read-pool.ts";
import { missing } from "../problem.ts";
import { type WrittenType, writtenFile } from "../written-file.ts";
import { presented } from "./pool-body.ts";

/** A pool in a written form, as a file to keep or to paste. */
export async function writtenPool(
  id: string,
  { headers }: Request,
  type: WrittenType,
  write: (pool: PresentedPool) => string,
): Promise<Response> {
  const reading = await readPool(id);
  if (reading.kind !== "pool") return missing(reading);
  return writtenFile(write(presented(id, reading.pool, headers)), type, `pool-${id}`);
}
