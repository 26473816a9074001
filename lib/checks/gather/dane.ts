import type { MailExchanger } from "../facts/mx.ts";
import type { DaneHost } from "../facts/receiving.ts";
import { asName, type DomainName } from "../name.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";

/** As many addresses of one host as we compare its records with. */
const MAX_SESSIONS = 4;

/** The TLSA records of every MX host, and where there are some, what the servers show in their TLS. */
export const dane = defineGatherer<"dane">()({
  needs: ["mx"],
  async gather({ mx }, gathering) {
    if (!mx) return undefined;
    const hosts = await Promise.all(mx.exchangers.map((exchanger) => hostOf(exchanger, gathering)));
    return { domain: mx.domain, hosts };
  },
});

async function hostOf({ name, a, aaaa, reachable }: MailExchanger, { dns, smtp }: Gathering): Promise<DaneHost> {
  const ask = (of: DomainName) => dns.ask(asName(`_25._tcp.${of}`), "TLSA");
  // RFC 7672 section 2.2.3: for a host that is an alias, the records of what it leads to come first.
  const end = [a, aaaa].flatMap((lookup) => (lookup.kind === "answer" ? lookup.aliases.slice(-1) : []))[0];
  const first = await ask(end ?? name);
  const tlsa = end && first.kind !== "answer" && first.kind !== "failed" ? await ask(name) : first;
  const compared = tlsa.kind === "answer" && tlsa.authenticated ? reachable.slice(0, MAX_SESSIONS) : [];
  return {
    name,
    tlsa,
    sessions: await Promise.all(compared.map(async (address) => ({ address, session: await smtp(address) }))),
  };
}
