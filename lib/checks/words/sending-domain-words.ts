import { type Evidence, type Finding, type Outcome, unanswered } from "../define/signal.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { type Text, text } from "../net/safe-text.ts";

/** What the signals about a sending domain share: whose domain it is, and what there is to say without one. */

/** The domain, and how sure we are that it is the right one. */
export const domainWords = (e: Evidence): Text =>
  e.origin?.[0] === "ptr" ? text`${e.domain} (from the PTR name)` : text`${e.domain}`;

/** Why no sending domain is known, as the beginning of a sentence or all of it. */
export const noDomainWords = (e: Evidence): Text => {
  switch (e.why?.[0]) {
    case "made-name":
      return text`No sending domain is known: the PTR name ${e.name} is a provider's, and so is its domain. Enter the domain you send as in the options.`;
    case "no-organisation":
      return text`No sending domain is known: the PTR name ${e.name} belongs to no public domain. Enter the domain you send as in the options.`;
    default:
      return text`No sending domain is known: the address has no PTR name to take it from, and none was entered in the options.`;
  }
};

/** The outcome of every such signal where there is no domain. Its finding is `withoutDomain()`. */
export const noDomain: Outcome = {
  status: "skipped",
  // Why is said once, beside SPF.
  says: text`No sending domain is known, so there is nothing to check.`,
};

export function withoutDomain(
  sender: Extract<SendingDomain, { domain: undefined }>,
): Finding<"no-domain" | "temperror"> {
  if (sender.why === "failed") return unanswered(sender.lookup);
  return {
    outcome: "no-domain",
    evidence: { why: [sender.why], ...("name" in sender ? { name: [sender.name] } : {}) },
  };
}
