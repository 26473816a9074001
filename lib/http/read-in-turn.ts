import { type Pasted, readPastedInSteps } from "../inbound/read-pasted.ts";

/** How long a long text is read before whatever else waits has its turn, in milliseconds. */
const TURN_MS = 20;

/** Reads a pasted text without keeping everybody else waiting. */
export async function readInTurn(text: string): Promise<Pasted> {
  const steps = readPastedInSteps(text);
  let until = performance.now() + TURN_MS;
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + TURN_MS;
  }
}
