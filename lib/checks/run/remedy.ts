import { resolvesTo } from "../derive/forward-confirmation.ts";
import type { IntendedHost } from "../facts/intended-hostname.ts";
import { family, type IpAddress } from "../net/address.ts";
import type { Remedy } from "../report/report.ts";
import { collect, type FactSource } from "./subject.ts";

const NEEDS = ["address", "reverse", "intendedHost", "serverName", "zoneHolders"] as const;

/** What a report keeps of a server so that the way out can be worded on reading: the name it should have, who owns what. */
export async function remedyOf(subject: string, source: FactSource): Promise<Remedy> {
  const { address, reverse, serverName, intendedHost, zoneHolders } = await collect(source, NEEDS);
  const { ptr, forward } = zoneHolders;
  const said = serverName.ehlo ?? serverName.answered;
  return {
    subject,
    address,
    type: family(address) === 4 ? "A" : "AAAA",
    ptr: reverse.kind === "answer" ? reverse.records : [],
    ...(said ? { ehlo: said.text } : {}),
    ...(intendedHost ? { wanted: wanted(intendedHost, address) } : {}),
    owners: {
      ptr: { outcome: ptr.outcome, evidence: ptr.evidence ?? {} },
      forward: { outcome: forward.outcome, evidence: forward.evidence ?? {} },
    },
  };
}

function wanted({ name, origin, addresses }: IntendedHost, address: IpAddress): NonNullable<Remedy["wanted"]> {
  const said = { name, origin };
  if (addresses.kind === "failed") return { ...said, leads: "unknown", addresses: [], reason: addresses.reason };
  const alias = addresses.aliases.at(-1);
  const also = { ...said, ...(alias ? { alias } : {}) };
  if (addresses.kind !== "answer")
    return { ...also, leads: addresses.kind === "nodata" ? "no-address" : "nxdomain", addresses: [] };
  const records: readonly string[] = addresses.records;
  return {
    ...also,
    leads: resolvesTo(addresses, address) ? "back" : "elsewhere",
    addresses: records,
    ttl: addresses.ttl,
  };
}
