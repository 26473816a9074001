import { recordsOf } from "../../facts/lookup.ts";
import type { SpfWalk, SpfWalkRecord } from "../../facts/spf.ts";
import { expandSpf, type MxAddresses } from "../../formats/spf/senders.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { nameInArgument } from "../../net/name-kind.ts";
import type { DnsClient } from "../dns/client.ts";
import { defineGatherer } from "../gatherer.ts";
import { evaluateSpf } from "./evaluate.ts";
import { walkSpf } from "./walk.ts";

/** check_host() for the sending domain. */
export const spf = defineGatherer<"spf">()({
  needs: ["address", "claims", "reverse", "sender"],
  async gather({ address, claims, reverse, sender }, { dns }) {
    if (!sender.domain) return undefined;
    // `%{h}` is rare, and the EHLO name the server answers comes late: the claim or the PTR name stands in for it.
    const [ptr] = reverse.kind === "answer" ? reverse.records : [];
    const helo = nameInArgument(claims.helo) ?? ptr;
    return evaluateSpf({ ip: address, domain: sender.domain, dns, ...(helo ? { helo } : {}) });
  },
});

/** check_host() for the EHLO identity, as a receiver does it for mail with an empty sender (RFC 7208 section 2.4). */
export const heloSpf = defineGatherer<"heloSpf">()({
  needs: ["address", "heloIdentity"],
  async gather({ address, heloIdentity: { domain } }, { dns }) {
    return domain ? evaluateSpf({ ip: address, domain, helo: domain, dns }) : undefined;
  },
});

/** The sending domain's record and all behind it. */
export const spfRecord = defineGatherer<"spfRecord">()({
  needs: ["sender"],
  async gather({ sender }, { dns }) {
    return sender.domain ? walkSpf(sender.domain, dns) : undefined;
  },
});

/** The addresses that record lets send. */
export const spfSenders = defineGatherer<"spfSenders">()({
  needs: ["spfRecord"],
  async gather({ spfRecord: walk }, { dns, vantage }) {
    return walk && expandSpf(walk, await askMxHosts(walk, dns), vantage.allowed);
  },
});

/** MX hosts whose addresses are asked for in one expansion. */
const MAX_HOSTS = 30;

async function askMxHosts(walk: SpfWalk, dns: Pick<DnsClient, "ask">): Promise<MxAddresses> {
  const names = [...new Set(mxHosts(walk.root))].slice(0, MAX_HOSTS);
  const asked = names.map(async (name) => {
    const [a, aaaa] = await Promise.all([dns.ask(name, "A"), dns.ask(name, "AAAA")]);
    return [name, { a, aaaa }] as const;
  });
  return new Map(await Promise.all(asked));
}

function mxHosts(record: SpfWalkRecord): DomainName[] {
  return Object.values(record.reached).flatMap((reached) => {
    if (reached.kind === "record") return mxHosts(reached.record);
    if (reached.kind !== "mx" || reached.mx.kind === "failed") return [];
    return recordsOf(reached.mx).flatMap(({ exchange }) => (exchange === "." ? [] : [exchange]));
  });
}
