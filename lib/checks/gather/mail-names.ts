import type { MailNames } from "../facts/facts.ts";
import type { ForwardLookup } from "../facts/lookup.ts";
import { type Family, family } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { nameInArgument } from "../net/name-kind.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** Where the names lead that the server greets with, and the one the reader says it uses when it sends. */
export const mailNames = defineGatherer<"mailNames">()({
  needs: ["address", "claims", "smtp"],
  untilEhlo: true,
  async gather({ address, claims, smtp }, { dns }): Promise<MailNames> {
    const of = family(address);
    const [greeting, ehlo, claimed] = await Promise.all([
      forwardOf(smtp.greetingName, of, dns),
      forwardOf(smtp.ehloName, of, dns),
      forwardOf(nameInArgument(claims.helo), of, dns),
    ]);
    return { ...(greeting ? { greeting } : {}), ...(ehlo ? { ehlo } : {}), ...(claimed ? { claimed } : {}) };
  },
});

async function forwardOf(name: DomainName | undefined, of: Family, dns: DnsClient): Promise<ForwardLookup | undefined> {
  // A single label would be searched in somebody's local domain: it is not a question for public DNS.
  if (!name?.includes(".")) return undefined;
  return { name, addresses: await dns.ask(name, of === 4 ? "A" : "AAAA") };
}
