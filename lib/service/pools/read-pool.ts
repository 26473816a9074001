import type { Pool } from "../../checks/index.ts";

/** What there is under a pool's id. */
export type PoolReading =
  | { readonly kind: "pool"; readonly pool: Pool }
  | { readonly kind: "gone"; readonly why: "deleted" | "expired" }
  | { readonly kind: "unknown" };

/** A pool by its id, as it stands while it runs and as it was ever after. Present it with `presentPool`. */
export async function readPool(_id: string): Promise<PoolReading> {
  throw new Error("being written");
}

/** Cancels a running pool, wherever it runs, with its maker's token: what is left is not looked at. */
export async function cancelPool(
  _id: string,
  _token: string,
): Promise<"cancelled" | "over" | "forbidden" | "gone" | "unknown"> {
  throw new Error("being written");
}

/** Deletes a pool for good, with its maker's token. */
export async function removePool(_id: string, _token: string): Promise<"removed" | "forbidden" | "gone" | "unknown"> {
  throw new Error("being written");
}
