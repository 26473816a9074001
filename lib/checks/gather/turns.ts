/** How long questions about what nobody asked for give way to the others, in milliseconds. */
const PATIENCE_MS = 3_000;

/** One question's place in the queue. */
export interface Turn {
  /** Settles when it may be sent; undefined where that is now. */
  readonly ready: Promise<void> | undefined;
  /** Lets it go at once: something with a better rank waits for it too. */
  readonly hurry: () => void;
  /** To be called when it is answered. */
  readonly end: () => void;
}

/**
 * The order in which the questions of one check are sent: those of rank 0 at once; those of a higher rank when no
 * question of a lower one is open, or after some seconds at the latest. So the budget is spent on what was asked for
 * before it is spent on what was only found on the way.
 */
export function createTurns(signal: AbortSignal, patienceMs = PATIENCE_MS) {
  const open: number[] = [];
  const waiting = new Map<() => void, number>();
  let looking = false;

  const isQuietBelow = (rank: number) => open.slice(0, rank).every((count) => !count);
  // Whoever waited for an answer asks its next question before this runs.
  const lookSoon = () => {
    if (looking || waiting.size === 0) return;
    looking = true;
    setImmediate(() => {
      looking = false;
      for (const [go, rank] of waiting) if (isQuietBelow(rank)) go();
    });
  };
  signal.addEventListener("abort", () => [...waiting.keys()].forEach(call), { once: true });

  return (rank: number): Turn => {
    open[rank] = (open[rank] ?? 0) + 1;
    const end = () => {
      open[rank] = (open[rank] ?? 1) - 1;
      lookSoon();
    };
    if (rank === 0 || signal.aborted) return { ready: undefined, hurry: () => {}, end };
    const ready = Promise.withResolvers<void>();
    const go = () => {
      clearTimeout(late);
      waiting.delete(go);
      ready.resolve();
    };
    const late = setTimeout(go, patienceMs);
    waiting.set(go, rank);
    lookSoon();
    return { ready: ready.promise, hurry: go, end };
  };
}

const call = (go: () => void) => go();
