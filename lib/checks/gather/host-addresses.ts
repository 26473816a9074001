import { addressesOf } from "./addresses-of.ts";
import { defineGatherer } from "./gatherer.ts";

/** Every address of the host, and which of them the guard lets us look at. How many are is for the check's budget. */
export const hostAddresses = defineGatherer<"hostAddresses">()({
  needs: ["host"],
  gather: async ({ host }, { dns, vantage, budget }) => ({
    ...(await addressesOf(host, dns, vantage)),
    room: budget.addresses,
  }),
});
