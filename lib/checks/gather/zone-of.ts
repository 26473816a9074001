import type { Failure, LookupOf } from "../facts/lookup.ts";
import type { Zone } from "../facts/zone.ts";
import { asName, type DomainName, isWithin, labels, parent } from "../net/domain-name.ts";
import type { DnsClient } from "./dns/client.ts";

/** Where every walk up the reverse trees ends. */
const TOP = asName("arpa");

/** The zone a name is in, with what its apex says; `at` is the SOA question for the name where it was asked before. */
export async function zoneOf(name: DomainName, dns: DnsClient, at?: LookupOf<"SOA">): Promise<Zone | Failure> {
  let asked = name;
  let lookup = at ?? (await dns.ask(asked, "SOA"));
  // One step as a rule. Servers that leave the authority section empty make it a walk, of at most all labels.
  for (let left = labels(name).length; left >= 0; left--) {
    if (lookup.kind === "failed") return lookup.reason;
    if (lookup.kind === "answer") return apex(lookup.aliases.at(-1) ?? asked, dns, lookup);
    if (lookup.zone && isWithin(name, lookup.zone)) return apex(lookup.zone, dns);
    if (asked === TOP || asked === ".") break;
    asked = parent(asked);
    lookup = await dns.ask(asked, "SOA");
  }
  return "malformed";
}

async function apex(name: DomainName, dns: DnsClient, known?: LookupOf<"SOA">): Promise<Zone> {
  const [soa, ns] = await Promise.all([known ?? dns.ask(name, "SOA"), dns.ask(name, "NS")]);
  return { name, soa, ns };
}
