/*
 * Addresses of the small internet that answer in the usual way. Each is new to a service that has just been started.
 */

const of = (...lasts: readonly number[]) => lasts.map((last) => `203.0.113.${last}`);

/** For the first visitors after a start, who wait for our own code to be read and compiled. */
export const WARMING = of(10, 11, 12, 27, 93, 94);
/** For those who are measured. */
export const FRESH = of(20, 21, 22, 23, 24, 25, 26, 28, 30, 70, 71, 74, 75, 76, 90);
