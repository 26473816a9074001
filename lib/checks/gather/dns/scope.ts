/** Why work is no longer wanted. */
export type Over = "timeout" | "cancelled";

/** Work that ends together: like an AbortSignal, and much cheaper, for what is done thousands of times a second. */
export interface Scope {
  /** Set once it is over. */
  readonly over: Over | undefined;
  /** `end` is called once when it is over, unless it has left before. Not called for one that is over already. */
  readonly enter: (end: (how: Over) => void) => void;
  readonly leave: (end: (how: Over) => void) => void;
  readonly end: (how: Over) => void;
}

export const createScope = (): Scope => new WorkScope();

class WorkScope implements Scope {
  over: Over | undefined = undefined;
  // Most hold one piece of work: a set is made for the second.
  #only: ((how: Over) => void) | undefined = undefined;
  #others: Set<(how: Over) => void> | undefined = undefined;

  enter(end: (how: Over) => void): void {
    if (this.#only === undefined && !this.#others) this.#only = end;
    else {
      this.#others ??= new Set();
      this.#others.add(end);
    }
  }

  leave(end: (how: Over) => void): void {
    if (this.#only === end) this.#only = undefined;
    else this.#others?.delete(end);
  }

  end(how: Over): void {
    if (this.over) return;
    this.over = how;
    const [only, others] = [this.#only, this.#others];
    this.#only = undefined;
    this.#others = undefined;
    only?.(how);
    if (others) for (const each of others) each(how);
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
