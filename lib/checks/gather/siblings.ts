import { recordsOf } from "../facts/lookup.ts";
import type { Sibling, Siblings } from "../facts/siblings.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";
import { followNames, reverseOf } from "./reverse.ts";
import { evaluateSpf } from "./spf/evaluate.ts";

const MAX_NAMES = 2;
const MAX_SIBLINGS = 4;

/** The IPv6 addresses beside this one under its PTR names, each with its own name, forward confirmation and SPF result. */
export const siblings = defineGatherer<"siblings">()({
  needs: ["address", "reverse", "sender"],
  async gather({ address, reverse, sender }, gathering): Promise<Siblings> {
    if (reverse.kind === "failed") return { lookups: [], addresses: [], leftOut: 0, namesUnknown: true };
    const names = recordsOf(reverse).slice(0, MAX_NAMES);
    const lookups = await Promise.all(names.map((name) => gathering.dns.ask(name, "AAAA")));
    const found = new Map<IpAddress, DomainName>();
    for (const lookup of lookups)
      if (lookup.kind === "answer") for (const record of lookup.records) found.set(record, lookup.name);
    found.delete(address);
    const all = [...found];
    const addresses = all.slice(0, MAX_SIBLINGS).filter(([each]) => gathering.budget.lookAt(each));
    for (const [each] of all.slice(MAX_SIBLINGS)) gathering.budget.passOver(each);
    return {
      lookups,
      addresses: await Promise.all(addresses.map(([each, name]) => look(each, name, sender.domain, gathering))),
      leftOut: all.length - addresses.length,
      namesUnknown: false,
    };
  },
});

async function look(
  address: IpAddress,
  name: DomainName,
  domain: DomainName | undefined,
  { dns }: Gathering,
): Promise<Sibling> {
  const [{ reverse, forward }, spf] = await Promise.all([
    reverseOf(address, dns).then(async (lookup) => ({
      reverse: lookup,
      forward: await followNames(lookup, address, dns),
    })),
    domain ? evaluateSpf({ ip: address, domain, helo: name, dns }) : undefined,
  ]);
  return { address, name, reverse, forward, spf };
}
