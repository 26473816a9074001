import { createScope, type Scope, scopeOf } from "./scope.ts";

/**
 * Takes one packet from a check's budget; false where none is left. `again`: it repeats a question that may still be
 * answered, and comes out of the share that a check has for that. The same function is the same check.
 */
export type Pay = (what?: "again") => boolean;

/** What `join` came to: what the work found, or that the passenger left or could not pay. */
export type Joined<T> = { readonly value: T } | { readonly value?: never; readonly gone: "left" | "broke" };

/** Whoever waits for a flight, and pays for what it sends. */
class Passenger<T> {
  readonly pay: Pay;
  readonly #whole: Scope;
  readonly #flight: Flight<T>;
  readonly #resolve: (joined: Joined<T>) => void;
  readonly reject: (error: unknown) => void;

  constructor(
    { pay, whole }: { readonly pay: Pay; readonly whole: Scope },
    flight: Flight<T>,
    resolve: (joined: Joined<T>) => void,
    reject: (error: unknown) => void,
  ) {
    this.pay = pay;
    this.#whole = whole;
    this.#flight = flight;
    this.#resolve = resolve;
    this.reject = reject;
    whole.enter(this.#abort);
  }

  leave(joined: Joined<T>): void {
    this.#whole.leave(this.#abort);
    this.#flight.putOff(this);
    this.#resolve(joined);
  }

  readonly #abort = (): void => this.leave({ gone: "left" });
}

class Flight<T> {
  readonly scope = createScope();
  readonly passengers: Passenger<T>[] = [];
  readonly #forget: (flight: Flight<T>) => void;

  constructor(forget: (flight: Flight<T>) => void) {
    this.#forget = forget;
  }

  has(pay: Pay): boolean {
    return this.passengers.some((each) => each.pay === pay);
  }

  /** When nobody is left the work is called off. */
  putOff(passenger: Passenger<T>): void {
    const place = this.passengers.indexOf(passenger);
    if (place >= 0) this.passengers.splice(place, 1);
    if (this.passengers.length > 0) return;
    this.#forget(this);
    this.scope.end("cancelled");
  }

  land(value: T): void {
    this.#forget(this);
    for (const each of [...this.passengers]) each.leave({ value });
  }

  crash(error: unknown): void {
    this.#forget(this);
    for (const each of this.passengers) each.reject(error);
  }

  /** One packet, paid for by everybody aboard who can. */
  readonly pay: Pay = (what) => {
    const [only] = this.passengers;
    if (only && this.passengers.length === 1) return this.#take(only.pay, what);
    let paid = false;
    // Each check that somebody aboard belongs to, once.
    for (const pay of new Set(this.passengers.map((each) => each.pay))) if (this.#take(pay, what)) paid = true;
    return paid;
  };

  #take(pay: Pay, what: "again" | undefined): boolean {
    if (pay(what)) return true;
    if (!what) for (const each of this.passengers.filter((one) => one.pay === pay)) each.leave({ gone: "broke" });
    return false;
  }
}

/**
 * Lets equal work that is asked for at the same time be done once. Who asks may leave (`signal`) without disturbing
 * the others; when nobody is left the work is called off.
 *
 * Everybody aboard pays in full for each packet that leaves meanwhile, and for the one under way when they come: what a
 * check waits for is charged to it, whoever caused it, so that no check sends more by riding on others. A check that
 * waits here twice pays once. Who cannot pay leaves; the others go on. A repetition is paid for by those who can, and
 * nobody leaves over it: what they paid for before may still be answered.
 */
export function createSingleFlight<T>() {
  const flights = new Map<string, Flight<T>>();

  return {
    join(
      key: string,
      { signal, pay }: { readonly signal: AbortSignal; readonly pay: Pay },
      work: (scope: Scope, pay: Pay) => Promise<T>,
    ): Promise<Joined<T>> {
      const whole = scopeOf(signal);
      if (whole.over) return Promise.resolve({ gone: "left" });
      const known = flights.get(key);
      if (known && !known.has(pay) && !pay()) return Promise.resolve({ gone: "broke" });
      return new Promise((resolve, reject) => {
        const flight = known ?? prepare(key);
        // The first passenger is aboard before the work begins: its first packet is theirs.
        flight.passengers.push(new Passenger({ pay, whole }, flight, resolve, reject));
        if (!known)
          work(flight.scope, flight.pay).then(
            (value) => flight.land(value),
            (error) => flight.crash(error),
          );
      });
    },
    /** Calls off whatever is under way. */
    close(): void {
      for (const flight of [...flights.values()]) flight.scope.end("cancelled");
    },
  };

  function prepare(key: string): Flight<T> {
    const flight = new Flight<T>((landed) => {
      if (flights.get(key) === landed) flights.delete(key);
    });
    flights.set(key, flight);
    return flight;
  }
}
