import { asName } from "../net/domain-name.ts";
import { defineGatherer } from "./gatherer.ts";

/**
 * The control for all that is said about DNSSEC: the root is signed, so a resolver that validates vouches for its SOA
 * record, and one that does not (or has the flag taken out on the way to us) cannot tell signed from unsigned.
 */
export const validation = defineGatherer<"validation">()({
  needs: [],
  gather: (_, { dns }) => dns.ask(asName("."), "SOA"),
});
