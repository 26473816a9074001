import { type Cidr, type IpAddress, isInside, parseAddress, parseCidr } from "./address.ts";
import { type DomainName, isWithin, parseName } from "./domain-name.ts";

/** Who asked not to be looked at: address ranges, and domains with all names below them. */
export interface OptOut {
  readonly ranges: readonly Cidr[];
  readonly domains: readonly DomainName[];
}

/**
 * Reads a list of addresses, ranges and domains, one on each line; `#` begins a remark. Hands back the first line that is
 * none of these where there is one: what cannot be read might be what somebody asked for.
 */
export function parseOptOut(source: string): OptOut | { readonly unreadable: string } {
  const ranges: Cidr[] = [];
  const domains: DomainName[] = [];
  for (const line of source.split(/\r?\n/)) {
    const entry = line.replace(/#.*$/, "").trim();
    if (!entry) continue;
    const address = parseAddress(entry);
    const range = parseCidr(address ? `${address}/${address.includes(":") ? 128 : 32}` : entry);
    const domain = range || entry.includes("/") ? undefined : parseName(entry);
    if (range) ranges.push(range);
    else if (domain && domain !== ".") domains.push(domain);
    else return { unreadable: entry.slice(0, 100) };
  }
  return { ranges, domains };
}

export const isAddressIn = ({ ranges }: OptOut, address: IpAddress): boolean =>
  ranges.some((range) => isInside(address, range));

/** Whether a name, or a domain above it, is in the list. */
export const isNameIn = ({ domains }: OptOut, name: DomainName): boolean =>
  domains.some((domain) => isWithin(name, domain));
