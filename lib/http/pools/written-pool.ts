import type { PresentedPool } from "../../checks/index.ts";
import { readPool } from "../../service/pools/read-pool.ts";
import { missing } from "../problem.ts";
import { presented } from "./pool-body.ts";

/** A pool in a written form, as a file to keep or to paste. */
export async function writtenPool(
  id: string,
  { headers }: Request,
  type: "text/csv" | "text/markdown",
  write: (pool: PresentedPool) => string,
): Promise<Response> {
  const reading = await readPool(id);
  if (reading.kind !== "pool") return missing(reading);
  const name = `pool-${id}.${type === "text/csv" ? "csv" : "md"}`;
  return new Response(write(presented(id, reading.pool, headers)), {
    headers: {
      "content-type": `${type}; charset=utf-8${type === "text/csv" ? "; header=present" : ""}`,
      "cache-control": "private, no-cache",
      "content-disposition": `${type === "text/csv" ? "attachment" : "inline"}; filename="${name}"`,
    },
  });
}
