import type { Receiver } from "../define/receiver.ts";
import type { Known, KnownName } from "../findings/findings.ts";

/**
 * What is known from the start of an address that a domain may send from, besides its names: nothing. No session is held
 * with it for that and no list asked, so whoever goes by one of these finds that it is not known.
 */
export const NOT_ASKED = {
  serverName: {},
  mailNames: {},
  ehloName: undefined,
  ehloElsewhere: undefined,
  sender: { domain: undefined, why: "no-ptr" },
  spf: undefined,
  dkim: undefined,
  addressListings: { panel: { listings: [], others: [], open: [], absent: [] }, conclusion: "too-few" },
} as const satisfies Partial<Known>;

/** What such an address calls itself, which is known where it takes mail as well: a session is held with it for that. */
export const SAID = ["serverName", "mailNames", "ehloName"] as const satisfies readonly KnownName[];

/** Mailbox providers with a rule about PTR records, which holds whatever else they ask for. */
export const asksForNames = ({ kind, needs }: Receiver): boolean =>
  kind === "provider" && needs.includes("forwardConfirmation");
