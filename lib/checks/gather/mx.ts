import { addressesOf } from "./addresses-of.ts";
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
      [...hosts]
        .slice(0, MAX_EXCHANGERS)
        .map(async ([name, preference]) => ({ name, preference, ...(await addressesOf(name, dns, vantage)) })),
    );
    return { domain, mx: lookup, exchangers };
  },
});
