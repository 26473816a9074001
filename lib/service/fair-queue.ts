/** What somebody holds a place under, and how many places that may hold at once. */
export interface Share {
  readonly key: string;
  readonly places: number;
}

export interface QueueLimits {
  /** Places in all. */
  readonly places: number;
  /** How many may wait. */
  readonly waiting: number;
  /** How long one waits before it is sent away, in milliseconds. */
  readonly waitMs: number;
}

/** A place that was given; it is given back once. */
export interface Place {
  readonly release: () => void;
}

/** Why there was no place: the asker's own shares are used up, or everything is taken. */
export type NoPlace = "own" | "full";

interface Waiting {
  readonly shares: readonly Share[];
  readonly settle: (result: Place | NoPlace) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Gives out places, each network its share. Who finds none waits; freed places go round the networks that wait, one
 * each, so that nobody who asks a lot is served before those who ask little. Where too many wait, the newest of the
 * network with most of them is sent away.
 */
export class FairQueue {
  readonly #limits: QueueLimits;
  readonly #taken = new Map<string, number>();
  /** Who waits, by network, in the order in which the networks come next. */
  readonly #waiting = new Map<string, Waiting[]>();
  #places = 0;
  #count = 0;
  #tell: ((room: number) => void) | undefined;
  #told: number | undefined;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** How many could still get a place or wait for one. */
  get room(): number {
    const { places, waiting } = this.#limits;
    return Math.max(0, places - this.#places) + Math.max(0, waiting - this.#count);
  }

  /** Has somebody told at once how much room there is, now and whenever that changes. */
  whenRoomChanges(tell: (room: number) => void): void {
    this.#tell = tell;
    this.#told = this.room;
    tell(this.room);
  }

  #changed(): void {
    if (this.room === this.#told) return;
    this.#told = this.room;
    this.#tell?.(this.room);
  }

  /** How many places are taken. */
  get taken(): number {
    return this.#places;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#count;
  }

  /** Whether nobody new could even wait. */
  get isFull(): boolean {
    return this.room === 0;
  }

  /** A place under all of these shares; the first names the network whose turn it is. */
  enter(shares: readonly [Share, ...Share[]]): Promise<Place | NoPlace> {
    const [{ key }] = shares;
    if (!this.#waiting.has(key) && this.#fits(shares)) {
      const place = this.#take(shares);
      this.#changed();
      return Promise.resolve(place);
    }
    if (this.#count >= this.#limits.waiting && !this.#makeRoomFor(key)) return Promise.resolve(this.#why(shares));
    return new Promise((settle) => {
      const timer = setTimeout(() => {
        this.#remove(key, one);
        this.#changed();
        settle(this.#why(shares));
      }, this.#limits.waitMs).unref();
      const one: Waiting = { shares, settle, timer };
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), one]);
      this.#count++;
      this.#changed();
    });
  }

  #fits(shares: readonly Share[]): boolean {
    return this.#places < this.#limits.places && this.#ownFits(shares);
  }

  #ownFits(shares: readonly Share[]): boolean {
    return shares.every(({ key, places }) => (this.#taken.get(key) ?? 0) < places);
  }

  #why(shares: readonly Share[]): NoPlace {
    return this.#ownFits(shares) ? "full" : "own";
  }

  #take(shares: readonly Share[]): Place {
    this.#places++;
    for (const { key } of shares) this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        this.#places--;
        for (const { key } of shares) {
          const left = (this.#taken.get(key) ?? 1) - 1;
          if (left > 0) this.#taken.set(key, left);
          else this.#taken.delete(key);
        }
        this.#serve();
        this.#changed();
      },
    };
  }

  /** Gives what is free to those whose turn it is. */
  #serve(): void {
    for (let served = true; served && this.#places < this.#limits.places; ) {
      served = false;
      for (const [key, queue] of [...this.#waiting]) {
        const [first] = queue;
        if (!first || !this.#fits(first.shares)) continue;
        this.#remove(key, first);
        // Whoever was served comes last now.
        const rest = this.#waiting.get(key);
        if (rest) {
          this.#waiting.delete(key);
          this.#waiting.set(key, rest);
        }
        first.settle(this.#take(first.shares));
        served = true;
      }
    }
  }

  #remove(key: string, one: Waiting): void {
    clearTimeout(one.timer);
    const rest = (this.#waiting.get(key) ?? []).filter((other) => other !== one);
    if (rest.length > 0) this.#waiting.set(key, rest);
    else this.#waiting.delete(key);
    this.#count--;
  }

  /** Sends away the newest of the network with most who wait, where that is not the one that asks. */
  #makeRoomFor(key: string): boolean {
    const longest = [...this.#waiting].reduce<[string, Waiting[]] | undefined>(
      (most, entry) => (most && most[1].length >= entry[1].length ? most : entry),
      undefined,
    );
    const last = longest?.[1].at(-1);
    if (!longest || !last || longest[1].length <= (this.#waiting.get(key)?.length ?? 0) + 1) return false;
    this.#remove(longest[0], last);
    last.settle(this.#why(last.shares));
    return true;
  }
}
