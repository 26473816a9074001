import type { Delegation } from "../facts/authority.ts";
import { type Failure, type LookupOf, recordsOf } from "../facts/lookup.ts";
import type { IpAddress } from "../net/address.ts";
import { type DomainName, parent } from "../net/domain-name.ts";
import type { Gathering } from "./gatherer.ts";
import { zoneOf } from "./zone-of.ts";

/** As many of the parent's servers as are tried. */
const MAX_SERVERS = 2;
const TRIES = 3;

/**
 * The delegation of a zone, asked where it stands: at a server of the zone above. A server that holds both zones answers
 * for the lower one, which says nothing of the delegation; so those that do not are tried first.
 */
export async function askParent(
  zone: DomainName,
  own: readonly DomainName[],
  { dns }: Pick<Gathering, "dns">,
): Promise<Pick<Delegation, "parent" | "delegated">> {
  const failed = (reason: Failure): LookupOf<"NS"> => ({ kind: "failed", name: zone, type: "NS", reason });
  const above = await zoneOf(parent(zone), dns);
  if (typeof above === "string") return { delegated: failed(above) };
  if (above.ns.kind === "failed") return { parent: above.name, delegated: failed(above.ns.reason) };

  const servers = recordsOf(above.ns).toSorted();
  const foreign = servers.filter((server) => !own.includes(server));
  let delegated = failed("depends");
  for (const server of (foreign.length > 0 ? foreign : servers).slice(0, MAX_SERVERS)) {
    const address = await addressOf(server, dns);
    // Where a server could not be found for a reason of ours, that is the reason, and not its silence.
    if (address.reason) delegated = failed(address.reason);
    if (!address.found) continue;
    delegated = await dns.ask(zone, "NS", { at: { address: address.found, port: 53 }, tries: TRIES });
    if (delegated.kind !== "failed") break;
  }
  return { parent: above.name, delegated };
}

/** One address of a server, or why it could not be found out. */
async function addressOf(
  server: DomainName,
  dns: Gathering["dns"],
): Promise<{ readonly found?: IpAddress | undefined; readonly reason?: Failure }> {
  const four = await dns.ask(server, "A");
  if (four.kind === "answer") return { found: four.records[0] };
  const six = await dns.ask(server, "AAAA");
  if (six.kind === "answer") return { found: six.records[0] };
  return four.kind === "failed" ? { reason: four.reason } : six.kind === "failed" ? { reason: six.reason } : {};
}
