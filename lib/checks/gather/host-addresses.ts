import { recordsOf } from "../facts/lookup.ts";
import type { HostAddresses } from "../facts.ts";
import { defineGatherer } from "./gatherer.ts";

/** More than any mail host we know of; the rest is counted in the evidence and not dialled. */
const MAX_ADDRESSES = 16;

/** Every address of the host, and which of them may be looked at. */
export const hostAddresses = defineGatherer<"hostAddresses">()({
  needs: ["host"],
  async gather({ host }, { dns, vantage }): Promise<HostAddresses> {
    const [a, aaaa] = await Promise.all([dns.ask(host, "A"), dns.ask(host, "AAAA")]);
    const all = [a, aaaa].flatMap((lookup) => (lookup.kind === "failed" ? [] : recordsOf(lookup)));
    const judged = [...new Set(all)].map((address) => ({ address, permission: vantage.guard(address) }));
    return {
      a,
      aaaa,
      reachable: judged
        .flatMap(({ address, permission }) => (permission.allowed ? [address] : []))
        .slice(0, MAX_ADDRESSES),
      refused: judged.flatMap(({ address, permission }) =>
        permission.allowed ? [] : [{ address, what: permission.block.name }],
      ),
    };
  },
});
