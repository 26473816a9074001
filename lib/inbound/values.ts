import {
  asName,
  type DomainName,
  family,
  hasPublicSuffix,
  type IpAddress,
  isHostname,
  isInside,
  parseAddress,
  parseCidr,
  parseName,
} from "../checks/view.ts";

/** An address as it stands in a text. */
export interface FoundAddress {
  readonly address: IpAddress;
  readonly start: number;
  readonly end: number;
}

/** What looks like an address, and is not part of a longer run of numbers and dots, of a name or of a version. */
const LIKE_AN_ADDRESS =
  /(?<![\w.:-])(?:ipv6:)?(?:\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\w)|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\.\d{1,3}){0,3}(?![\w-]))/gi;

/** Every address in a text, in order. */
export function addressesIn(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  for (const { 0: whole, index } of text.matchAll(LIKE_AN_ADDRESS)) {
    // Servers that listen on IPv6 alone write IPv4 peers as mapped (RFC 4291 section 2.5.5.2): they came over IPv4.
    const bare = whole.replace(/^ipv6:/i, "").replace(/^(?:0{0,4}:){2,5}ffff:(?=\d+\.)/i, "");
    // "2001:db8::1: timed out": the colon behind belongs to the sentence.
    const address = parseAddress(bare) ?? parseAddress(bare.replace(/:$/, ""));
    if (address && (family(address) === 4 || /[0-9a-f]/i.test(bare)) && !isNobody(address))
      found.push({ address, start: index, end: index + whole.length });
  }
  return found;
}

const blocks = (...cidrs: string[]) => cidrs.map((cidr) => parseCidr(cidr)).filter((block) => block !== undefined);
const INSIDE = blocks(
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "::1/128",
  "fc00::/7",
  "fe80::/10",
);
const NOBODY = blocks("0.0.0.0/8", "::/128", "224.0.0.0/3");

/** Whether it is inside somebody's own network: never what a receiver on the Internet saw. */
export const isInner = (address: IpAddress): boolean => INSIDE.some((block) => isInside(address, block));
const isNobody = (address: IpAddress): boolean => NOBODY.some((block) => isInside(address, block));

/** A full host name or domain that could be in the DNS, in canonical text. */
export function fullName(text: string | undefined): DomainName | undefined {
  const name = parseName((text ?? "").replace(/^[<("'[]+|[>)"'\],;:]+$/g, ""));
  return name?.includes(".") && isHostname(name) ? name : undefined;
}

/** The same, and under a top-level domain that exists or is kept for examples and tests. */
export function publicName(text: string | undefined): DomainName | undefined {
  const name = fullName(text);
  return name && (hasPublicSuffix(name) || /\.(?:example|test|invalid)$/.test(name)) ? asName(name) : undefined;
}
