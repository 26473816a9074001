import { addressFromBytes, type IpAddress } from "../net/address.ts";
import { asName, type DomainName, isWithin, parent } from "../net/domain-name.ts";
import type { Reply } from "./dns-wire.ts";
import { parseZone, type ZoneRecord, type ZoneType } from "./zone-file.ts";

/** A zone as declared: where it lives and what it holds. */
export interface ZoneDeclaration {
  /** Its apex, as text with or without a final dot. */
  readonly apex: string;
  /** The host names of its authoritative servers; every address they have in the world gets a server. */
  readonly ns: readonly string[];
  /** Zone text, names relative to the apex. SOA and NS records at the apex, the delegation and DS are made up. */
  readonly records?: string;
  /** `secure`: resolvers vouch for it. `bogus`: they answer SERVFAIL, unless asked not to check. */
  readonly dnssec?: "secure" | "bogus";
  /** Algorithm and digest type of its DS record; ECDSAP256SHA256 and SHA-256 where nothing is said. */
  readonly ds?: "13 2" | "8 1";
  /** What every server of the zone does with questions about it; resolvers then fail likewise. */
  readonly broken?: "servfail" | "refused" | "silence";
  /** Those of `ns` that do not know the zone (lame delegation): they refuse. */
  readonly lame?: readonly string[];
  /** What one of `ns` holds instead: its record sets replace those of `records`. */
  readonly variants?: Readonly<Record<string, string>>;
  /** The SOA serial. */
  readonly serial?: number;
  /** How long it may be remembered that something is not there, in seconds. */
  readonly negativeTtl?: number;
}

export interface Zone {
  readonly apex: DomainName;
  readonly declared: ZoneDeclaration;
  readonly sets: RecordSets;
  /** The address records of every name server in the world, wherever they live, to go along with referrals. */
  readonly glue: ReadonlyMap<DomainName, readonly ZoneRecord[]>;
}

/** Record sets that stand in front of a zone's own: one server's variant, or what a resolver still remembers. */
export interface View {
  readonly sets: RecordSets;
  /** Names remembered as nonexistent. */
  readonly absent: ReadonlySet<DomainName>;
}

/** owner → type → records */
export type RecordSets = ReadonlyMap<DomainName, ReadonlyMap<ZoneType, readonly ZoneRecord[]>>;

/** The type asked for; undefined for one that no zone text can write, and that therefore nobody has. */
type Asking = ZoneType | undefined;

const MAX_CHAIN = 12;
const NEGATIVE_TTL = 60;

/** All zones of the world, the delegations between them included. Records outside the zones' own text may be added. */
export function buildZones(declarations: readonly ZoneDeclaration[], loose: readonly ZoneRecord[] = []): Zone[] {
  const apexes = declarations.map(({ apex }) => canonicalName(apex));
  const all = new Set(apexes);
  const deepest = (name: DomainName) => deepestOf(all, name) ?? fail(`no zone for ${name}`);
  const own = new Map(apexes.map((apex) => [apex, [] as ZoneRecord[]]));
  const put = (apex: DomainName | undefined, records: readonly ZoneRecord[]) => {
    for (const record of records) own.get(apex ?? deepest(record.owner))?.push(record);
  };
  put(undefined, loose);
  for (const [i, declared] of declarations.entries()) {
    const apex = apexes[i] ?? fail("unreachable");
    const { ns, records } = textOf(declared, apex);
    put(apex, records);
    if (apex === ".") continue;
    const above = deepest(parent(apex));
    put(above, ns);
    if (declared.dnssec)
      put(
        above,
        parseZone(`@ DS ${20_000 + i} ${declared.ds ?? "13 2"} ${"5e".repeat(declared.ds === "8 1" ? 20 : 32)}`, apex),
      );
  }
  const glue = new Map<DomainName, readonly ZoneRecord[]>();
  const zones = declarations.map((declared, i) => {
    const apex = apexes[i] ?? fail("unreachable");
    return { apex, declared, sets: recordSets(own.get(apex) ?? []), glue };
  });
  for (const host of declarations.flatMap(({ ns }) => ns.map(canonicalName)))
    glue.set(host, addressRecords(zones, host));
  return zones;
}

/** What the text of a zone says, read once for all worlds that have it: its NS records, and all. */
function textOf(declared: ZoneDeclaration, apex: DomainName): { ns: ZoneRecord[]; records: ZoneRecord[] } {
  return known(TEXTS, declared, () => {
    const ns = parseZone(declared.ns.map((host) => `@ NS ${host}.`).join("\n"), apex);
    return { ns, records: [...parseZone(apexSoa(declared), apex), ...ns, ...parseZone(declared.records ?? "", apex)] };
  });
}
const TEXTS = new WeakMap<ZoneDeclaration, { ns: ZoneRecord[]; records: ZoneRecord[] }>();

/** The addresses a host name has anywhere in the world's own data. */
export function addressesOf(zones: readonly Zone[], host: DomainName): IpAddress[] {
  return addressRecords(zones, host).map(({ data }) => addressFromBytes(data[0] as Uint8Array));
}

