import { family } from "../address.ts";
import type { ForwardZone } from "../facts/wanted.ts";
import { parent } from "../name.ts";
import { chooseName } from "../remedy/choose-name.ts";
import { defineGatherer } from "./gatherer.ts";
import { zoneOf } from "./zone-of.ts";

/** Where the name leads that the server is meant to have. As a rule the question has been asked before in this check. */
export const wantedName = defineGatherer<"wantedName">()({
  needs: ["address", "claims", "asked", "reverse", "forward", "smtp", "mailNames"],
  async gather(facts, { dns }) {
    const chosen = chooseName(facts);
    if (!chosen) return undefined;
    return { ...chosen, addresses: await dns.ask(chosen.name, family(facts.address) === 4 ? "A" : "AAAA") };
  },
});

/** The zone in which that name's address record has to stand: for an alias, the zone that holds the alias. */
export const forwardZone = defineGatherer<"forwardZone">()({
  needs: ["wantedName"],
  async gather({ wantedName }, { dns }): Promise<ForwardZone | undefined> {
    if (!wantedName) return undefined;
    const { name } = wantedName;
    const at = await dns.ask(name, "SOA");
    if (at.kind === "failed") return { kind: "failed", name, reason: at.reason };
    const zone = await (at.aliases.length > 0 ? zoneOf(parent(name), dns) : zoneOf(name, dns, at));
    return typeof zone === "string" ? { kind: "failed", name, reason: zone } : { kind: "found", name, zone };
  },
});
