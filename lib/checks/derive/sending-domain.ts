import type { SendingDomain } from "../facts/sender.ts";
import type { ForwardConfirmation } from "../findings/forward-confirmation.ts";
import { organisationalDomain } from "../name.ts";
import { defineFinding } from "./define.ts";
import { primaryName } from "./forward-confirmation.ts";

/** The domain the reader claims, else the organisational domain of a PTR name, confirmed ones first. */
export const sender = defineFinding<"sender">()({
  needs: ["claims", "forwardConfirmation"],
  shows: [],
  derive: ({ claims, forwardConfirmation }): SendingDomain =>
    claims.from ? { domain: claims.from, origin: "given" } : domainOfNames(forwardConfirmation),
});

/**
 * The sending domain read off the PTR names. Where an unanswered question could have led to another domain, the answer
 * is `failed`: a guess that changes with the weather is none.
 */
function domainOfNames({ reverse, names }: ForwardConfirmation): SendingDomain {
  if (reverse.kind === "failed") return { domain: undefined, why: "failed", lookup: reverse };
  if (reverse.kind !== "answer") return { domain: undefined, why: "no-ptr" };
  const candidates = names.filter(({ name }) => organisationalDomain(name) !== undefined);
  const { name: chosen, rivals } = primaryName({ names: candidates });
  const domain = chosen && organisationalDomain(chosen.name);
  if (!chosen || !domain) return { domain: undefined, why: "no-organisation" };
  for (const { name, addresses } of rivals)
    if (addresses.kind === "failed" && organisationalDomain(name) !== domain)
      return { domain: undefined, why: "failed", lookup: addresses };
  return { domain, origin: "ptr", name: chosen.name };
}
