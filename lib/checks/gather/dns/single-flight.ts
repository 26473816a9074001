interface Flight<T> {
  readonly landing: Promise<T>;
  readonly controller: AbortController;
  passengers: number;
}

/**
 * Lets equal work that is asked for at the same time be done once. Who asks may leave (`signal`) without disturbing
 * the others; when nobody is left the work is called off.
 */
export function createSingleFlight<T>() {
  const flights = new Map<string, Flight<T>>();

  const take = (key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const controller = new AbortController();
    const flight: Flight<T> = {
      controller,
      passengers: 0,
      landing: work(controller.signal).finally(() => forget(key, flight)),
    };
    flights.set(key, flight);
    return flight;
  };
  const forget = (key: string, flight: Flight<T>) => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  return {
    /** Undefined where `signal` ended the waiting. */
    async join(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
      if (signal.aborted) return undefined;
      const flight = flights.get(key) ?? take(key, work);
      flight.passengers++;
      let leave: (() => void) | undefined;
      const left = new Promise<undefined>((resolve) => {
        leave = () => resolve(undefined);
        signal.addEventListener("abort", leave, { once: true });
      });
      try {
        return await Promise.race([flight.landing, left]);
      } finally {
        if (leave) signal.removeEventListener("abort", leave);
        if (--flight.passengers === 0) {
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
}
