import { addressesOf } from "./addresses-of.ts";
import { defineGatherer } from "./gatherer.ts";

/** More than any mail host we know of; the rest is counted in the evidence and not dialled. */
const MAX_ADDRESSES = 16;

/** Every address of the host, and which of them may be looked at. */
export const hostAddresses = defineGatherer<"hostAddresses">()({
  needs: ["host"],
  async gather({ host }, { dns, vantage }) {
    const found = await addressesOf(host, dns, vantage);
    return { ...found, reachable: found.reachable.slice(0, MAX_ADDRESSES) };
  },
});
