import type { SharedSenderFinding } from "../findings/shared-sender.ts";
import { sharedSenderOfName } from "../providers/shared-senders.ts";
import { defineFinding } from "./define.ts";

/**
 * A shared sender is known by a forward-confirmed PTR name in its zone: the first takes its address, the second its zone.
 * Where the network is known, too, it has to be the service's own.
 */
export const sharedSender = defineFinding<"sharedSender">()({
  needs: ["forwardConfirmation", "network"],
  derive({ forwardConfirmation: { reverse, names }, network: { origin } }): SharedSenderFinding {
    if (reverse.kind === "failed") return { kind: "open", lookup: reverse };
    for (const { name, state, addresses } of names) {
      const service = sharedSenderOfName(name);
      if (!service) continue;
      const elsewhere =
        origin.kind === "announced" && !origin.asns.some((asn) => (service.asns ?? [asn]).includes(asn));
      if (elsewhere) continue;
      if (state === "confirmed") return { kind: "shared", id: service.id, name };
      if (state === "unknown" && addresses.kind === "failed") return { kind: "open", lookup: addresses };
    }
    return { kind: "none" };
  },
});
