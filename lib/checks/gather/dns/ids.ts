import type { Waiting } from "./line.ts";

const FREE = -1;

/**
 * By id, what waits; the rest were used before. No id is used twice, so no late reply is taken for another's. Not a Map:
 * one that grows is copied again and again, and the copies keep alive what was in them.
 */
export class Ids {
  readonly #places: number;
  readonly #ids: Int32Array;
  readonly #waiting: (Waiting | undefined)[];
  size = 0;

  /** `most`: as many ids as are ever used. There is a power of two of places, more than twice as many. */
  constructor(most: number) {
    this.#places = 2 ** (Math.floor(Math.log2(most)) + 2);
    this.#ids = new Int32Array(this.#places).fill(FREE);
    this.#waiting = new Array(this.#places).fill(undefined);
  }

  /** Where an id is, or would be. Ids come by chance, so their last bits spread them. */
  #placeOf(id: number): number {
    const mask = this.#places - 1;
    let place = id & mask;
    while (this.#ids[place] !== id && this.#ids[place] !== FREE) place = (place + 1) & mask;
    return place;
  }

  has(id: number): boolean {
    return this.#ids[this.#placeOf(id)] === id;
  }

  get(id: number): Waiting | undefined {
    return this.#waiting[this.#placeOf(id)];
  }

  set(id: number, waiting: Waiting | undefined): void {
    const place = this.#placeOf(id);
    if (this.#ids[place] === FREE) this.size++;
    this.#ids[place] = id;
    this.#waiting[place] = waiting;
  }

  /** All that waits. From here on no id was ever used. */
  empty(): Waiting[] {
    const all = this.#waiting.filter((each) => each !== undefined);
    this.#ids.fill(FREE);
    this.#waiting.fill(undefined);
    this.size = 0;
    return all;
  }
}
