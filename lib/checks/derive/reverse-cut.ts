import type { Evidence } from "../facts/evidence.ts";
import type { Zone } from "../facts/zone.ts";
import type { ReverseCut } from "../findings/zone-holders.ts";
import { mailboxOf } from "../formats/mailbox.ts";
import { reverseName } from "../net/address.ts";
import { defineFinding } from "./define.ts";

/** Above these nobody but the registries holds anything. */
const TREES: readonly string[] = [".", "arpa", "in-addr.arpa", "ip6.arpa"];

export const reverseCut = defineFinding<"reverseCut">()({
  needs: ["address", "reverseZone"],
  derive({ address, reverseZone }): ReverseCut {
    if (reverseZone.kind === "failed") return "unknown";
    const { owner, zone } = reverseZone;
    const name = reverseName(address);
    if (owner !== name) return "alias";
    if (TREES.includes(zone.name)) return "undelegated";
    return zone.name === name ? "address" : "block";
  },
});

/** A zone's own words about itself, as far as its apex answered. */
export function zoneEvidence({ soa, ns }: Pick<Zone, "soa" | "ns">): Evidence {
  const record = soa.kind === "answer" ? soa.records[0] : undefined;
  const contact = record && mailboxOf(record.rname);
  return {
    ...(ns.kind === "answer" ? { servers: ns.records.toSorted() } : {}),
    ...(record ? { primary: [record.mname] } : {}),
    ...(contact ? { contact: [contact] } : {}),
  };
}
