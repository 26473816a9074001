import { type Family, family, type IpAddress, reverseName } from "../address.ts";
import { type ForwardLookup, type LookupOf, recordsOf } from "../facts/lookup.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** RFC 8601 section 3 asks for a limit on the names followed, and gives ten as an example. */
const MAX_NAMES = 10;

const TYPES = { 4: "A", 6: "AAAA" } as const satisfies Record<Family, string>;

/** The names of the address. Aliases (RFC 2317) are followed by the DNS client. */
export const reverse = defineGatherer<"reverse">()({
  needs: ["address"],
  gather: ({ address }, { dns }) => reverseOf(address, dns),
});

/** Where the first ten names lead. Only the family that could contain the address is asked for. */
export const forward = defineGatherer<"forward">()({
  needs: ["address", "reverse"],
  gather: ({ address, reverse }, { dns }) => followNames(reverse, address, dns),
});

/** The PTR RRset of an address. */
export const reverseOf = (address: IpAddress, dns: DnsClient): Promise<LookupOf<"PTR">> =>
  dns.ask(reverseName(address), "PTR");

/** The address RRsets, of `address`'s own family, of the first ten names. */
export async function followNames(
  reverse: LookupOf<"PTR">,
  address: IpAddress,
  dns: DnsClient,
): Promise<readonly ForwardLookup[]> {
  const names = reverse.kind === "failed" ? [] : recordsOf(reverse).slice(0, MAX_NAMES);
  const type = TYPES[family(address)];
  return Promise.all(names.map(async (name) => ({ name, addresses: await dns.ask(name, type) })));
}