function addressRecords(zones: readonly Zone[], host: DomainName): ZoneRecord[] {
  const sets = deepestZone(zones, host)?.sets.get(host);
  return [...(sets?.get("A") ?? []), ...(sets?.get("AAAA") ?? [])];
}

/** What an authoritative server that holds these zones answers (RFC 1034 section 4.3.2). */
export function answerAuthoritatively(held: readonly Zone[], name: DomainName, type: Asking, view?: View): Reply {
  const answers: ZoneRecord[] = [];
  for (let owner = name; answers.length < MAX_CHAIN; ) {
    const zone = deepestZone(held, type === "DS" ? dsOwner(held, owner) : owner);
    if (!zone) return answers.length > 0 ? { rcode: "NOERROR", authoritative: true, answers } : { rcode: "REFUSED" };
    const cut = cutAbove(zone, owner, type);
    // An alias that leads below a zone cut is for the resolver to follow.
    if (cut && answers.length > 0) break;
    if (cut) return { rcode: "NOERROR", authority: cut, additional: glueFor(zone, cut) };
    const found = find(zone, owner, type, view);
    answers.push(...found.records);
    if (found.alias && !answers.slice(0, -1).some((seen) => seen.owner === found.alias)) owner = found.alias;
    else
      return { rcode: found.exists ? "NOERROR" : "NXDOMAIN", authoritative: true, answers, ...negative(zone, found) };
  }
  return { rcode: "NOERROR", authoritative: true, answers };
}

/** What a validating resolver answers, having asked everybody. `silence` where it would still be waiting. */
export function answerRecursively(
  zones: readonly Zone[],
  name: DomainName,
  type: Asking,
  { checkingDisabled = false, view }: { readonly checkingDisabled?: boolean; readonly view?: View } = {},
): Reply | "silence" {
  const answers: ZoneRecord[] = [];
  let authenticated = !checkingDisabled;
  const base = { recursionAvailable: true } as const;
  for (let owner = name; answers.length < MAX_CHAIN; ) {
    const remembered = view?.absent.has(owner) || view?.sets.has(owner);
    const zone = deepestZone(zones, type === "DS" ? dsOwner(zones, owner) : owner);
    if (!zone) return { ...base, rcode: "SERVFAIL" };
    if (zone.declared.broken === "silence" && !remembered) return "silence";
    const bogus = zone.declared.dnssec === "bogus" && !checkingDisabled;
    if (!remembered && (zone.declared.broken || bogus || isLame(zone) || cutAbove(zone, owner, type))) {
      return { ...base, rcode: "SERVFAIL" };
    }
    authenticated &&= zone.declared.dnssec === "secure";
    const found = find(zone, owner, type, view);
    answers.push(...found.records);
    if (found.alias && !answers.slice(0, -1).some((seen) => seen.owner === found.alias)) owner = found.alias;
    else
      return {
        ...base,
        rcode: found.exists ? "NOERROR" : "NXDOMAIN",
        authenticated,
        answers,
        ...negative(zone, found),
      };
  }
  return { ...base, rcode: "NOERROR", answers };
}

export function createView(text: string, origin: string, absent: readonly string[] = []): View {
  return { sets: recordSets(parseZone(text, origin)), absent: new Set(absent.map(canonicalName)) };
}

export const canonicalName = (text: string): DomainName => asName(text.replace(/(?<=.)\.$/, "").toLowerCase());

export function deepestZone(zones: readonly Zone[], name: DomainName): Zone | undefined {
  const byApex = known(APEXES, zones, () => new Map(zones.toReversed().map((zone) => [zone.apex, zone])));
  for (let at = name; ; at = parent(at)) {
    const zone = byApex.get(at);
    if (zone || at === ".") return zone;
  }
}

/*
 * What servers look up for every question they answer, made once: zones do not change.
 */
const APEXES = new WeakMap<readonly Zone[], ReadonlyMap<DomainName, Zone>>();
const NODES = new WeakMap<RecordSets, ReadonlySet<DomainName>>();

function known<K extends object, V>(memory: WeakMap<K, V>, key: K, make: () => V): V {
  const value = memory.get(key) ?? make();
  memory.set(key, value);
  return value;
}

interface Found {
  readonly records: readonly ZoneRecord[];
  readonly exists: boolean;
  /** Where the alias found leads. */
  readonly alias?: DomainName;
}

/** One name in one zone: its records, its alias, what a wildcard makes of it (RFC 4592), or nothing. */
function find(zone: Zone, name: DomainName, type: Asking, view: View | undefined): Found {
  if (view?.absent.has(name)) return { records: [], exists: false };
  const at = (owner: DomainName, kind: ZoneType) => view?.sets.get(owner)?.get(kind) ?? zone.sets.get(owner)?.get(kind);
  const exists = (owner: DomainName) => view?.sets.has(owner) || nodeExists(zone, owner);
  const source = exists(name) ? name : wildcardFor(zone, name);
  if (!source) return { records: [], exists: false };
  const own = (records: readonly ZoneRecord[] = []) => records.map((record) => ({ ...record, owner: name }));
  const [alias] = type === "CNAME" ? [] : own(at(source, "CNAME"));
  const target = alias?.data[0];
  if (alias && target && "name" in target) {
    return { records: [alias], exists: true, alias: asName(target.name.toLowerCase()) };
  }
  return { records: own(type && at(source, type)), exists: true };
}

