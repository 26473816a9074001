import type { ZoneSecurity } from "../facts/zone-security.ts";
import { defineGatherer } from "./gatherer.ts";
import { zoneOf } from "./zone-of.ts";

/** DS records and signatures of the zone that the sending domain is in. */
export const zoneSecurity = defineGatherer<"zoneSecurity">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, { dns }): Promise<ZoneSecurity | undefined> {
    if (!domain) return undefined;
    const zone = await zoneOf(domain, dns);
    if (typeof zone === "string")
      return { kind: "failed", lookup: { kind: "failed", name: domain, type: "SOA", reason: zone } };
    const ds = await dns.ask(zone.name, "DS");
    if (ds.kind !== "answer") return { kind: "found", zone: zone.name, ds };
    return {
      kind: "found",
      zone: zone.name,
      ds,
      signatures: await dns.ask(zone.name, "RRSIG", { checkingDisabled: true }),
    };
  },
});
