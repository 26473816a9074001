import type { MailExchanger } from "../../facts/mx.ts";
import type { IpAddress } from "../../net/address.ts";
import type { DomainName } from "../../net/domain-name.ts";

/** How many addresses the check has room for, and whether one of them is among those looked at. */
export interface Seats {
  readonly addresses: number;
  readonly lookAt: (address: IpAddress) => boolean;
}

/** The addresses of each MX host that are looked at, and how many are left out because of our limit. */
export interface ChosenServers {
  readonly chosen: ReadonlyMap<DomainName, readonly IpAddress[]>;
  readonly leftOut: number;
}

/**
 * One address of each host, then the next of each: a host with many does not hide the others. Several hosts may share an
 * address: each is a server to be judged under its own name, and takes a place. The same choice whoever asks.
 */
export function chooseServers(exchangers: readonly MailExchanger[], { addresses, lookAt }: Seats): ChosenServers {
  const chosen = new Map<DomainName, IpAddress[]>(exchangers.map(({ name }) => [name, []]));
  const most = Math.max(0, ...exchangers.map(({ reachable }) => reachable.length));
  let [seats, leftOut] = [addresses, 0];
  for (let round = 0; round < most; round++)
    for (const { name, reachable } of exchangers) {
      const address = reachable[round];
      if (!address) continue;
      if (seats === 0) leftOut++;
      else if (lookAt(address)) {
        seats--;
        chosen.get(name)?.push(address);
      }
    }
  return { chosen, leftOut };
}
