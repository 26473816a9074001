import { asName, type DomainName, organisationalDomain } from "../name.ts";
import { defineGatherer } from "./gatherer.ts";

/** The logo record of the sending domain, and of its organisation's domain, which stands in where it has none. */
export const bimi = defineGatherer<"bimi">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, { dns }) {
    if (!domain) return undefined;
    const ask = (of: DomainName) => dns.ask(asName(`default._bimi.${of}`), "TXT");
    const above = organisationalDomain(domain);
    if (!above || above === domain) return { domain, record: await ask(domain) };
    const [record, organisations] = await Promise.all([ask(domain), ask(above)]);
    return { domain, record, organisation: { domain: above, record: organisations } };
  },
});
