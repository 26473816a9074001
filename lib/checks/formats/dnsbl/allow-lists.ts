import type { List } from "./list.ts";

/** Lists of good senders. */
export const ALLOW_LISTS: readonly List[] = [
  {
    id: "dnswl",
    title: "DNSWL.org",
    zone: "list.dnswl.org",
    kind: "allow",
    about: "address",
    families: [4, 6],
    weight: "medium",
    codes: { by: "trust" },
    removal: { how: "Entries are requested and changed there.", url: "https://www.dnswl.org/" },
    whoCares: "SpamAssassin subtracts 0.7 to 5 points, Rspamd 0.1 to 0.5.",
  },
  {
    id: "spfbl-allow",
    title: "SPFBL allow list",
    zone: "dnswl.spfbl.net",
    kind: "allow",
    about: "address",
    families: [4, 6],
    weight: "low",
    codes: { by: "address", named: {}, other: { means: "known as a good sender" } },
    removal: { how: "Entries are requested there.", url: "https://spfbl.net/" },
    whoCares: "Servers that use SPFBL, mostly in Brazil, take it into account.",
  },
];
