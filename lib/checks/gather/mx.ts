import { recordsOf } from "../facts/lookup.ts";
import type { MailExchanger } from "../facts/mx.ts";
import type { DomainName } from "../name.ts";
import type { Vantage } from "../vantage.ts";
import type { DnsClient } from "./dns/client.ts";
import { defineGatherer } from "./gatherer.ts";

/** More than any domain we know of needs. */
const MAX_EXCHANGERS = 10;

/** The hosts that take mail for the sending domain, and their addresses. */
export const mx = defineGatherer<"mx">()({
  needs: ["sender"],
  async gather({ sender: { domain } }, { dns, vantage }) {
    if (!domain) return undefined;
    const lookup = await dns.ask(domain, "MX");
    const wanted =
      lookup.kind === "answer"
        ? lookup.records.toSorted((a, b) => a.preference - b.preference)
        : lookup.kind === "nodata"
          ? [{ preference: 0, exchange: domain }]
          : [];
    const hosts = new Map(
      wanted.filter(({ exchange }) => exchange !== ".").map((each) => [each.exchange, each.preference]),
    );
    const exchangers = await Promise.all(
      [...hosts].slice(0, MAX_EXCHANGERS).map(([name, preference]) => exchanger(name, preference, dns, vantage)),
    );
    return { domain, mx: lookup, exchangers };
  },
});

async function exchanger(
  name: DomainName,
  preference: number,
  dns: DnsClient,
  vantage: Vantage,
): Promise<MailExchanger> {
  const [a, aaaa] = await Promise.all([dns.ask(name, "A"), dns.ask(name, "AAAA")]);
  const all = [a, aaaa].flatMap((lookup) => (lookup.kind === "failed" ? [] : recordsOf(lookup)));
  const judged = [...new Set(all)].map((address) => ({ address, permission: vantage.guard(address) }));
  return {
    name,
    preference,
    a,
    aaaa,
    reachable: judged.flatMap(({ address, permission }) => (permission.allowed ? [address] : [])),
    refused: judged.flatMap(({ address, permission }) =>
      permission.allowed ? [] : [{ address, what: permission.block.name }],
    ),
  };
}