/** A name exists if it owns something or something is below it: an empty non-terminal is no NXDOMAIN (RFC 8020). */
const nodeExists = ({ sets }: Zone, name: DomainName): boolean =>
  known(NODES, sets, () => new Set([...sets.keys()].flatMap(upwards))).has(name);

/** A name and all names above it. */
const upwards = (name: DomainName): DomainName[] => (name === "." ? [name] : [name, ...upwards(parent(name))]);

/** The wildcard of the closest encloser: the deepest ancestor that exists (RFC 4592 section 3.3.1). */
function wildcardFor(zone: Zone, name: DomainName): DomainName | undefined {
  let encloser = parent(name);
  while (encloser !== zone.apex && !nodeExists(zone, encloser)) encloser = parent(encloser);
  const wildcard = asName(encloser === "." ? "*" : `*.${encloser}`);
  return zone.sets.has(wildcard) ? wildcard : undefined;
}

/** The NS records of the highest zone cut between the apex and the name. A question for DS is the parent's to answer. */
function cutAbove(zone: Zone, name: DomainName, type: Asking): readonly ZoneRecord[] | undefined {
  const between: DomainName[] = [];
  for (let at = type === "DS" ? parent(name) : name; at !== zone.apex && at !== "."; at = parent(at))
    between.unshift(at);
  return between.map((at) => zone.sets.get(at)?.get("NS")).find((ns) => ns !== undefined);
}

const dsOwner = (zones: readonly Zone[], name: DomainName): DomainName =>
  zones.some(({ apex }) => apex === name) ? parent(name) : name;

const isLame = ({ declared }: Zone): boolean => declared.ns.every((host) => declared.lame?.includes(host));

/** The addresses a referral brings along: of those servers that live below the zone that refers. */
function glueFor(zone: Zone, cut: readonly ZoneRecord[]): ZoneRecord[] {
  return cut.flatMap(({ data: [target] }) => {
    const host = target && "name" in target ? asName(target.name.toLowerCase()) : undefined;
    return host && isWithin(host, zone.apex) ? (zone.glue.get(host) ?? []) : [];
  });
}

/** RFC 2308: the SOA goes along with the news that there is nothing. */
function negative(zone: Zone, { records }: Found): Pick<Reply, "authority"> {
  const soa = zone.sets.get(zone.apex)?.get("SOA") ?? [];
  return records.length > 0
    ? {}
    : { authority: soa.map((record) => ({ ...record, ttl: zone.declared.negativeTtl ?? NEGATIVE_TTL })) };
}

/** What makes a name the apex of a zone. */
const APEX: ReadonlySet<ZoneType> = new Set(["SOA", "NS"]);

/** Puts records into the zones they belong to, in place of those of their name and type; `absent` names lose theirs. */
export function publish(
  zones: readonly Zone[],
  records: readonly ZoneRecord[],
  absent: readonly DomainName[] = [],
): void {
  const setsFor = (name: DomainName) => {
    const zone = deepestZone(zones, name) ?? fail(`no zone for ${name}`);
    return zone.sets as Map<DomainName, ReadonlyMap<ZoneType, readonly ZoneRecord[]>>;
  };
  for (const name of absent) {
    const sets = setsFor(name);
    const left = [...(sets.get(name) ?? [])].filter(([type]) => APEX.has(type));
    if (left.length > 0) sets.set(name, new Map(left));
    else sets.delete(name);
  }
  for (const [owner, types] of recordSets(records)) {
    const sets = setsFor(owner);
    sets.set(owner, new Map([...(sets.get(owner) ?? []), ...types]));
  }
}

function apexSoa({ apex, ns, serial = 2026112201, negativeTtl = NEGATIVE_TTL }: ZoneDeclaration): string {
  const rname = apex === "." || apex.endsWith("arpa") ? `hostmaster.${ns[0]}` : `hostmaster.${apex}`;
  return `@ SOA ${ns[0]}. ${rname}. ${serial} 7200 1800 1209600 ${negativeTtl}`;
}

function recordSets(records: readonly ZoneRecord[]): RecordSets {
  const sets = new Map<DomainName, Map<ZoneType, ZoneRecord[]>>();
  for (const record of records) {
    const types = sets.get(record.owner) ?? new Map<ZoneType, ZoneRecord[]>();
    sets.set(record.owner, types);
    types.set(record.type, [...(types.get(record.type) ?? []), record]);
  }
  return sets;
}

/** The longest of these apexes that contains the name. */
function deepestOf(apexes: ReadonlySet<DomainName>, name: DomainName): DomainName | undefined {
  for (let at = name; ; at = parent(at)) {
    if (apexes.has(at)) return at;
    if (at === ".") return undefined;
  }
}

function fail(why: string): never {
  throw new Error(`small internet: ${why}`);
}
