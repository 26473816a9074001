/** Why work is no longer wanted. */
export type Over = "timeout" | "cancelled";

/** A piece of work in a scope. It is in one at most. */
export interface Bound {
  /** Its place there; the scope's to set. -1 while it is in none. */
  place: number;
  /** Called once when the scope is over, unless it has left before. */
  readonly stop: (how: Over) => void;
}

/** Work that ends together: like an AbortSignal, and much cheaper, for what is done thousands of times a second. */
export interface Scope {
  /** Set once it is over. */
  readonly over: Over | undefined;
  /** Not stopped in one that is over already. */
  readonly enter: (bound: Bound) => void;
  readonly leave: (bound: Bound) => void;
  readonly end: (how: Over) => void;
}

export const createScope = (): Scope => new WorkScope();

class WorkScope implements Scope {
  over: Over | undefined = undefined;
  // Not a Set: one that is added to and deleted from all the time is copied again and again, and the copies keep alive
  // what was deleted.
  readonly #bound: Bound[] = [];

  enter(bound: Bound): void {
    bound.place = this.#bound.length;
    this.#bound.push(bound);
  }

  leave(bound: Bound): void {
    const { place } = bound;
    if (this.#bound[place] !== bound) return;
    bound.place = -1;
    const last = this.#bound.pop();
    if (!last || last === bound) return;
    this.#bound[place] = last;
    last.place = place;
  }

  end(how: Over): void {
    if (this.over) return;
    this.over = how;
    for (const each of this.#bound.splice(0)) {
      each.place = -1;
      each.stop(how);
    }
  }
}

const scopes = new WeakMap<AbortSignal, Scope>();

/**
 * The scope that is cancelled when a signal is aborted, the same for each signal. A signal looks through all its
 * listeners whenever one is added, so it gets one for all questions of a check.
 */
export function scopeOf(signal: AbortSignal): Scope {
  const known = scopes.get(signal);
  if (known) return known;
  const scope = createScope();
  scopes.set(signal, scope);
  if (signal.aborted) scope.end("cancelled");
  else signal.addEventListener("abort", () => scope.end("cancelled"), { once: true });
  return scope;
}
