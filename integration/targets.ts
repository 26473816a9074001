/** Targets of the small internet that these tests use. */
export const COHERENT = "203.0.113.10";
/** Greets slowly: two who ask for it at once ask for the same check, and it ends after some seconds. */
export const SLOW = "203.0.113.83";
/** Never greets: its check is still running when a test does something to it, on the slowest machine. */
export const SILENT = "203.0.113.86";
