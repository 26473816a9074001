/** Targets of the small internet that these tests use. */
export const COHERENT = "203.0.113.10";
/** Greets slowly: its check is still running when a test does something to it, and ends after some seconds. */
export const SLOW = "203.0.113.83";
