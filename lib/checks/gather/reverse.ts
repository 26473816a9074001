import { type ForwardLookup, type LookupOf, recordsOf } from "../facts/lookup.ts";
import { type Family, family, type IpAddress, reverseName } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** As many names as are followed in any case (RFC 8601 section 3 asks for a limit, and gives ten as an example). */
const MANY_NAMES = 30;
/** Where none of them confirms, the rest is followed in lots of so many, up to what an ordinary reply holds. */
const LOT = 10;
const MAX_NAMES = 60;
/** Of an address that is only looked at beside another one. */
const FEW_NAMES = 10;

const TYPES = { 4: "A", 6: "AAAA" } as const satisfies Record<Family, string>;

/** The names of the address. Aliases (RFC 2317) are followed by the DNS client. */
export const reverse = defineGatherer<"reverse">()({
  needs: ["address"],
  gather: ({ address }, { dns }) => reverseOf(address, dns),
});

/**
 * Where the names lead: all of them as a rule, of very many as many as it takes to find one that confirms. Only the
 * family that could contain the address is asked for.
 */
export const forward = defineGatherer<"forward">()({
  needs: ["address", "reverse"],
  async gather({ address, reverse }, { dns }) {
    const names = namesIn(reverse);
    const found = await follow(names.slice(0, MANY_NAMES), address, dns);
    for (let next = MANY_NAMES; next < Math.min(names.length, MAX_NAMES) && goOn(found, address); next += LOT)
      found.push(...(await follow(names.slice(next, next + LOT), address, dns)));
    return found;
  },
});

/** The PTR RRset of an address. */
export const reverseOf = (address: IpAddress, dns: DnsClient): Promise<LookupOf<"PTR">> =>
  dns.ask(reverseName(address), "PTR");

/** The address RRsets, of `address`'s own family, of the first ten names. */
export const followNames = (
  reverse: LookupOf<"PTR">,
  address: IpAddress,
  dns: DnsClient,
): Promise<readonly ForwardLookup[]> => follow(namesIn(reverse).slice(0, FEW_NAMES), address, dns);

const namesIn = (reverse: LookupOf<"PTR">): readonly DomainName[] =>
  reverse.kind === "failed" ? [] : [...new Set(recordsOf(reverse))];

async function follow(names: readonly DomainName[], address: IpAddress, dns: DnsClient): Promise<ForwardLookup[]> {
  const type = TYPES[family(address)];
  return Promise.all(names.map(async (name) => ({ name, addresses: await dns.ask(name, type) })));
}

/** Whether another lot may still tell something: none confirmed so far, and our limit is not reached. */
const goOn = (found: readonly ForwardLookup[], address: IpAddress): boolean =>
  !found.some(
    ({ addresses }) =>
      (addresses.kind === "answer" && addresses.records.includes(address)) ||
      (addresses.kind === "failed" && addresses.reason === "limit"),
  );
