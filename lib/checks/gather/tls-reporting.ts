import { asName } from "../net/domain-name.ts";
import { askAlias } from "./alias-beside.ts";
import { defineGatherer } from "./gatherer.ts";

/** Where the domain wants reports about encryption on the way to it. */
export const tlsReporting = defineGatherer<"tlsReporting">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, { dns }) {
    if (!domain) return undefined;
    const record = await dns.ask(asName(`_smtp._tls.${domain}`), "TXT");
    return { domain, record, ...(await askAlias(record, dns)) };
  },
});
