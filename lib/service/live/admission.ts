import { setTimeout as sleep } from "node:timers/promises";
import { env } from "../env.ts";
import type { NoPlace, Place } from "../fair-queue.ts";
import { anonymous, network, site } from "../limits.ts";
import { store } from "../store/current.ts";
import { places } from "./places.ts";

/** A place for a check, and the name its network is counted under at other instances. */
export interface Admitted extends Place {
  readonly network: string;
}

/** What the networks of one IPv6 /48 may have running together, as a multiple of one's share. */
const SITE_SHARES = 4;
/** How often we look whether checks at other instances have ended, in milliseconds. */
const LOOK_MS = 250;

/** A place for one more check of this client, at once or after waiting for its turn; or why there is none. */
export async function admit(client: string): Promise<Admitted | NoPlace> {
  const { checksAtOnce, waitSeconds } = env();
  const until = Date.now() + waitSeconds * 1000;
  const above = site(client);
  const own = { key: network(client), places: checksAtOnce };
  const place = await places().enter(
    above === undefined ? [own] : [own, { key: `${above}/48`, places: SITE_SHARES * checksAtOnce }],
  );
  if (typeof place === "string") return place;
  try {
    const name = await anonymous(own.key);
    const kept = await store();
    // What runs at other instances counts as well.
    while ((await kept.runningOf(name)) >= checksAtOnce) {
      if (Date.now() > until) {
        place.release();
        return "own";
      }
      await sleep(LOOK_MS);
    }
    return { ...place, network: name };
  } catch (error) {
    place.release();
    throw error;
  }
}
