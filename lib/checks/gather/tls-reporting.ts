import { asName } from "../name.ts";
import { defineGatherer } from "./gatherer.ts";

/** Where the domain wants reports about encryption on the way to it. */
export const tlsReporting = defineGatherer<"tlsReporting">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, { dns }) {
    return domain && { domain, record: await dns.ask(asName(`_smtp._tls.${domain}`), "TXT") };
  },
});
