import type { HostAddresses } from "../facts/facts.ts";
import { recordsOf } from "../facts/lookup.ts";
import type { Vantage } from "../facts/vantage.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { isPublic, type Permission } from "../net/guard.ts";
import type { SpecialBlock } from "../net/special-purpose.ts";
import type { DnsClient } from "./dns/client.ts";

/** Both address RRsets of a host name, and which of their addresses the guard lets us dial. */
export async function addressesOf(name: DomainName, dns: DnsClient, { guard }: Vantage): Promise<HostAddresses> {
  const [a, aaaa] = await Promise.all([dns.ask(name, "A"), dns.ask(name, "AAAA")]);
  const all = [a, aaaa].flatMap((lookup) => (lookup.kind === "failed" ? [] : recordsOf(lookup)));
  const judged = [...new Set(all)].map((address) => ({ address, permission: guard(address) }));
  const optedOut = blocked(judged, "opted-out");
  return {
    a,
    aaaa,
    reachable: judged.flatMap(({ address, permission }) => (permission.allowed ? [address] : [])),
    refused: judged.flatMap(({ address, permission }) =>
      permission.allowed || isPublic(permission.block) ? [] : [{ address, what: permission.block.name }],
    ),
    own: blocked(judged, "own"),
    ...(optedOut.length > 0 ? { optedOut } : {}),
  };
}

/** The addresses that are denied for this reason. */
const blocked = (judged: readonly { address: IpAddress; permission: Permission }[], kind: SpecialBlock["kind"]) =>
  judged.flatMap(({ address, permission }) => (!permission.allowed && permission.block.kind === kind ? [address] : []));
