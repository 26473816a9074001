import { type Bound, createScope, type Scope, scopeOf } from "./scope.ts";

/**
 * Takes one packet from a check's budget; false where none is left. `again`: it repeats a question that may still be
 * answered, and comes out of the share that a check has for that. The same function is the same check.
 */
export type Pay = (what?: "again") => boolean;

/** Why a passenger gets nothing of what the work finds: it left, or could not pay. */
export type Gone = "left" | "broke";

/** Whoever waits for a flight, and pays for what it sends. */
class Passenger<T> implements Bound {
  place = -1;
  readonly pay: Pay;
  readonly #whole: Scope;
  readonly #flight: Flight<T>;
  readonly #resolve: (value: T) => void;
  readonly #gone: (how: Gone) => T;
  readonly reject: (error: unknown) => void;

  constructor(
    { pay, whole, gone }: { readonly pay: Pay; readonly whole: Scope; readonly gone: (how: Gone) => T },
    flight: Flight<T>,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ) {
    this.pay = pay;
    this.#whole = whole;
    this.#gone = gone;
    this.#flight = flight;
    this.#resolve = resolve;
    this.reject = reject;
    whole.enter(this);
  }

  arrive(value: T): void {
    this.#whole.leave(this);
    this.#flight.putOff(this);
    this.#resolve(value);
  }

  leave(how: Gone): void {
    this.arrive(this.#gone(how));
  }

  stop(): void {
    this.leave("left");
  }
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
    const [only] = this.passengers;
    if (only && this.passengers.length === 1) only.arrive(value);
    else for (const each of [...this.passengers]) each.arrive(value);
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
    if (!what) for (const each of this.passengers.filter((one) => one.pay === pay)) each.leave("broke");
    return false;
  }
}

/** Who asks, and what it gets where the work's result is not for it. */
interface Joining<T> {
  readonly signal: AbortSignal;
  readonly pay: Pay;
  readonly gone: (how: Gone) => T;
}

interface Work<T> {
  readonly work: (scope: Scope, pay: Pay) => Promise<T>;
  /** What everybody aboard gets of what was found; called once. */
  readonly land: (value: T) => T;
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
    join(key: string, { signal, pay, gone }: Joining<T>, { work, land }: Work<T>): Promise<T> {
      const whole = scopeOf(signal);
      if (whole.over) return Promise.resolve(gone("left"));
      const known = flights.get(key);
      if (known && !known.has(pay) && !pay()) return Promise.resolve(gone("broke"));
      return new Promise((resolve, reject) => {
        const flight = known ?? prepare(key);
        // The first passenger is aboard before the work begins: its first packet is theirs.
        flight.passengers.push(new Passenger({ pay, whole, gone }, flight, resolve, reject));
        if (!known)
          work(flight.scope, flight.pay).then(
            (value) => flight.land(land(value)),
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
