/** How many could still get a place for a check or wait for one, and how often that has changed. */
export interface Room {
  readonly room: number;
  readonly changes: number;
}

/** How long after there was no room no more are let in than there is, in milliseconds. */
const CROWDED_MS = 1_000;
/** How long it is waited for those who were let in to take it: not all of them need a place. In milliseconds. */
const TAKEN_MS = 250;

/**
 * Who is let in to ask for a check. Where there is no room, nobody is. Where there was none a moment ago, as many as there
 * is room for: whoever is let in takes it a little later, and of a crowd that comes in between all would have to be turned
 * away by the thread that has most to do. Else everybody is: several who ask for the same need one place.
 */
export function createAdmission(look: () => Room, now: () => number = Date.now): { readonly admits: () => boolean } {
  let crowdedAt = Number.NEGATIVE_INFINITY;
  let seen = -1;
  let seenAt = 0;
  let left = 0;
  return {
    admits() {
      const { room, changes } = look();
      const at = now();
      if (room <= 0) {
        crowdedAt = at;
        return false;
      }
      if (at - crowdedAt > CROWDED_MS) return true;
      if (changes !== seen || at - seenAt > TAKEN_MS) {
        [seen, seenAt] = [changes, at];
        left = room;
      }
      if (left <= 0) return false;
      left--;
      return true;
    },
  };
}
