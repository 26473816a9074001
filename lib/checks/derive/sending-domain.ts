import type { SendingDomain } from "../facts/sender.ts";
import type { ForwardConfirmation } from "../findings/forward-confirmation.ts";
import { isUnusable } from "../formats/ptr-name/hostname-fault.ts";
import type { IpAddress } from "../net/address.ts";
import { type DomainName, isPrivateSuffix, organisationalDomain } from "../net/domain-name.ts";
import { sharedSenderOfName } from "../providers/shared-senders.ts";
import { classifyPtrName, type PtrNameReason } from "./classify-ptr-name.ts";
import { defineFinding } from "./define.ts";
import { primaryName } from "./forward-confirmation.ts";

/** The domain the reader claims, else the organisational domain of a PTR name, confirmed ones first, else of the name asked about. */
export const sender = defineFinding<"sender">()({
  needs: ["claims", "asked", "forwardConfirmation"],
  shows: [],
  derive({ claims, asked, forwardConfirmation }): SendingDomain {
    if (claims.from) return { domain: claims.from, origin: "given" };
    const found = domainOfNames(forwardConfirmation);
    if (found.domain !== undefined || found.why === "failed" || !asked) return found;
    const domain = domainBehind(asked, forwardConfirmation.address);
    return domain ? { domain, origin: "target" } : found;
  },
});

/** The organisational domain of the name that stands for the address; undefined where that is nobody's own. */
export const ptrDomain = defineFinding<"ptrDomain">()({
  needs: ["forwardConfirmation"],
  shows: [],
  derive({ forwardConfirmation }) {
    const name = primaryName(forwardConfirmation).name?.name;
    const domain = name && domainBehind(name, forwardConfirmation.address);
    return domain ? { name, domain } : undefined;
  },
});

/**
 * The domain that the operator of a host of this name may send as. Undefined where the name is a provider's or a shared
 * sender's, where it is of one network only, and where it is itself a suffix below which others register.
 */
export function domainBehind(name: DomainName, address: IpAddress | undefined): DomainName | undefined {
  return isOwn(name) && !isMade(name, address) && !sharedSenderOfName(name) ? organisationalDomain(name) : undefined;
}

const isOwn = (name: DomainName): boolean => !isUnusable(name) && !isPrivateSuffix(name);

/** What may stand in a name somebody chose: `pool.example.com` may be their own cluster. */
const CHOSEN: readonly PtrNameReason[] = ["access-word"];

function isMade(name: DomainName, address: IpAddress | undefined): boolean {
  const { kind, reasons } = classifyPtrName(name, address);
  return kind !== "custom" && reasons.some(({ why }) => !CHOSEN.includes(why));
}

/**
 * The sending domain read off the PTR names. Where an unanswered question could have led to another domain, the answer
 * is `failed`: a guess that changes with the weather is none.
 */
function domainOfNames({ address, reverse, names }: ForwardConfirmation): SendingDomain {
  if (reverse.kind === "failed") return { domain: undefined, why: "failed", lookup: reverse };
  const [first] = reverse.kind === "answer" ? reverse.records : [];
  if (!first) return { domain: undefined, why: "no-ptr" };
  const candidates = names.filter(({ name }) => domainBehind(name, address) !== undefined);
  const { name: chosen, rivals } = primaryName({ names: candidates });
  const domain = chosen && organisationalDomain(chosen.name);
  if (!chosen || !domain) {
    const made = names.find(({ name }) => isOwn(name))?.name;
    return made
      ? { domain: undefined, why: "made-name", name: made }
      : { domain: undefined, why: "no-organisation", name: first };
  }
  for (const { name, addresses } of rivals)
    if (addresses.kind === "failed" && organisationalDomain(name) !== domain)
      return { domain: undefined, why: "failed", lookup: addresses };
  return { domain, origin: "ptr", name: chosen.name };
}
