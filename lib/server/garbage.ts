import { setFlagsFromString } from "node:v8";

/**
 * A heap may grow by so much beyond what was in use when it was last collected, in percent. Where there is much memory V8 lets
 * it have four times that.
 */
const GROWTH = 25;

/** Has the heaps of all threads collected before they hold much garbage. To be called before a thread is started. */
export function keepLittleGarbage(): void {
  // V8 reads it whenever a collection has ended.
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  // What we are started with (`FLAGS` in scripts/node.mjs) is for this thread, and has been read. The others have limits of their
  // own, which it would overrule.
  setFlagsFromString("--max-semi-space-size=0");
}
