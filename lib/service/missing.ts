/** Why nothing is left of what there was under an id. */
export type WhyGone = "deleted" | "expired";

/** Nothing can be read under an id: not any more, or there never was anything. */
export type Missing = { readonly kind: "gone"; readonly why: WhyGone } | { readonly kind: "unknown" };
