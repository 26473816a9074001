import type { Evidence, Fix } from "../../define/signal.ts";
import { text } from "../../net/safe-text.ts";

interface Judged {
  readonly signal: string;
  readonly outcome: string;
  readonly evidence: Evidence;
}

/**
 * What can be done about a PTR lookup that ended in SERVFAIL or in a chain of aliases without an end: nothing is known of the
 * record, but receivers meet the same failure, and the reverse zone has an operator. Undefined for every other silence, which
 * may be ours.
 */
export function silentZoneFix({ signal, outcome, evidence: { question, reason } }: Judged): Fix | undefined {
  if (signal !== "reverse-dns" || outcome !== "temperror") return undefined;
  const name = question?.[0]?.split(" ")[0];
  const who = "address-owner";
  if (reason?.includes("servfail"))
    return {
      who,
      does: text`Ask the operator of the reverse zone to check its name servers and its DNSSEC signatures: the lookup of ${name} ends in SERVFAIL.`,
    };
  if (reason?.includes("alias-loop"))
    return {
      who,
      does: text`Ask the operator of the reverse zone to correct the CNAME records at ${name}: they lead in a circle, or to too many further names.`,
    };
  return undefined;
}
