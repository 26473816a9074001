import type { MailExchanger } from "../facts/mx.ts";
import type { DaneHost } from "../facts/receiving.ts";
import { chooseServers } from "../formats/receiving/mx-servers.ts";
import type { IpAddress } from "../net/address.ts";
import { asName, type DomainName } from "../net/domain-name.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";

/** The TLSA records of every MX host, and where there are some, what the servers show in their TLS. */
export const dane = defineGatherer<"dane">()({
  needs: ["mx"],
  async gather({ mx }, gathering) {
    if (!mx) return undefined;
    const { chosen } = chooseServers(mx.exchangers, gathering.budget);
    const hosts = await Promise.all(
      mx.exchangers.map((exchanger) => hostOf(exchanger, chosen.get(exchanger.name) ?? [], gathering)),
    );
    return { domain: mx.domain, hosts };
  },
});

async function hostOf(
  { name, a, aaaa }: MailExchanger,
  addresses: readonly IpAddress[],
  { dns, smtp }: Gathering,
): Promise<DaneHost> {
  const ask = (of: DomainName) => dns.ask(asName(`_25._tcp.${of}`), "TLSA");
  // RFC 7672 section 2.2.3: for a host that is an alias, the records of what it leads to come first.
  const end = [a, aaaa].flatMap((lookup) => (lookup.kind === "answer" ? lookup.aliases.slice(-1) : []))[0];
  const first = await ask(end ?? name);
  const counts = first.kind === "failed" || (first.kind === "answer" && first.authenticated);
  const second = end && !counts ? await ask(name) : first;
  const tlsa = second.kind === "answer" || second.kind === "failed" ? second : first;
  // Section 8.1: the server name sent is the one that the records stand under.
  const base = end && tlsa === first && first.kind === "answer" ? end : name;
  const compared = tlsa.kind === "answer" && tlsa.authenticated ? addresses : [];
  return {
    name,
    tlsa,
    ...(base === name ? {} : { base }),
    sessions: await Promise.all(compared.map(async (address) => ({ address, session: await smtp(address, base) }))),
  };
}
