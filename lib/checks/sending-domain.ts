import type { SendingDomain } from "./facts/sender.ts";
import { type Evidence, type Finding, type Outcome, unanswered } from "./signal.ts";
import { type Text, text } from "./text.ts";

/** What the signals about a sending domain share: whose domain it is, and what there is to say without one. */

/** The domain, and how sure we are that it is the right one. */
export const domainWords = (e: Evidence): Text =>
  e.origin?.[0] === "ptr"
    ? text`${e.domain} (taken from the PTR name, because no sending domain was given)`
    : text`${e.domain}`;

/** The outcome of every such signal where there is no domain. Its finding is `withoutDomain()`. */
export const noDomain: Outcome = {
  status: "skipped",
  says: text`No sending domain is known: the address has no PTR name to take one from, and none was given in the options.`,
};

export const withoutDomain = (
  sender: Extract<SendingDomain, { domain: undefined }>,
): Finding<"no-domain" | "temperror"> =>
  sender.why === "failed" ? unanswered(sender.lookup) : { outcome: "no-domain" };
