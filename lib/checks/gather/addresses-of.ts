import type { HostAddresses } from "../facts/facts.ts";
import { recordsOf } from "../facts/lookup.ts";
import type { Vantage } from "../facts/vantage.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { DnsClient } from "./dns/client.ts";

/** Both address RRsets of a host name, and which of their addresses the guard lets us dial. */
export async function addressesOf(name: DomainName, dns: DnsClient, { guard }: Vantage): Promise<HostAddresses> {
  const [a, aaaa] = await Promise.all([dns.ask(name, "A"), dns.ask(name, "AAAA")]);
  const all = [a, aaaa].flatMap((lookup) => (lookup.kind === "failed" ? [] : recordsOf(lookup)));
  const judged = [...new Set(all)].map((address) => ({ address, permission: guard(address) }));
  return {
    a,
    aaaa,
    reachable: judged.flatMap(({ address, permission }) => (permission.allowed ? [address] : [])),
    refused: judged.flatMap(({ address, permission }) =>
      permission.allowed || permission.block.kind === "own" ? [] : [{ address, what: permission.block.name }],
    ),
    own: judged.flatMap(({ address, permission }) =>
      !permission.allowed && permission.block.kind === "own" ? [address] : [],
    ),
  };
}
