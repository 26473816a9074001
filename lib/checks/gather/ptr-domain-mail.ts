import { defineGatherer } from "./gatherer.ts";

/** Whether the organisational domain of the PTR name has a place for mail; undefined where the name has none of its own. */
export const ptrDomainMail = defineGatherer<"ptrDomainMail">()({
  needs: ["ptrDomain"],
  async gather({ ptrDomain }, { dns }) {
    if (!ptrDomain) return undefined;
    const mx = await dns.ask(ptrDomain.domain, "MX");
    if (mx.kind !== "nodata") return { ...ptrDomain, mx };
    const addresses = await Promise.all([dns.ask(ptrDomain.domain, "A"), dns.ask(ptrDomain.domain, "AAAA")]);
    return { ...ptrDomain, mx, addresses };
  },
});
