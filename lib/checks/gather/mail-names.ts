import { type Family, family } from "../address.ts";
import { nameInArgument } from "../derive/name-kind.ts";
import type { EhloLookup, ForwardLookup } from "../facts/lookup.ts";
import type { DomainName } from "../name.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** Where the names lead that the server greets with, and the one the reader says it uses when it sends. */
export const mailNames = defineGatherer<"mailNames">()({
  needs: ["address", "claims", "smtp"],
  async gather({ address, claims, smtp }, { dns }) {
    const of = family(address);
    const [greeting, ehlo, claimed] = await Promise.all([
      forwardOf(smtp.greetingName, of, dns),
      ehloLookup(smtp.ehloName, of, dns),
      ehloLookup(nameInArgument(claims.helo), of, dns),
    ]);
    return { ...(greeting ? { greeting } : {}), ...(ehlo ? { ehlo } : {}), ...(claimed ? { claimed } : {}) };
  },
});

async function forwardOf(name: DomainName | undefined, of: Family, dns: DnsClient): Promise<ForwardLookup | undefined> {
  // A single label would be searched in somebody's local domain: it is not a question for public DNS.
  if (!name?.includes(".")) return undefined;
  return { name, addresses: await dns.ask(name, of === 4 ? "A" : "AAAA") };
}

/** Receivers that want an EHLO name to exist take an address of either family or an MX record. */
async function ehloLookup(name: DomainName | undefined, of: Family, dns: DnsClient): Promise<EhloLookup | undefined> {
  const lookup = await forwardOf(name, of, dns);
  if (lookup?.addresses.kind !== "nodata") return lookup;
  const [otherFamily, mx] = await Promise.all([
    dns.ask(lookup.name, of === 4 ? "AAAA" : "A"),
    dns.ask(lookup.name, "MX"),
  ]);
  return { ...lookup, besides: { otherFamily, mx } };
}
