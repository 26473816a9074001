import type { LookupOf } from "../facts/lookup.ts";
import { type DomainName, labels, parent } from "../net/domain-name.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** Hosts whose certificates are asked about: it costs a question for each label, and is only worth knowing. */
const MAX_HOSTS = 4;
const MAX_LABELS = 10;

/** The CAA records that count for each MX host. */
export const caa = defineGatherer<"caa">()({
  needs: ["mx"],
  async gather({ mx }, { dns }) {
    if (!mx) return undefined;
    const asked = mx.exchangers.slice(0, MAX_HOSTS);
    const hosts = await Promise.all(asked.map(async ({ name }) => ({ name, lookups: await climb(name, dns) })));
    return { domain: mx.domain, hosts };
  },
});

/** RFC 8659 section 3: from the name upwards, aliases followed, to the first that has records; the root is not asked. */
async function climb(name: DomainName, dns: DnsClient): Promise<readonly LookupOf<"CAA">[]> {
  const lookups: LookupOf<"CAA">[] = [];
  for (let at = name; labels(at).length > 0 && lookups.length < MAX_LABELS; at = parent(at)) {
    const lookup = await dns.ask(at, "CAA");
    lookups.push(lookup);
    if (lookup.kind === "answer" || lookup.kind === "failed") break;
  }
  return lookups;
}
