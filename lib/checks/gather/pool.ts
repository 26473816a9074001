import { ADDRESS_LISTS } from "../formats/dnsbl/address-lists.ts";
import type { IpAddress } from "../net/address.ts";
import { askLists, askTestEntries } from "./dnsbl/ask-lists.ts";
import { questionsAbout } from "./dnsbl/questions.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";
import { gatherers } from "./index.ts";
import { followNames } from "./reverse.ts";

/**
 * The lists that a pool asks: those by which larger receivers refuse. An address's own report asks them all; for
 * thousands of addresses that would be more than small lists should bear.
 */
export const POOL_LISTS = ADDRESS_LISTS.filter(({ weight }) => weight === "high" || weight === "medium");

/** How the facts of one address of a pool are gathered: as those of a check, with less for each. */
export const poolGatherers: typeof gatherers = {
  ...gatherers,
  dnsbl: defineGatherer<"dnsbl">()({
    needs: ["address"],
    gather: ({ address }, gathering) => askLists(questionsAbout(address, POOL_LISTS), gathering),
  }),
  forward: defineGatherer<"forward">()({
    needs: ["address", "reverse"],
    gather: ({ address, reverse }, { dns }) => followNames(reverse, address, dns),
  }),
};

/** Has the test entries of those lists asked for, at the pool's expense and not at that of its first address. */
export const askPoolTestEntries = (address: IpAddress, gathering: Gathering): Promise<unknown> =>
  askTestEntries(questionsAbout(address, POOL_LISTS), gathering);
