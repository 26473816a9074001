import type { ForwardZone } from "../facts/intended-hostname.ts";
import { hostnameFault } from "../formats/ptr-name/hostname-fault.ts";
import { family } from "../net/address.ts";
import { type DomainName, parent } from "../net/domain-name.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";
import { zoneOf } from "./zone-of.ts";

/** Where the intended hostname resolves to. As a rule the question has been asked before in this check. */
export const intendedHost = defineGatherer<"intendedHost">()({
  needs: ["address", "intendedHostname"],
  async gather({ address, intendedHostname }, { dns }) {
    if (!intendedHostname) return undefined;
    const addresses = await dns.ask(intendedHostname.name, family(address) === 4 ? "A" : "AAAA");
    return { ...intendedHostname, addresses };
  },
});

/**
 * The zone of the first PTR name, found while the SMTP session is still under way: as a rule that is the intended one,
 * and then nobody waits for this afterwards.
 */
export const ptrNameZone = defineGatherer<"ptrNameZone">()({
  needs: ["reverse"],
  async gather({ reverse }, { dns }): Promise<ForwardZone | undefined> {
    const [name] = reverse.kind === "answer" ? reverse.records : [];
    return name && hostnameFault(name) === undefined ? zoneAround(name, dns) : undefined;
  },
});

/** The zone in which that name's address record has to stand: for an alias, the zone that holds the alias. */
export const forwardZone = defineGatherer<"forwardZone">()({
  needs: ["intendedHostname", "ptrNameZone"],
  async gather({ intendedHostname, ptrNameZone }, { dns }): Promise<ForwardZone | undefined> {
    if (!intendedHostname) return undefined;
    const { name } = intendedHostname;
    return ptrNameZone?.name === name ? ptrNameZone : zoneAround(name, dns);
  },
});

async function zoneAround(name: DomainName, dns: DnsClient): Promise<ForwardZone> {
  const at = await dns.ask(name, "SOA");
  if (at.kind === "failed") return { kind: "failed", name, reason: at.reason };
  const zone = await (at.aliases.length > 0 ? zoneOf(parent(name), dns) : zoneOf(name, dns, at));
  return typeof zone === "string" ? { kind: "failed", name, reason: zone } : { kind: "found", name, zone };
}
