import type { Pool } from "../../checks/index.ts";
import type { PoolReading } from "./read-pool.ts";

/** The pool as it stands, each time something of it has changed; at the end what there is then. */
export async function* followPool(_id: string): AsyncGenerator<Pool, PoolReading> {
  yield* [];
  throw new Error("being written");
}
