/** What a special-purpose block is for, as far as a reader with the wrong address is concerned. */
export type SpecialKind =
  | "unspecified"
  | "private"
  | "shared"
  | "loopback"
  | "link-local"
  | "documentation"
  | "benchmarking"
  | "multicast"
  | "broadcast"
  /** Held back, or withdrawn. */
  | "reserved"
  /** Belongs to one protocol or service, by agreement of the whole internet. */
  | "protocol"
  /** IPv4 spelled as IPv6: mapped, compatible, translated. */
  | "translation"
  /** IPv6 carried over IPv4: 6to4, Teredo, ISATAP. */
  | "tunnel"
  /** Looks like an address and names something else. */
  | "identifier"
  | "discard"
  /** This service's own: in no registry, denied all the same. */
  | "own"
  /** Public, but its holder asked us to let it alone: in no registry either. */
  | "opted-out"
  /** Outside 2000::/3, the only part of IPv6 that is given out. */
  | "unallocated";

/** One row of a registry. */
export interface SpecialRow {
  readonly cidr: string;
  readonly name: string;
  readonly rfc: string;
  /** IANA's column "Globally Reachable"; undefined where it says N/A or nothing. */
  readonly globallyReachable: boolean | undefined;
  readonly kind: SpecialKind;
}

const row = (
  cidr: string,
  name: string,
  rfc: string,
  globallyReachable: boolean | undefined,
  kind: SpecialKind,
): SpecialRow => ({ cidr, name, rfc, globallyReachable, kind });

/** https://www.iana.org/assignments/iana-ipv4-special-registry, one row for each block. */
export const IPV4_REGISTRY: readonly SpecialRow[] = [
  row("0.0.0.0/8", "This network", "RFC 791, section 3.2", false, "unspecified"),
  row("0.0.0.0/32", "This host on this network", "RFC 1122, section 3.2.1.3", false, "unspecified"),
  row("10.0.0.0/8", "Private-Use", "RFC 1918", false, "private"),
  row("100.64.0.0/10", "Shared Address Space", "RFC 6598", false, "shared"),
  row("127.0.0.0/8", "Loopback", "RFC 1122, section 3.2.1.3", false, "loopback"),
  row("169.254.0.0/16", "Link Local", "RFC 3927", false, "link-local"),
  row("172.16.0.0/12", "Private-Use", "RFC 1918", false, "private"),
  row("192.0.0.0/24", "IETF Protocol Assignments", "RFC 6890, section 2.1", false, "protocol"),
  row("192.0.0.0/29", "IPv4 Service Continuity Prefix", "RFC 7335", false, "protocol"),
  row("192.0.0.8/32", "IPv4 dummy address", "RFC 7600", false, "protocol"),
  row("192.0.0.9/32", "Port Control Protocol Anycast", "RFC 7723", true, "protocol"),
  row("192.0.0.10/32", "Traversal Using Relays around NAT Anycast", "RFC 8155", true, "protocol"),
  row("192.0.0.170/32", "NAT64/DNS64 Discovery", "RFC 8880, RFC 7050, section 2.2", false, "protocol"),
  row("192.0.0.171/32", "NAT64/DNS64 Discovery", "RFC 8880, RFC 7050, section 2.2", false, "protocol"),
  row("192.0.2.0/24", "Documentation (TEST-NET-1)", "RFC 5737", false, "documentation"),
  row("192.31.196.0/24", "AS112-v4", "RFC 7535", true, "protocol"),
  row("192.52.193.0/24", "AMT", "RFC 7450", true, "protocol"),
  row("192.88.99.0/24", "Deprecated (6to4 Relay Anycast)", "RFC 7526", undefined, "reserved"),
  row("192.88.99.2/32", "6a44-relay anycast address", "RFC 6751", false, "protocol"),
  row("192.168.0.0/16", "Private-Use", "RFC 1918", false, "private"),
  row("192.175.48.0/24", "Direct Delegation AS112 Service", "RFC 7534", true, "protocol"),
  row("198.18.0.0/15", "Benchmarking", "RFC 2544", false, "benchmarking"),
  row("198.51.100.0/24", "Documentation (TEST-NET-2)", "RFC 5737", false, "documentation"),
  row("203.0.113.0/24", "Documentation (TEST-NET-3)", "RFC 5737", false, "documentation"),
  row("240.0.0.0/4", "Reserved", "RFC 1112, section 4", false, "reserved"),
  row("255.255.255.255/32", "Limited Broadcast", "RFC 8190, RFC 919, section 7", false, "broadcast"),
];

