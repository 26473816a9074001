import type { Failure, LookupEvidence, LookupOf, RecordType } from "../facts/lookup.ts";
import type { AskOptions, DnsClient, Resolver, Trace } from "../gather/dns/client.ts";
import { addressFromBytes } from "../net/address.ts";
import { asName, type DomainName, isWithin, labels, parent } from "../net/domain-name.ts";
import { parseZone, type ZoneRecord } from "./zone-file.ts";

/** A DNS that exists on paper alone: records in memory, and questions that go wrong. */
export interface PaperZones {
  /** Zone text with absolute names; a name with an SOA record is a zone's apex. */
  readonly records: string;
  /** Questions without an answer, as `name type`. */
  readonly faults?: Readonly<Record<string, Failure>>;
}

const MAX_ALIASES = 8;
const TTL = 300;

/** A resolver over it: no packet is sent and no time passes, so that thousands of checks can be made in a minute. */
export function paperResolver({ records, faults = {} }: PaperZones): Resolver {
  const sets = new Map<DomainName, ZoneRecord[]>();
  for (const record of parseZone(records)) sets.set(record.owner, [...(sets.get(record.owner) ?? []), record]);
  const owners = [...sets.keys()];
  const apexes = owners.filter((owner) => sets.get(owner)?.some(({ type }) => type === "SOA"));
  const zoneOf = (name: DomainName) =>
    apexes.filter((apex) => isWithin(name, apex)).sort((a, b) => labels(b).length - labels(a).length)[0];
  const exists = (name: DomainName) => owners.some((owner) => isWithin(owner, name));
  /** A wildcard stands for names that do not exist (RFC 4592). */
  const at = (name: DomainName): readonly ZoneRecord[] => {
    if (exists(name)) return sets.get(name) ?? [];
    for (let above = parent(name); above !== "."; above = parent(above)) {
      const wild = sets.get(asName(`*.${above}`));
      if (wild) return wild;
      if (exists(above)) return [];
    }
    return [];
  };

  function look<K extends RecordType>(name: DomainName, type: K, options?: AskOptions): LookupOf<K> {
    const aliases: DomainName[] = [];
    let owner = name;
    for (let step = 0; step <= MAX_ALIASES; step++) {
      const reason = faults[`${owner} ${type}`];
      if (reason) return { kind: "failed", name, type, reason };
      const zone = zoneOf(owner);
      const replied = {
        name,
        type,
        ttl: TTL,
        aliases,
        authenticated: false,
        authoritative: options?.at !== undefined && options.recursion !== true,
        size: 100,
        ...(zone ? { zone } : {}),
      };
      const here = at(owner);
      const found = here.filter((record) => record.type === type);
      if (found.length > 0) return { ...replied, kind: "answer", records: found.map(dataOf) } as LookupOf<K>;
      const [alias] = here.filter((record) => record.type === "CNAME");
      if (!alias) return { ...replied, kind: here.length > 0 || exists(owner) ? "nodata" : "nxdomain" } as LookupOf<K>;
      owner = nameOf(alias.data[0]);
      aliases.push(owner);
    }
    return { kind: "failed", name, type, reason: "alias-loop" };
  }

  const client = ({ signal, record, spend }: Trace): DnsClient => ({
    async ask(name, type, options) {
      const stopped: Failure | undefined = signal.aborted ? "cancelled" : spend() ? undefined : "limit";
      const lookup = stopped ? ({ kind: "failed", name, type, reason: stopped } as const) : look(name, type, options);
      record(evidenceOf(lookup as LookupOf<RecordType>, options));
      return lookup;
    },
  });
  return { client, lookAtResolvers: async () => undefined, resolverFaults: () => [], close: () => undefined };
}

const nameOf = (piece: ZoneRecord["data"][number] | undefined): DomainName =>
  asName(piece && "name" in piece ? piece.name.toLowerCase().replace(/(?<=.)\.$/, "") : ".");

const text = (octets: Uint8Array): string => String.fromCharCode(...octets);
const number = (octets: Uint8Array): number => octets.reduce((sum, octet) => sum * 256 + octet, 0);
const octetsOf = (piece: ZoneRecord["data"][number] | undefined): Uint8Array =>
  piece instanceof Uint8Array ? piece : new Uint8Array();

/** A record's data as the resolver hands it on. */
function dataOf({ type, data }: ZoneRecord): unknown {
  const [first, second] = data;
  switch (type) {
    case "A":
    case "AAAA":
      return addressFromBytes(octetsOf(first));
    case "MX":
      return { preference: number(octetsOf(first)), exchange: nameOf(second) };
    case "SOA":
      return { mname: nameOf(first), rname: nameOf(second), serial: 1, minimum: 60 };
    case "TXT":
      return stringsOf(data).join("");
    case "TLSA": {
      const [usage, selector, matching, data_] = data.map(octetsOf);
      return {
        usage: usage?.[0] ?? 0,
        selector: selector?.[0] ?? 0,
        matching: matching?.[0] ?? 0,
        data: Buffer.from(data_ ?? []).toString("hex"),
      };
    }
    default:
      return nameOf(first);
  }
}

/** The character-strings of a TXT record, each with its length in front on the wire. */
function stringsOf(data: ZoneRecord["data"]): string[] {
  const all = data.flatMap((piece) => [...octetsOf(piece)]);
  const strings: string[] = [];
  for (let at = 0; at < all.length; at += 1 + (all[at] ?? 0))
    strings.push(text(Uint8Array.from(all.slice(at + 1, at + 1 + (all[at] ?? 0)))));
  return strings;
}

function evidenceOf(lookup: LookupOf<RecordType>, options?: AskOptions): Omit<LookupEvidence, "facts"> {
  const { name, type } = lookup;
  const server = options?.at?.address ?? "198.51.100.2";
  const common = { name, type, server, flags: [], ms: 0 };
  if (lookup.kind === "failed") return { ...common, rcode: lookup.reason.toUpperCase(), records: [] };
  const records = lookup.kind === "answer" ? lookup.records.map((each) => shown(each)) : [];
  return { ...common, rcode: lookup.kind === "nxdomain" ? "NXDOMAIN" : "NOERROR", records, ttl: lookup.ttl };
}

const shown = (data: unknown): string => (typeof data === "string" ? data : Object.values(data as object).join(" "));
