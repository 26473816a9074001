import type { DmarcReportHost, DmarcStep } from "../facts/dmarc.ts";
import { discover, walkNames } from "../formats/dmarc/discovery.ts";
import { asName, type DomainName, isWithin } from "../net/domain-name.ts";
import { askAlias } from "./alias-beside.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** Each costs a question of its own and a walk; a policy that names more is rare. */
const MAX_REPORT_HOSTS = 5;

/** The policy of the sending domain, and whether the hosts it wants reports sent to want them. */
export const dmarc = defineGatherer<"dmarc">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, { dns }) {
    if (!domain) return undefined;
    const [steps, existence] = await Promise.all([walk(domain, dns), dns.ask(domain, "MX")]);
    const { applied, organization, failed } = discover(steps);
    const own = steps[0]?.lookup;
    const asked = [...(applied?.record.rua ?? []), ...(applied?.record.ruf ?? [])].map(({ host }) => host);
    // Below its own organizational domain nobody needs to be asked.
    const outside = applied
      ? [...new Set(asked)].filter((host) => !isWithin(host, organization ?? applied.domain)).slice(0, MAX_REPORT_HOSTS)
      : [];
    const reportHosts = await Promise.all(
      outside.map(async (host): Promise<DmarcReportHost> => {
        const question = asName(`${applied?.domain}._report._dmarc.${host}`);
        const [authorization, itsWalk] = await Promise.all([dns.ask(question, "TXT"), walk(host, dns)]);
        return { host, authorization, walk: itsWalk };
      }),
    );
    const [beside, doubled] = await Promise.all([
      own ? askAlias(own, dns) : {},
      applied || failed ? undefined : dns.ask(asName(`_dmarc.${domain}.${domain}`), "TXT"),
    ]);
    return { domain, walk: steps, ...beside, ...(doubled ? { doubled } : {}), existence, reportHosts };
  },
});

/** All at once: a `psd` tag that ends the walk early is rare, and waiting for each answer is slow. */
function walk(domain: DomainName, dns: DnsClient): Promise<DmarcStep[]> {
  return Promise.all(
    walkNames(domain).map(async (name) => ({ domain: name, lookup: await dns.ask(asName(`_dmarc.${name}`), "TXT") })),
  );
}
