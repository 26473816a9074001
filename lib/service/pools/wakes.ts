import { shared } from "../shared.ts";

const waiting = () => shared("pool-wakes", () => new Map<string, Set<() => void>>());

/** Tells those in this process who wait for a pool that something of it has changed. */
export function wakePool(id: string): void {
  const all = waiting().get(id);
  waiting().delete(id);
  for (const call of all ?? []) call();
}

/** Settles when something of a pool is written in this process, or after so many milliseconds: others write, too. */
export function poolChanged(id: string, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      waiting().get(id)?.delete(done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    const all = waiting().get(id) ?? new Set();
    waiting().set(id, all.add(done));
  });
}
