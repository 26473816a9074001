import { chooseServers } from "../formats/receiving/mx-servers.ts";
import { defineGatherer } from "./gatherer.ts";

/** What every MX host shows in TLS under its own name: the very sessions its server is judged by. */
export const mxSessions = defineGatherer<"mxSessions">()({
  needs: ["mx"],
  async gather({ mx }, { smtp, budget }) {
    if (!mx) return undefined;
    const { chosen } = chooseServers(mx.exchangers, budget);
    const hosts = mx.exchangers.map(async ({ name }) => ({
      name,
      sessions: await Promise.all(
        (chosen.get(name) ?? []).map(async (address) => ({ address, session: await smtp(address, name) })),
      ),
    }));
    return { domain: mx.domain, hosts: await Promise.all(hosts) };
  },
});
