import type { LookupOf, RecordType } from "../facts/lookup.ts";
import { targetName } from "../formats/spf/target-name.ts";
import type { DnsClient } from "../gather/dns/client.ts";
import { parseAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";

/** Zone data as the SPF test suites write it: records by owner name, `TIMEOUT` for every type that is not listed. */
export type ZoneData = Readonly<Record<string, readonly ZoneEntry[] | null>>;
type ZoneEntry = "TIMEOUT" | Readonly<Record<string, string | readonly (string | number)[]>>;

const MAX_ALIASES = 8;

/**
 * A DNS client over zone data in memory, for code that takes its client as an argument. TXT records that are only
 * written as the retired type SPF count as TXT (the suites' convention).
 */
export function zoneClient(zones: ZoneData): DnsClient & { readonly asked: string[] } {
  const owners = new Map(Object.entries(zones).map(([owner, entries]) => [canonical(owner), entries ?? []]));
  const asked: string[] = [];
  async function ask<K extends RecordType>(name: DomainName, type: K): Promise<LookupOf<K>> {
    asked.push(`${name} ${type}`);
    return answer(owners, name, type);
  }
  return { ask, asked };
}

const canonical = (owner: string): DomainName | undefined => targetName(owner) ?? undefined;

function answer<K extends RecordType>(
  owners: ReadonlyMap<DomainName | undefined, readonly ZoneEntry[]>,
  name: DomainName,
  type: K,
): LookupOf<K> {
  const replied = { name, type, ttl: 60, aliases: [], authenticated: false, authoritative: false, size: 100 };
  let owner = name;
  for (let step = 0; step <= MAX_ALIASES; step++) {
    const entries = owners.get(owner);
    if (!entries) return { ...replied, kind: "nxdomain" };
    const records = valuesOf(entries, type).flatMap((value) => toData(type, value));
    if (records.length > 0) return { ...replied, kind: "answer", records } as LookupOf<K>;
    if (entries.includes("TIMEOUT")) return { name, type, kind: "failed", reason: "timeout" };
    const [alias] = valuesOf(entries, "CNAME");
    const next = typeof alias === "string" ? canonical(alias) : undefined;
    if (!next) return { ...replied, kind: "nodata" };
    owner = next;
  }
  return { name, type, kind: "failed", reason: "alias-loop" };
}

function valuesOf(entries: readonly ZoneEntry[], type: string) {
  const of = (wanted: string) =>
    entries.flatMap((entry) => (entry !== "TIMEOUT" && entry[wanted] !== undefined ? [entry[wanted]] : []));
  const found = of(type);
  return (type === "TXT" && found.length === 0 ? of("SPF") : found).filter((value) => value !== "NONE");
}

function toData(type: RecordType, value: string | readonly (string | number)[]): unknown[] {
  if (type === "TXT") return [typeof value === "string" ? value : value.join("")];
  if (type === "MX") return [{ preference: Number(value[0]), exchange: canonical(String(value[1])) ?? "." }];
  if (type === "A" || type === "AAAA") return [parseAddress(String(value))].filter((address) => address !== undefined);
  return [canonical(String(value))].filter((name) => name !== undefined);
}
