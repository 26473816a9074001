import type { DmarcStep } from "../../facts/dmarc.ts";
import type { FailedLookup } from "../../facts/lookup.ts";
import { asName, type DomainName, labels } from "../../net/domain-name.ts";
import { type DmarcRecord, isDmarc, isNearlyDmarc, type Policy, parseDmarc } from "./dmarc-record.ts";

/** Policy discovery by the DNS tree walk (RFC 9989 section 4.10). Pure. */

const MAX_QUERIES = 8;

/** The domains whose `_dmarc` is asked, in the order of the walk: at most eight, down to the top-level domain. */
export function walkNames(domain: DomainName): DomainName[] {
  const all = labels(domain);
  const above = all.length < MAX_QUERIES ? all.length - 1 : MAX_QUERIES - 1;
  return [domain, ...Array.from({ length: Math.max(above, 0) }, (_, i) => asName(all.slice(i - above).join(".")))];
}

/** What stands at one name of the walk. */
export interface Station {
  readonly domain: DomainName;
  /** The record that counts. */
  readonly record?: DmarcRecord;
  /** More than one record: all are discarded. */
  readonly several: number;
  /** The only record, void because a tag stands in it twice. */
  readonly void?: DmarcRecord;
  /** TXT records that were probably meant as a policy and are none. */
  readonly near: readonly string[];
}

export interface Discovery {
  /** As far as the walk went: to its end, to a `psd=y` or `psd=n`, or to a question without an answer. */
  readonly stations: readonly Station[];
  /** The question without an answer that ended the walk. */
  readonly failed?: FailedLookup;
  /** Unknown where the walk was cut off before it was found. */
  readonly organization?: DomainName;
  /** The record that applies, and where it stands. */
  readonly applied?: { readonly domain: DomainName; readonly record: DmarcRecord };
}

/** Reads the answers of a walk. */
export function discover(steps: readonly DmarcStep[]): Discovery {
  const stations: Station[] = [];
  let failed: FailedLookup | undefined;
  for (const { domain, lookup } of steps) {
    if (lookup.kind === "failed") failed = lookup;
    if (lookup.kind === "failed") break;
    const texts = lookup.kind === "answer" ? lookup.records : [];
    const found = texts.filter(isDmarc);
    const only = found.length === 1 && found[0] !== undefined ? parseDmarc(found[0]) : undefined;
    const record = only?.void ? undefined : only;
    stations.push({
      domain,
      several: found.length > 1 ? found.length : 0,
      near: texts.filter(isNearlyDmarc),
      ...(record ? { record } : {}),
      ...(only?.void ? { void: only } : {}),
    });
    if (record && record.psd !== "u") break;
  }
  const organization = failed ? undefined : organizationalDomain(stations);
  const applied = apply(stations, organization, failed);
  return {
    stations,
    ...(failed ? { failed } : {}),
    ...(organization ? { organization } : {}),
    ...(applied ? { applied } : {}),
  };
}

/** Section 4.10.2. Undefined only for a walk without a beginning. */
function organizationalDomain(stations: readonly Station[]): DomainName | undefined {
  const start = stations[0]?.domain;
  if (!start) return undefined;
  for (const { domain, record } of stations) {
    if (record?.psd === "n") return domain;
    if (record?.psd === "y" && domain !== start) return oneBelow(start, domain);
  }
  return stations.findLast(({ record }) => record)?.domain ?? start;
}

/** The ancestor of `domain`, or itself, that is one label longer than `suffix`. */
function oneBelow(domain: DomainName, suffix: DomainName): DomainName {
  return asName(
    labels(domain)
      .slice(-(labels(suffix).length + 1))
      .join("."),
  );
}

/** Section 4.10.1: the author domain's own record, else that of its organizational domain, else its public suffix's. */
function apply(
  stations: readonly Station[],
  organization: DomainName | undefined,
  failed: FailedLookup | undefined,
): Discovery["applied"] {
  const at = (station: Station | undefined) =>
    station?.record ? { domain: station.domain, record: station.record } : undefined;
  const own = at(stations[0]);
  if (own || failed) return own;
  return (
    at(stations.find(({ domain }) => domain === organization)) ?? at(stations.find(({ record }) => record?.psd === "y"))
  );
}

/** What a policy record asks for mail of one domain, and what receivers make of it. */
export interface Assessment {
  /** As published for this domain; undefined where the record is unclear and so counts as `none`. */
  readonly published?: Policy;
  /** What receivers apply: one level lower under `t=y`. Undefined where they ignore the record. */
  readonly effective?: Policy;
  /** The tag it was taken from. */
  readonly tag: "p" | "sp" | "np";
}

/** `exists` says whether the author domain exists; it matters only where the record is another domain's. */
export function assess(
  { p, sp, np, unclear, reporting, testing }: DmarcRecord,
  inherited: boolean,
  exists: boolean,
): Assessment {
  const tag = !inherited ? "p" : !exists && np ? "np" : sp ? "sp" : "p";
  if (unclear) return { tag, ...(reporting ? { effective: "none" } : {}) };
  const published = { p, sp, np }[tag] ?? "none";
  return { tag, published, effective: testing ? lowered(published) : published };
}

const lowered = (policy: Policy): Policy => (policy === "reject" ? "quarantine" : "none");
