import type { IpAddress } from "../address.ts";
import type { ForwardLookup, LookupOf } from "../facts/lookup.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { nameInWord } from "../mail-word.ts";
import { organisationalDomain } from "../name.ts";
import { defineGatherer } from "./gatherer.ts";

/** The domain the reader gave, else the organisational domain of a PTR name, confirmed ones first. */
export const sender = defineGatherer<"sender">()({
  needs: ["address", "claims", "reverse", "forward"],
  async gather({ address, claims, reverse, forward }) {
    return claims.from ? { domain: claims.from, origin: "given" } : senderOf(address, reverse, forward);
  },
});

/** The EHLO name the reader gave, else the one the server answers with, else its PTR name. */
export const heloIdentity = defineGatherer<"heloIdentity">()({
  needs: ["claims", "reverse", "smtp"],
  async gather({ claims, reverse, smtp }) {
    if (claims.helo !== undefined) {
      const said = nameInWord(claims.helo);
      return said ? { domain: said, origin: "given" } : { domain: undefined, why: "not-a-name", word: claims.helo };
    }
    if (smtp.ehloName) return { domain: smtp.ehloName, origin: "ehlo" };
    if (reverse.kind === "failed") return { domain: undefined, why: "failed", lookup: reverse };
    const [name] = reverse.kind === "answer" ? reverse.records : [];
    return name ? { domain: name, origin: "ptr" } : { domain: undefined, why: "no-ptr" };
  },
});

/**
 * The sending domain read off the PTR names. Where an unanswered question could have led to another domain, the
 * answer is `failed`: a guess that changes with the weather is none.
 */
export function senderOf(
  address: IpAddress,
  reverse: LookupOf<"PTR">,
  forward: readonly ForwardLookup[],
): SendingDomain {
  if (reverse.kind === "failed") return { domain: undefined, why: "failed", lookup: reverse };
  if (reverse.kind !== "answer") return { domain: undefined, why: "no-ptr" };
  const candidates = reverse.records.flatMap((name) => {
    const domain = organisationalDomain(name);
    return domain ? [{ name, domain, addresses: forward.find((f) => f.name === name)?.addresses }] : [];
  });
  const [first] = candidates;
  if (!first) return { domain: undefined, why: "no-organisation" };
  const confirms = ({ addresses }: (typeof candidates)[number]) =>
    addresses?.kind === "answer" && addresses.records.includes(address);
  const chosen = candidates.find(confirms) ?? first;
  for (const { addresses, domain } of candidates) {
    if (addresses?.kind === "failed" && candidates.some((other) => other.domain !== domain))
      return { domain: undefined, why: "failed", lookup: addresses };
    if (confirms({ name: chosen.name, domain, addresses })) break;
  }
  return { domain: chosen.domain, origin: "ptr", name: chosen.name };
}
