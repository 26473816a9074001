/** Addresses that are read and checked. */
export const TARGETS = ["203.0.113.10", "203.0.113.22", "203.0.113.50", "203.0.113.212"];
/** Checks at a time: the places that the service has here. */
export const PLACES = 8;

/** What a client of the overload bench is told. */
export type Told =
  | { readonly kind: "read"; readonly url: string; readonly pages: readonly string[]; readonly ms: number }
  | { readonly kind: "capacity"; readonly url: string; readonly ms: number }
  | { readonly kind: "crowd"; readonly url: string; readonly perSecond: number }
  | { readonly kind: "leave" };

/** What it says. Times are in milliseconds. */
export type Said =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly times: number[] }
  | { readonly kind: "capacity"; readonly perSecond: number }
  | { readonly kind: "left"; readonly times: number[]; readonly asked: number };
