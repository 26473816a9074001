import type { Asked, Failure, Lookup, LookupEvidence, LookupOf, RecordData, RecordType } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import type { DomainName } from "../../net/domain-name.ts";
import type { Settled } from "./race.ts";
import type { Reading } from "./reading.ts";
import { keyOf } from "./round-trips.ts";

/** As much of one answer as is kept as evidence. */
const MAX_RECORDS = 64;
const MAX_RECORD = 1024;

/** As it is kept, but for how long it took, which whoever asked fills in. */
type Evidence = Omit<LookupEvidence, "facts" | "ms"> & { ms: number };

/** What a question came to, and how that looks as evidence. */
export interface Concluded<K extends RecordType> {
  readonly lookup: LookupOf<K>;
  readonly evidence: Evidence;
}

/**
 * What a question came to, the lookup itself and its evidence, from the last thing we heard and the messages before
 * it that ended at an alias. `failure` says why we did not go on.
 */
export function conclude<K extends RecordType>(
  asked: { readonly name: DomainName; readonly type: K },
  earlier: readonly Settled[],
  last: Settled,
  failure?: Failure,
): Concluded<K> {
  if (earlier.length === 0 && failure === undefined) return concludeOne(asked, last);
  const hops = [...earlier, last];
  const said = hops.flatMap(({ reading }) => (reading.kind === "failed" ? [] : [reading]));
  const ttl = said.length > 0 ? Math.min(...said.map((reading) => reading.ttl)) : undefined;
  const evidence: Evidence = {
    ...asked,
    rcode: failure?.toUpperCase() ?? last.rcode,
    records: said.flatMap((reading) => reading.shown.slice(0, MAX_RECORDS).map(cap)).slice(0, MAX_RECORDS),
    ...(ttl !== undefined && { ttl }),
    server: showServer(last.server),
    flags: hops.every((hop) => hop.flags.includes("cached")) ? last.flags : last.flags.filter((f) => f !== "cached"),
    ms: 0,
  };

  const reason = failure ?? (last.reading.kind === "failed" ? last.reading.reason : undefined);
  if (reason !== undefined) return { lookup: { ...asked, kind: "failed", reason }, evidence };
  const end = said.at(-1);
  if (!end || end.kind === "alias" || ttl === undefined) throw new Error("a question ended at an alias");
  const { shown: _, soa: __, ...reading } = end;
  const lookup: Lookup<RecordData[RecordType]> = {
    ...asked,
    ...reading,
    ttl,
    aliases: said.flatMap((each) => each.aliases),
    authenticated: said.every((each) => each.authenticated),
    authoritative: said.every((each) => each.authoritative),
    size: Math.max(...said.map((each) => each.size)),
  };
  return { lookup: lookup as LookupOf<K>, evidence };
}

/** The same of one message, as nearly all are. */
function concludeOne<K extends RecordType>(
  asked: { readonly name: DomainName; readonly type: K },
  { reading, rcode, flags, server }: Settled,
): Concluded<K> {
  const { name, type } = asked;
  const seen = { name, type, rcode, server: showServer(server), flags, ms: 0 };
  if (reading.kind === "failed") {
    return { lookup: { name, type, kind: "failed", reason: reading.reason }, evidence: { ...seen, records: NOTHING } };
  }
  if (reading.kind === "alias") throw new Error("a question ended at an alias");
  const { shown, ttl } = reading;
  const records = shown.length === 0 ? NOTHING : shown.slice(0, MAX_RECORDS).map(cap);
  return { lookup: said(asked, reading) as LookupOf<K>, evidence: { ...seen, records, ttl } };
}

const NOTHING: readonly string[] = [];

/** What was said, without what is only evidence. Written out: copying "all but these" costs more than reading a reply. */
function said({ name, type }: Asked, reading: Exclude<Reading, { kind: "failed" | "alias" }>) {
  const { ttl, aliases, authenticated, authoritative, zone, size } = reading;
  const common =
    zone === undefined
      ? { name, type, ttl, aliases, authenticated, authoritative, size }
      : { name, type, ttl, aliases, authenticated, authoritative, zone, size };
  if (reading.kind === "answer") return { ...common, kind: reading.kind, records: reading.records };
  const { kind, referral } = reading;
  return referral === undefined ? { ...common, kind } : { ...common, kind, referral };
}

/** A question that was never sent. */
export function unsent<K extends RecordType>(
  asked: { readonly name: DomainName; readonly type: K },
  reason: Failure,
  server?: Endpoint,
): Concluded<K> {
  return conclude(asked, [], {
    reading: { kind: "failed", reason },
    rcode: reason.toUpperCase(),
    flags: [],
    server,
  });
}

const cap = (record: string): string => (record.length > MAX_RECORD ? `${record.slice(0, MAX_RECORD)}…` : record);

/** `address`, or `address#port` where the port is not 53; nothing for no server. */
export function showServer(server: Endpoint | undefined): string {
  if (!server) return "";
  return server.port === 53 ? server.address : keyOf(server);
}