/** https://www.iana.org/assignments/iana-ipv6-special-registry, one row for each block. */
export const IPV6_REGISTRY: readonly SpecialRow[] = [
  row("::1/128", "Loopback Address", "RFC 4291", false, "loopback"),
  row("::/128", "Unspecified Address", "RFC 4291", false, "unspecified"),
  row("::ffff:0:0/96", "IPv4-mapped Address", "RFC 4291", false, "translation"),
  row("64:ff9b::/96", "IPv4-IPv6 Translat.", "RFC 6052", true, "translation"),
  row("64:ff9b:1::/48", "IPv4-IPv6 Translat.", "RFC 8215", false, "translation"),
  row("100::/64", "Discard-Only Address Block", "RFC 6666", false, "discard"),
  row("100:0:0:1::/64", "Dummy IPv6 Prefix", "RFC 9780", false, "protocol"),
  row("2001::/23", "IETF Protocol Assignments", "RFC 2928", false, "protocol"),
  row("2001::/32", "TEREDO", "RFC 4380, RFC 8190", undefined, "tunnel"),
  row("2001:1::1/128", "Port Control Protocol Anycast", "RFC 7723", true, "protocol"),
  row("2001:1::2/128", "Traversal Using Relays around NAT Anycast", "RFC 8155", true, "protocol"),
  row("2001:1::3/128", "DNS-SD Service Registration Protocol Anycast", "RFC 9665", true, "protocol"),
  row("2001:2::/48", "Benchmarking", "RFC 5180", false, "benchmarking"),
  row("2001:3::/32", "AMT", "RFC 7450", true, "protocol"),
  row("2001:4:112::/48", "AS112-v6", "RFC 7535", true, "protocol"),
  row("2001:10::/28", "Deprecated (previously ORCHID)", "RFC 4843", undefined, "identifier"),
  row("2001:20::/28", "ORCHIDv2", "RFC 7343", true, "identifier"),
  row("2001:30::/28", "Drone Remote ID Protocol Entity Tags (DETs) Prefix", "RFC 9374", true, "identifier"),
  row("2001:db8::/32", "Documentation", "RFC 3849", false, "documentation"),
  row("2002::/16", "6to4", "RFC 3056", undefined, "tunnel"),
  row("2620:4f:8000::/48", "Direct Delegation AS112 Service", "RFC 7534", true, "protocol"),
  row("3fff::/20", "Documentation", "RFC 9637", false, "documentation"),
  row("5f00::/16", "Segment Routing (SRv6) SIDs", "RFC 9602", false, "identifier"),
  row("fc00::/7", "Unique-Local", "RFC 4193, RFC 8190", false, "private"),
  row("fe80::/10", "Link-Local Unicast", "RFC 4291", false, "link-local"),
];

/** What is not globally reachable unicast either, and is registered elsewhere or was withdrawn. */
export const BEYOND_THE_REGISTRIES: readonly SpecialRow[] = [
  row("224.0.0.0/4", "Multicast", "RFC 5771", undefined, "multicast"),
  row("::/96", "IPv4-compatible Address", "RFC 4291, section 2.5.5.1", undefined, "translation"),
  row("::ffff:0:0:0/96", "IPv4-translated Address (SIIT)", "RFC 2765, section 2.1", undefined, "translation"),
  row("fec0::/10", "Site-Local Unicast", "RFC 3879", undefined, "private"),
  row("ff00::/8", "Multicast", "RFC 4291, section 2.7", undefined, "multicast"),
];

/** All of IPv6 that is given out so far: whatever is outside is special, named or not. */
export const GLOBAL_UNICAST = "2000::/3";
export const OUTSIDE_GLOBAL_UNICAST = row(
  "::/0",
  "Outside Global Unicast",
  "RFC 4291, section 2.4",
  undefined,
  "unallocated",
);
