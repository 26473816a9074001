import { shared } from "../shared.ts";

/** Addresses that this process looks at at once, over all pools. */
const ROWS_AT_ONCE = 32;
/** As many of one pool until its first address is done: whoever waits for it waits for nothing else. */
const FIRST_ROWS = 4;

interface Line {
  readonly waiting: (() => void)[];
  taken: number;
  most: number;
}

/**
 * Lets addresses be looked at, so many at once. Pools take turns, so that a large one does not hold up a small one; a
 * pool begins with few, so that its first address comes as soon as it can.
 */
export class Gate {
  readonly #places: number;
  readonly #lines = new Map<string, Line>();
  #taken = 0;

  constructor(places = ROWS_AT_ONCE) {
    this.#places = places;
  }

  /** Does the work of one address of a pool when its turn has come. */
  async pass<T>(pool: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(pool) ?? { waiting: [], taken: 0, most: FIRST_ROWS };
    this.#lines.set(pool, line);
    const turn = new Promise<void>((resolve) => line.waiting.push(resolve));
    this.#serve();
    await turn;
    try {
      return await work();
    } finally {
      this.#taken--;
      line.taken--;
      line.most = this.#places;
      if (line.taken === 0 && line.waiting.length === 0) this.#lines.delete(pool);
      this.#serve();
    }
  }

  #serve(): void {
    for (let served = true; served; ) {
      served = false;
      for (const [pool, line] of [...this.#lines]) {
        if (this.#taken >= this.#places) return;
        const go = line.taken < line.most ? line.waiting.shift() : undefined;
        if (!go) continue;
        this.#taken++;
        line.taken++;
        served = true;
        // Whoever was served comes last now.
        this.#lines.delete(pool);
        this.#lines.set(pool, line);
        go();
      }
    }
  }
}

/** The gate of this process. */
export const gate = (): Gate => shared("pool-gate", () => new Gate());
