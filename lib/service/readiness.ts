import { plain } from "../checks/index.ts";
import { checker } from "./checker/checker.ts";
import { places } from "./live/places.ts";
import { log } from "./log.ts";
import { port25Seen } from "./metrics.ts";
import { shared } from "./shared.ts";
import { instances, store } from "./store/current.ts";

/** How a part of the service is. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<"store" | "resolvers" | "port25" | "queue", string>>;
}

/** How long what was said of resolvers stands, in milliseconds; and how long we wait for it to be said. */
const RESOLVERS_MS = 60_000;
const PATIENCE_MS = 3_000;

interface Looked {
  at: number;
  faults: readonly string[];
  looking: Promise<void> | undefined;
}
const looked = (): Looked => shared("resolvers.looked", () => ({ at: 0, faults: [], looking: undefined }));

/** What is wrong with our resolvers: asked once a minute, however often somebody wants to know. */
async function resolverFaults(): Promise<readonly string[]> {
  const known = looked();
  if (Date.now() - known.at > RESOLVERS_MS)
    known.looking ??= checker()
      .lookAtResolvers()
      .then((faults) => void Object.assign(known, { at: Date.now(), faults: faults.map(plain) }))
      .catch((error: unknown) => {
        // Nothing is known of them then, which is not that nothing is wrong with them. It is tried again next time.
        log().error({ err: error }, "our resolvers could not be looked at");
        Object.assign(known, { at: 0, faults: ["Our resolvers could not be looked at."] });
      })
      .finally(() => {
        known.looking = undefined;
      });
  await Promise.race([known.looking, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
  // Of a first look that is still going on, nothing is known: not that all is well.
  return known.at === 0 && known.faults.length === 0 ? ["Our resolvers have not answered yet."] : known.faults;
}

/**
 * Whether checks can be started here: new reports can be kept, our resolvers can be believed, and there is room. A
 * blocked port 25 is said; what needs none of it still works.
 */
export async function readiness(): Promise<Readiness> {
  const writable = instances()
    .then((known) => known.probe())
    .then(
      () => "ok",
      () => "not writable",
    );
  const [kept, faults] = await Promise.all([writable, resolverFaults()]);
  const queue = places().isFull ? "full" : "ok";
  const resolvers = faults.length === 0 ? "ok" : faults.join(" ");
  return {
    ready: kept === "ok" && faults.length === 0 && queue === "ok",
    checks: { store: kept, resolvers, port25: port25Seen(), queue },
  };
}

/** Whether this process answers, and so does its store. Rejects where that does not. */
export const health = async (): Promise<{ readonly status: "ok" }> => {
  await (await store()).stateOf("");
  return { status: "ok" };
};
