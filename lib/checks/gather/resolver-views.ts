import type { ResolverView } from "../facts/authority.ts";
import { reverseName } from "../net/address.ts";
import { defineGatherer } from "./gatherer.ts";

/** As often as RFC 9520 section 3.1 allows one server to be asked. */
const TRIES = 3;

/** The PTR record as public resolvers see it, each from its own cache. */
export const resolverViews = defineGatherer<"resolverViews">()({
  needs: ["address"],
  gather: ({ address }, { dns, vantage }) =>
    Promise.all(
      (vantage.publicResolvers ?? []).map(async ({ name, address: resolver, port }): Promise<ResolverView> => {
        const at = { address: resolver, port };
        const lookup = await dns.ask(reverseName(address), "PTR", { at, recursion: true, tries: TRIES });
        return { name, address: resolver, lookup, at: vantage.now() };
      }),
    ),
});
