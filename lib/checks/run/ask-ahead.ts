import { domainIn } from "../derive/helo-identity.ts";
import { nameServer } from "../derive/server-name.ts";
import type { FactName, Facts } from "../facts/facts.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import type { DnsClient } from "../gather/dns/client.ts";
import { askMailNames } from "../gather/mail-names.ts";
import { evaluateSpf } from "../gather/spf/evaluate.ts";

/**
 * Asks, as soon as a server has answered EHLO, what is asked of the names it says in any case: their addresses and the
 * HELO identity's SPF. TLS and all after it take three round trips more, in which these answers come. A question that is
 * asked twice in a check is sent once, so the gatherers find theirs answered, or under way.
 */
export async function askAhead(
  { address, claims }: Pick<Facts, "address" | "claims">,
  introduced: SmtpSession,
  clientFor: (fact: FactName) => DnsClient,
): Promise<void> {
  // Where it does not name itself the PTR name stands in, which needs nothing of this.
  const domain = domainIn(nameServer({ claims, smtp: introduced }).ehlo);
  await Promise.all([
    askMailNames({ address, claims, smtp: introduced }, clientFor("mailNames")),
    domain && evaluateSpf({ ip: address, domain, helo: domain, dns: clientFor("heloSpf") }),
  ]);
}
