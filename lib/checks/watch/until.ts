/** What somebody can wait for. The codes are permanent. */
export const UNTILS = ["ptr", "confirmed", "delisted", "resolvers-agree", "any-change"] as const;
export type Until = (typeof UNTILS)[number];

export const isUntil = (text: string | undefined): text is Until => UNTILS.some((until) => until === text);

/** Each as the end of "Tell me when …". */
export const UNTIL_WORDS: Readonly<Record<Until, string>> = {
  ptr: "the PTR record appears or changes",
  confirmed: "the PTR name resolves back to the address",
  delisted: "it is on no blocklist any more",
  "resolvers-agree": "all public resolvers have the PTR record",
  "any-change": "any verdict of the report changes",
};

/** What a watch of a domain can wait for: a domain has no PTR record, and no address of its own. */
export const forDomains: ReadonlySet<Until> = new Set<Until>(["delisted", "any-change"]);
