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
  readonly controller: AbortController;
  readonly passengers: Set<Passenger>;
  landing: Promise<T>;
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
    for (const pay of new Set([...passengers].map((each) => each.pay))) {
      if (pay(what)) paid = true;
      else if (!what) for (const each of [...passengers].filter((one) => one.pay === pay)) putOff(each);
    }
    return paid;
  };

  return {
    async join(
      key: string,
      { signal, pay }: { readonly signal: AbortSignal; readonly pay: Pay },
      work: (signal: AbortSignal, pay: Pay) => Promise<T>,
    ): Promise<Joined<T>> {
      if (signal.aborted) return { gone: "left" };
      const known = flights.get(key);
      const isAboard = known && [...known.passengers].some((each) => each.pay === pay);
      if (known && !isAboard && !pay()) return { gone: "broke" };

      const left = Promise.withResolvers<Joined<T>>();
      const passenger: Passenger = { pay, leave: (gone) => left.resolve({ gone }) };
      const abort = () => passenger.leave("left");
      signal.addEventListener("abort", abort, { once: true });
      const flight = known ?? take(key, passenger, work);
      flight.passengers.add(passenger);
      try {
        return await Promise.race([left.promise, flight.landing.then((value) => ({ value }))]);
      } finally {
        signal.removeEventListener("abort", abort);
        flight.passengers.delete(passenger);
        if (flight.passengers.size === 0) {
          forget(key, flight);
          flight.controller.abort();
        }
      }
    },
    /** Calls off whatever is under way. */
    close(): void {
      for (const flight of flights.values()) flight.controller.abort();
    },
  };

  /** The first passenger is aboard before the work begins: its first packet is theirs. */
  function take(key: string, first: Passenger, work: (signal: AbortSignal, pay: Pay) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight = { controller, passengers: new Set([first]) } as Omit<Flight<T>, "landing"> as Flight<T>;
    flights.set(key, flight);
    flight.landing = work(controller.signal, (what) => collect(flight, what)).finally(() => forget(key, flight));
    return flight;
  }
}
