import type { Evidence } from "../../define/signal.ts";
import type { Known } from "../../findings/findings.ts";

/** What is known of "SPF or DKIM passes". Whether a message is signed cannot be seen from outside. */
export interface Authentication {
  /** `needs-dkim` only where the domain is sure: a domain guessed from a PTR name proves nothing by its SPF. */
  readonly state: "spf-passes" | "needs-dkim" | "open";
  readonly evidence: Evidence;
}

export function authenticationOf({ sender, spf }: Pick<Known, "sender" | "spf">): Authentication {
  if (!spf || !sender.domain || spf.result === "temperror" || spf.unsettled.length > 0)
    return { state: "open", evidence: {} };
  const evidence = { domain: [sender.domain], spf: [spf.result] };
  if (spf.result === "pass") return { state: "spf-passes", evidence };
  return sender.origin === "ptr" ? { state: "open", evidence: {} } : { state: "needs-dkim", evidence };
}
