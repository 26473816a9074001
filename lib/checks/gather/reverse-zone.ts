import type { Failure } from "../facts/lookup.ts";
import type { ReverseZone, Zone } from "../facts/zone.ts";
import { reverseName } from "../net/address.ts";
import { type DomainName, parent } from "../net/domain-name.ts";
import { defineGatherer } from "./gatherer.ts";
import { zoneOf } from "./zone-of.ts";

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
