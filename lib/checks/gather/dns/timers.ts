/** So many milliseconds in advance the wheel has places of their own; later ones come round. */
const PLACES = 1024;

/** Something that is called at a moment, and moved or called off many times before. It is in one wheel at most. */
export abstract class Timed {
  /** `performance.now()` in whole milliseconds at which `ring` is due; undefined while nothing is set. */
  due: number | undefined = undefined;
  /** Its neighbours at its place in the wheel. */
  next: Timed | undefined = undefined;
  previous: Timed | undefined = undefined;
  /** Called once, at `due` or after, after the sockets have been read. Must not throw. */
  abstract ring(): void;
}

/** A timer wheel: setting and calling off cost next to nothing, however many there are. */
export interface Timers {
  /** Sets, or moves, the moment at which `timed` rings: in `ms` milliseconds from `now` (`performance.now()`). */
  readonly set: (timed: Timed, now: number, ms: number) => void;
  readonly callOff: (timed: Timed) => void;
  /** Calls everything off. */
  readonly close: () => void;
}

/**
 * One timer of the system for all questions, each of which would otherwise start two and call both off again. A place
 * for each millisecond holds a list of what is due then. The timer is set for the earliest; it may find that called off,
 * and is set anew.
 *
 * Timers run before the sockets are read, immediates after it: what has arrived in time is handed over before anything
 * rings.
 */
export function createTimers(): Timers {
  const places: (Timed | undefined)[] = Array.from({ length: PLACES });
  let count = 0;
  /** Up to here everything has rung. */
  let rung = 0;
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Immediate | undefined;
  let timerAt = Number.POSITIVE_INFINITY;

  function remove(timed: Timed): void {
    if (timed.due === undefined) return;
    const { next, previous } = timed;
    if (next) next.previous = previous;
    if (previous) previous.next = next;
    else places[timed.due % PLACES] = next;
    timed.due = timed.next = timed.previous = undefined;
    count--;
  }

  function wake(at: number, now: number): void {
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(onTimer, Math.max(1, Math.ceil(at - now)));
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    timerAt = Number.POSITIVE_INFINITY;
  }

  function onTimer(): void {
    timer = undefined;
    looking = setImmediate(look);
  }

  /** Rings what is due, and sets the timer for what comes next. */
  function look(): void {
    const until = Math.floor(performance.now());
    const due: Timed[] = [];
    for (let tick = Math.max(rung + 1, until - PLACES + 1); tick <= until; tick++)
      for (let each = places[tick % PLACES]; each; each = each.next)
        if (each.due !== undefined && each.due <= until) due.push(each);
    rung = Math.max(rung, until);
    const moments = due.map((each) => each.due);
    for (const [i, each] of due.entries()) {
      // One that was called off or moved by another's ringing does not ring.
      if (each.due === undefined || each.due !== moments[i]) continue;
      remove(each);
      each.ring();
    }
    looking = undefined;
    timerAt = Number.POSITIVE_INFINITY;
    if (count > 0) wake(earliest(), performance.now());
  }

  /** The next moment at which something is due; where all come round later, the moment to look again. */
  function earliest(): number {
    for (let tick = rung + 1; tick <= rung + PLACES; tick++)
      for (let each = places[tick % PLACES]; each; each = each.next) if (each.due === tick) return tick;
    return rung + PLACES;
  }

  return {
    set(timed, now, ms) {
      remove(timed);
      const due = Math.max(rung + 1, Math.ceil(now + ms));
      timed.due = due;
      const first = places[due % PLACES];
      timed.next = first;
      if (first) first.previous = timed;
      places[due % PLACES] = timed;
      if (count++ === 0) rung = Math.max(rung, Math.floor(now) - 1);
      if (due < timerAt && !looking) wake(due, now);
    },
    callOff(timed) {
      remove(timed);
      // Nothing is left that would keep the process alive.
      if (count === 0 && timer) stop();
    },
    close() {
      for (let i = 0; i < PLACES; i++) for (let each = places[i]; each; each = places[i]) remove(each);
      if (looking) clearImmediate(looking);
      looking = undefined;
      stop();
    },
  };
}
