import { bytesOf, family, type IpAddress, isInside, parseCidr } from "../../net/address.ts";
import { asName, type DomainName } from "../../net/domain-name.ts";

/** A registry's RDAP service: its host, and where on it the services begin. */
export interface RdapService {
  readonly host: DomainName;
  /** With a slash at both ends. */
  readonly base: string;
}

const service = (host: string, base: string): RdapService => ({ host: asName(host), base });

export const rdapServices = {
  afrinic: service("rdap.afrinic.net", "/rdap/"),
  apnic: service("rdap.apnic.net", "/"),
  arin: service("rdap.arin.net", "/registry/"),
  lacnic: service("rdap.lacnic.net", "/rdap/"),
  ripe: service("rdap.db.ripe.net", "/"),
} as const satisfies Record<string, RdapService>;

type Registry = keyof typeof rdapServices;

/**
 * The first octets of IPv4 blocks by registry (IANA's RDAP bootstrap registry for IPv4, RFC 9224). Whatever is not here
 * is ARIN's: its own blocks, and the old ones it keeps the books of. Each registry points at the right one where a part
 * of a block has moved.
 */
const IPV4: readonly (readonly [Registry, string])[] = [
  ["afrinic", "41 102 105 154 196 197"],
  [
    "apnic",
    "1 14 27 36 39 42 43 49 58-61 101 103 106 110-126 133 150 153 163 171 175 180 182 183 202 203 210 211 218-223",
  ],
  ["lacnic", "177 179 181 186 187 189-191 200 201"],
  ["ripe", "2 5 25 31 37 46 51 53 57 62 77-95 109 141 145 151 176 178 185 188 193-195 212 213 217"],
];

/** The same for IPv6. What is not here has no registry that we know of. */
const IPV6: readonly (readonly [Registry, string])[] = [
  ["afrinic", "2001:4200::/23 2c00::/12"],
  [
    "apnic",
    "2001:200::/23 2001:c00::/23 2001:e00::/23 2001:4400::/23 2001:8000::/19 2001:a000::/20 2001:b000::/20 2400::/12 2410::/12",
  ],
  ["arin", "2001:400::/23 2001:1800::/23 2001:4800::/23 2600::/12 2610::/23 2620::/23 2630::/12"],
  ["lacnic", "2001:1200::/23 2800::/12"],
  [
    "ripe",
    "2001:600::/23 2001:800::/22 2001:1400::/22 2001:1a00::/23 2001:1c00::/22 2001:2000::/19 2001:4000::/23 2001:4600::/23 2001:4a00::/23 2001:4c00::/23 2001:5000::/20 2003::/18 2a00::/12 2a10::/12",
  ],
];

const octets = new Map(
  IPV4.flatMap(([registry, blocks]) => blocks.split(" ").flatMap((block) => rangeOf(block).map((n) => [n, registry]))),
);
const prefixes = IPV6.flatMap(([registry, blocks]) =>
  blocks.split(" ").flatMap((text) => {
    const block = parseCidr(text);
    return block ? [{ registry, block }] : [];
  }),
);

/** The RDAP service of the registry an address belongs to, without asking anybody. */
export function rdapServiceFor(address: IpAddress): RdapService | undefined {
  if (family(address) === 4) return rdapServices[octets.get(bytesOf(address)[0] ?? 0) ?? "arin"];
  const found = prefixes.find(({ block }) => isInside(address, block));
  return found && rdapServices[found.registry];
}

function rangeOf(text: string): number[] {
  const [first = 0, last = first] = text.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
