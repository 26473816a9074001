import { reverseName } from "../address.ts";
import type { Failure, LookupOf } from "../facts/lookup.ts";
import type { ReverseZone, Zone } from "../facts/zone.ts";
import { asName, type DomainName, isWithin, labels, parent } from "../name.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** Where every walk up ends: the reverse trees hang below it. */
const TOP = asName("arpa");

/**
 * The zone that holds the PTR record. Asking for the SOA at the reverse name finds it in one step: the zone's apex is
 * in the authority section where there is none (RFC 2308 section 3), and the answer's aliases are those of the PTR
 * question (RFC 2317). So this does not wait for `reverse`, and what fails there does not fail here.
 */
export const reverseZone = defineGatherer<"reverseZone">()({
  needs: ["address"],
  async gather({ address }, { dns }): Promise<ReverseZone> {
    const name = reverseName(address);
    const at = await dns.ask(name, "SOA");
    if (at.kind === "failed") return { kind: "failed", reason: at.reason, name };
    const owner = at.aliases.at(-1);
    if (!owner) return found(name, await zoneOf(name, dns, at), name);
    // An alias has no zone of its own at its name: what holds it is the zone of the name above.
    const [zone, aliasZone] = await Promise.all([zoneOf(owner, dns, at), zoneOf(parent(name), dns)]);
    const result = found(owner, zone, name);
    return result.kind === "found" && typeof aliasZone !== "string" ? { ...result, aliasZone } : result;
  },
});

const found = (owner: DomainName, zone: Zone | Failure, name: DomainName): ReverseZone =>
  typeof zone === "string" ? { kind: "failed", reason: zone, name } : { kind: "found", owner, zone };

/** The zone a name is in, with what its apex says; `at` is the SOA question for the name where it was asked before. */
async function zoneOf(name: DomainName, dns: DnsClient, at?: LookupOf<"SOA">): Promise<Zone | Failure> {
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
