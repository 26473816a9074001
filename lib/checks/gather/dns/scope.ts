/** Why work is no longer wanted. */
export type Over = "timeout" | "cancelled";

/** Work that ends together: like an AbortSignal, and much cheaper, for what is done thousands of times a second. */
export interface Scope {
  /** Set once it is over. */
  readonly over: Over | undefined;
  /** `end` is called once when it is over, unless it has left before. */
  readonly enter: (end: (how: Over) => void) => void;
  readonly leave: (end: (how: Over) => void) => void;
  readonly end: (how: Over) => void;
}

export function createScope(): Scope {
  const inside = new Set<(how: Over) => void>();
  let over: Over | undefined;
  return {
    get over() {
      return over;
    },
    enter: (end) => {
      inside.add(end);
    },
    leave: (end) => {
      inside.delete(end);
    },
    end(how) {
      if (over) return;
      over = how;
      for (const each of [...inside]) each(how);
      inside.clear();
    },
  };
}
