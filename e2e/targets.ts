/** Targets of the small internet (lib/checks/testing/internet), by what their reports look like. */
export const COHERENT = "203.0.113.10";
export const FAILING = "203.0.113.22";
export const UNKNOWN = "203.0.113.50";
export const HOST = "dual.example.com";
export const DOMAIN = "domain:example.com";
export const MANY_NAMES = "203.0.113.29";
export const LISTED = "203.0.113.212";
export const HTML_NAME = "203.0.113.47";
export const BIDI_NAME = "203.0.113.48";

/** Greets after a second and a half: long enough to look at a running page, short enough to see its end. */
export const SLOW = "203.0.113.83";
/** Accepts and says nothing: its check runs as long as we have patience. */
export const SILENT = "203.0.113.86";
