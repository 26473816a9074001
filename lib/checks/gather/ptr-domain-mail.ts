import { primaryName } from "../derive/forward-confirmation.ts";
import { domainBehind } from "../derive/sending-domain.ts";
import { defineGatherer } from "./gatherer.ts";

/** Whether the organisational domain of the PTR name has a place for mail; undefined where the name has none of its own. */
export const ptrDomainMail = defineGatherer<"ptrDomainMail">()({
  needs: ["address", "forwardConfirmation"],
  async gather({ address, forwardConfirmation }, { dns }) {
    const name = primaryName(forwardConfirmation).name?.name;
    const domain = name && domainBehind(name, address);
    if (!domain) return undefined;
    const mx = await dns.ask(domain, "MX");
    if (mx.kind !== "nodata") return { name, domain, mx };
    return { name, domain, mx, addresses: await Promise.all([dns.ask(domain, "A"), dns.ask(domain, "AAAA")]) };
  },
});
