/**
 * One value per process, however many copies of a module there are: the server and Next's bundle each load their own,
 * and Next's bundle may hold several. What must be one of a kind (the store, the checks under way) is kept on
 * `globalThis` under a registered symbol. Made on first use, never when a module loads: modules load during the build.
 */
export function shared<T>(name: string, make: () => T): T {
  const slots = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`nameplate.${name}`);
  const present = slots[key];
  if (present !== undefined) return present;
  const made = make();
  slots[key] = made;
  return made;
}
