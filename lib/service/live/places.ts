import { env } from "../env.ts";
import { FairQueue } from "../fair-queue.ts";
import { shared } from "../shared.ts";

/** The places for checks in this process, and who waits for one. */
export const places = (): FairQueue =>
  shared("places", () => {
    const { maxChecks, maxWaiting, waitSeconds } = env();
    return new FairQueue({ places: maxChecks, waiting: maxWaiting, waitMs: waitSeconds * 1000 });
  });
