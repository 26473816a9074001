import { family } from "../net/address.ts";
import { defineGatherer } from "./gatherer.ts";

/**
 * What else stands at the EHLO name, asked where it exists without an address of the server's family: Postfix's
 * reject_unknown_helo_hostname is content with any address or an MX record.
 */
export const ehloElsewhere = defineGatherer<"ehloElsewhere">()({
  needs: ["address", "claims", "mailNames"],
  async gather({ address, claims, mailNames }, { dns }) {
    const said = claims.helo === undefined ? mailNames.ehlo : mailNames.claimed;
    if (said?.addresses.kind !== "nodata") return undefined;
    const { name } = said;
    const [otherFamily, mx] = await Promise.all([
      family(address) === 4 ? dns.ask(name, "AAAA") : dns.ask(name, "A"),
      dns.ask(name, "MX"),
    ]);
    return { name, otherFamily, mx };
  },
});
