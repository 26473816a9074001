import { vi } from "vitest";
import { afterTurns } from "./turns.ts";

/**
 * Runs work with its servers in simulated time: sockets are real, clocks are not. The clock stands still while anybody
 * has something to read, and then jumps to the next timer. A minute passes in no time, and what took how long is the
 * same on every machine.
 */
export async function inSimulatedTime<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  try {
    let isOver = false;
    const result = work().finally(() => {
      isOver = true;
    });
    result.catch(() => undefined);
    while (!isOver) {
      await new Promise<void>((resolve) => afterTurns(resolve));
      if (!isOver) await vi.advanceTimersToNextTimerAsync();
    }
    return await result;
  } finally {
    vi.useRealTimers();
  }
}
