import { family } from "../address.ts";
import type { WantedName } from "../facts/wanted.ts";
import type { Facts } from "../facts.ts";
import type { Remedy } from "../report.ts";
import type { FactSource } from "../subject.ts";
import { judgeOwnership } from "./ownership.ts";

const NEEDS = ["address", "reverse", "reverseZone", "network", "wantedName", "forwardZone", "smtp"] as const;

/** What a report keeps of a server so that the way out can be worded on reading: the name it should have, who owns what. */
export async function remedyOf(subject: string, source: FactSource): Promise<Remedy> {
  const entries = await Promise.all(NEEDS.map(async (name) => [name, await source(name)] as const));
  const facts = Object.fromEntries(entries) as Pick<Facts, (typeof NEEDS)[number]>;
  const { address, reverse, smtp, wantedName } = facts;
  const { ptr, forward } = judgeOwnership(facts);
  return {
    subject,
    address,
    type: family(address) === 4 ? "A" : "AAAA",
    ptr: reverse.kind === "answer" ? reverse.records : [],
    ...(smtp.ehloWord === undefined ? {} : { ehlo: smtp.ehloWord }),
    ...(wantedName ? { wanted: wanted(wantedName, address) } : {}),
    owners: {
      ptr: { outcome: ptr.outcome, evidence: ptr.evidence ?? {} },
      forward: { outcome: forward.outcome, evidence: forward.evidence ?? {} },
    },
  };
}

function wanted({ name, origin, addresses }: WantedName, address: string): NonNullable<Remedy["wanted"]> {
  const said = { name, origin };
  if (addresses.kind === "failed") return { ...said, leads: "unknown", addresses: [], reason: addresses.reason };
  const alias = addresses.aliases.at(-1);
  const also = { ...said, ...(alias ? { alias } : {}) };
  if (addresses.kind !== "answer")
    return { ...also, leads: addresses.kind === "nodata" ? "no-address" : "nxdomain", addresses: [] };
  const records: readonly string[] = addresses.records;
  return { ...also, leads: records.includes(address) ? "back" : "elsewhere", addresses: records, ttl: addresses.ttl };
}
