import type { LookupOf } from "../facts/lookup.ts";
import type { DnsClient } from "./dns/client.ts";

/**
 * The CNAME at a name that has a TXT record of its own: some servers give each to whoever asks for it. Not asked where
 * the record came by an alias, or where there is none.
 */
export async function askAlias(
  own: LookupOf<"TXT">,
  dns: Pick<DnsClient, "ask">,
): Promise<{ readonly alias?: LookupOf<"CNAME"> }> {
  if (own.kind !== "answer" || own.aliases.length > 0) return {};
  return { alias: await dns.ask(own.name, "CNAME") };
}
