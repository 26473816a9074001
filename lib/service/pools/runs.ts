import type { PoolEntry, PoolLook, PoolLooker, PoolPlan } from "../../checks/index.ts";
import { checker, type PlacedLooker } from "../checker/checker.ts";
import { log } from "../log.ts";
import { shared } from "../shared.ts";
import { pools } from "../store/current.ts";
import { wakePool } from "./wakes.ts";
import { createRowWriter, type RowWriter } from "./writer.ts";

/** How often we look whether a pool has been cancelled at another instance, in milliseconds. */
const LOOK_MS = 1_000;

/** What this process does for one pool. */
export interface PoolRun {
  readonly signal: AbortSignal;
  readonly looker: PoolLooker;
  readonly writer: RowWriter;
  /** To be called by whoever took it. */
  readonly leave: () => void;
}

interface Run extends Omit<PoolRun, "leave"> {
  readonly looker: PlacedLooker;
  readonly stop: AbortController;
  readonly watch: NodeJS.Timeout;
  users: number;
}

const runs = () => shared("pool-runs", () => ({ byId: new Map<string, Run>(), isClosing: false }));

/** What this process does for a pool: one for all its jobs here. */
export async function joinRun(id: string, { options }: PoolPlan): Promise<PoolRun> {
  const store = await pools();
  const { byId } = runs();
  const run = byId.get(id) ?? begin();
  run.users++;
  return { ...run, leave };

  function begin(): Run {
    const stop = new AbortController();
    const { signal } = stop;
    const watch = setInterval(async () => {
      const found = await store.stateOf(id).catch(() => undefined);
      if (found && found.state !== "running") stop.abort();
    }, LOOK_MS);
    watch.unref();
    const writer = createRowWriter(id, store, () => wakePool(id));
    const looker = checker().openPool(options);
    signal.addEventListener("abort", looker.stop);
    const made = { signal, stop, watch, writer, looker, users: 0 };
    if (runs().isClosing) stop.abort();
    byId.set(id, made);
    return made;
  }

  function leave() {
    run.users--;
    if (run.users > 0) return;
    clearInterval(run.watch);
    run.looker.forget();
    if (byId.get(id) === run) byId.delete(id);
  }
}

/** Stops what this process does for a pool: it was cancelled or deleted. */
export function stopRun(id: string): void {
  runs().byId.get(id)?.stop.abort();
  wakePool(id);
}

/** Stops all of it, as this process ends; what is left is for the others, or for its next start. */
export function stopRuns(): void {
  const all = runs();
  all.isClosing = true;
  for (const { stop } of all.byId.values()) stop.abort();
}

export const isClosing = (): boolean => runs().isClosing;

/** Looks at one address. A fault of ours is not known of the address, and does not hold up the others. */
export async function lookOrUnknown(looker: PoolLooker, entry: PoolEntry): Promise<PoolLook> {
  try {
    return await looker.look(entry);
  } catch (error) {
    log().error({ err: error }, "an address of a pool could not be looked at by a fault of ours");
    const unknown = { group: "reverse", status: "unknown", outcome: "temperror", evidence: {} } as const;
    return {
      ...{ ptrCount: 0, confirmed: [], isConfirmed: null, listed: [], unasked: [], questions: 0 },
      verdicts: [{ subject: entry.address, signal: "reverse-dns", ...unknown }],
    };
  }
}

/** Asks one server, likewise: it counts as asked, and what it says is not known. */
export async function askOrUnknown(looker: PoolLooker, entry: PoolEntry, look: PoolLook): Promise<PoolLook> {
  try {
    return await looker.ask(entry, look);
  } catch (error) {
    log().error({ err: error }, "a server of a pool could not be asked by a fault of ours");
    const smtp = { connection: "cancelled" } as const;
    // Where the EHLO name was given, DNS alone has judged it.
    if (look.verdicts.some(({ signal }) => signal === "ehlo-name")) return { ...look, smtp };
    const unknown = { group: "greeting", status: "unknown", outcome: "temperror", evidence: {} } as const;
    return { ...look, smtp, verdicts: [...look.verdicts, { subject: entry.address, signal: "ehlo-name", ...unknown }] };
  }
}
