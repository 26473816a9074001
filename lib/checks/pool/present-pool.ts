import type { Pool } from "./pool.ts";
import type { PoolComparison, PresentedPool } from "./presented-pool.ts";

/** A pool with its words. `now` is for the progress of a running one, in epoch milliseconds. */
export function presentPool(_pool: Pool, _at: { id: string; url: string; now: number }): PresentedPool {
  throw new Error("being written");
}

/** What changed between two pools, by address. */
export function comparePools(_before: PresentedPool, _after: PresentedPool): PoolComparison {
  throw new Error("being written");
}
