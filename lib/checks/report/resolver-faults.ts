import type { ResolverFault } from "../facts/vantage.ts";
import { prose, type Text, text } from "../net/safe-text.ts";

/** Each ends a sentence that begins with the resolver. */
const WORDS: Readonly<Record<ResolverFault, string>> = {
  offline: "does not reach the internet: it denies the root's name servers",
  rewrites: "rewrites NXDOMAIN: it returns addresses for names that do not exist",
  denies: "answers NXDOMAIN without an SOA record, so it is not certain that the zone was asked",
  "hides-aaaa": "leaves out AAAA records",
  "hides-ptr": "leaves out PTR records",
  "feigns-validation": "sets the AD flag, but accepts invalid DNSSEC signatures",
};

/**
 * What is wrong with a resolver of this service, what that means for a report, and what its operator can do. A fault of
 * another version of the rules is named as it is.
 */
export function resolverFaultWords(fault: { readonly resolver: string; readonly faults: readonly string[] }): Text {
  const known = fault.faults.map((each) => WORDS[each as ResolverFault] ?? each);
  return text`Our resolver ${fault.resolver} ${prose(known.join(", and "))}. Answers that this touches are not used. ${OPERATOR}`;
}

const OPERATOR = text`The operator of this service can set ${"RESOLVERS"} to a recursive resolver with internet access.`;

/** That no resolver of ours answers at all. */
export const silentResolversWords = (resolvers: readonly string[]): Text =>
  text`None of our resolvers answers (${resolvers}), so nothing can be checked. ${OPERATOR}`;

/** That connections to port 25 do not get out from where we are. */
export const port25Words = (reference: string): Text =>
  text`Outgoing port 25 is blocked here: ${reference} does not answer. Greetings, EHLO names and TLS cannot be checked. The operator of this service can have port 25 opened by the hosting provider, or set ${"SMTP_REFERENCE"} to another host.`;
