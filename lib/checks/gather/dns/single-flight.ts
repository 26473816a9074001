import { createScope, type Scope, scopeOf } from "./scope.ts";

/**
 * Takes one packet from a check's budget; false where none is left. `again`: it repeats a question that may still be
 * answered, and comes out of the share that a check has for that. The same function is the same check.
 */
export type Pay = (what?: "again") => boolean;

interface Passenger {
  readonly pay: Pay;
  /** Ends the waiting. */
  readonly leave: (how: "left" | "broke") => void;
}

interface Flight<T> {
  readonly scope: Scope;
  readonly passengers: Set<Passenger>;
  landing: Promise<T> | undefined;
}

/** What `join` came to: what the work found, or that the passenger left or could not pay. */
export type Joined<T> = { readonly value: T } | { readonly value?: never; readonly gone: "left" | "broke" };

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

  const forget = (key: string, flight: Flight<T>) => {
    if (flights.get(key) === flight) flights.delete(key);
  };
  /** One packet, paid for by everybody aboard who can. */
  const collect = ({ passengers }: Flight<T>, what?: "again") => {
    let paid = false;
    const putOff = (passenger: Passenger) => {
      passengers.delete(passenger);
      passenger.leave("broke");
    };
    for (const pay of payersOf(passengers)) {
      if (pay(what)) paid = true;
      else if (!what) for (const each of [...passengers].filter((one) => one.pay === pay)) putOff(each);
    }
    return paid;
  };

  return {
    async join(
      key: string,
      { signal, pay }: { readonly signal: AbortSignal; readonly pay: Pay },
      work: (scope: Scope, pay: Pay) => Promise<T>,
    ): Promise<Joined<T>> {
      const whole = scopeOf(signal);
      if (whole.over) return { gone: "left" };
      const known = flights.get(key);
      const isAboard = known && [...known.passengers].some((each) => each.pay === pay);
      if (known && !isAboard && !pay()) return { gone: "broke" };

      return new Promise((resolve, reject) => {
        const passenger: Passenger = { pay, leave: (gone) => leave({ gone }) };
        const abort = () => leave({ gone: "left" });
        const leave = (joined: Joined<T>) => {
          whole.leave(abort);
          flight.passengers.delete(passenger);
          if (flight.passengers.size === 0) {
            forget(key, flight);
            flight.scope.end("cancelled");
          }
          resolve(joined);
        };
        whole.enter(abort);
        const flight = known ?? prepare(key);
        flight.passengers.add(passenger);
        if (!known) begin(key, flight, work);
        flight.landing?.then((value) => leave({ value }), reject);
      });
    },
    /** Calls off whatever is under way. */
    close(): void {
      for (const flight of [...flights.values()]) flight.scope.end("cancelled");
    },
  };

  function prepare(key: string): Flight<T> {
    const flight: Flight<T> = { scope: createScope(), passengers: new Set(), landing: undefined };
    flights.set(key, flight);
    return flight;
  }

  /** The first passenger is aboard before the work begins: its first packet is theirs. */
  function begin(key: string, flight: Flight<T>, work: (scope: Scope, pay: Pay) => Promise<T>): void {
    const landed = () => forget(key, flight);
    flight.landing = work(flight.scope, (what) => collect(flight, what));
    flight.landing.then(landed, landed);
  }
}

/** Each check that somebody aboard belongs to, once. */
function payersOf(passengers: ReadonlySet<Passenger>): Iterable<Pay> {
  const [first] = passengers;
  if (!first) return [];
  return passengers.size === 1 ? [first.pay] : new Set([...passengers].map((each) => each.pay));
}
