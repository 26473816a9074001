import type { Asked, Failure, RecordData, RecordType } from "../../facts/lookup.ts";
import { type DomainName, isWithin } from "../../net/domain-name.ts";
import type { Message, Question } from "./message.ts";
import { type DnsRecord, showData } from "./records.ts";

/** What one reply message says about one question. */
export type Reading =
  | (Said & { readonly kind: "answer"; readonly records: readonly RecordData[RecordType][] })
  | (Said & { readonly kind: "nodata" | "nxdomain"; readonly referral?: readonly DomainName[] })
  /** The message ends at an alias: the last of `aliases` has to be asked for. */
  | (Said & { readonly kind: "alias" })
  | { readonly kind: "failed"; readonly reason: Failure };

export interface Said {
  readonly ttl: number;
  readonly aliases: readonly DomainName[];
  readonly authenticated: boolean;
  readonly authoritative: boolean;
  readonly zone?: DomainName;
  /** Whether a SOA record of a zone above the name is in the authority section. */
  readonly soa: boolean;
  readonly size: number;
  /** The data on the way, in presentation format. */
  readonly shown: readonly string[];
}

/** Names that one answer may lead over: as far as BIND and Unbound follow. */
export const MAX_ALIASES = 11;

const NOERROR = 0;
const NXDOMAIN = 3;

/**
 * Reads a reply by RFC 1034 section 4.3.2 and RFC 2308 section 2. What would read an error, a server that does not
 * recurse, or a contradiction as "there is none" is a failure here.
 */
export function readReply(message: Message, question: Question): Reading {
  const failure = failureOf(message.rcode);
  if (failure) return { kind: "failed", reason: failure };
  const chain = followAliases(message.answers, question);
  if (!chain) return { kind: "failed", reason: "alias-loop" };

  const owner = chain.owners.at(-1) ?? question.name;
  const records: DnsRecord[] = [];
  for (const record of message.answers)
    if (record.type === question.type && record.owner === owner) records.push(record);
  // Something was answered, but not to this question: that does not say that there is nothing.
  if (message.answerCount > 0 && chain.owners.length + records.length === 0)
    return { kind: "failed", reason: "malformed" };
  const authority = readAuthority(message.authorities, owner);
  const said = (ttl: number): Said => {
    const authenticated = message.flags.has("ad");
    const authoritative = message.flags.has("aa");
    const { zone, negative: soa } = authority;
    const common = { ttl: leastTtl(chain.records, ttl), aliases: chain.owners, authenticated, authoritative };
    const { size } = message;
    const shown = records.length === 0 && chain.records.length === 0 ? NOTHING : show(chain.records, records);
    return zone === undefined ? { ...common, soa, size, shown } : { ...common, zone, soa, size, shown };
  };

  if (message.rcode === NXDOMAIN) {
    // The rcode speaks of the chain's last name (RFC 6604): it cannot have records and not exist.
    if (records.length > 0) return { kind: "failed", reason: "malformed" };
    return vouchedFor(message, question, authority) ?? { ...said(authority.ttl), kind: "nxdomain" };
  }
  if (records.length > 0) {
    const least = leastTtl(records, Number.POSITIVE_INFINITY);
    return { ...said(least), kind: "answer", records: records.map((record) => record.data) };
  }
  if (chain.owners.length > 0 && !authority.negative) {
    if (question.recursion) return { ...said(Number.POSITIVE_INFINITY), kind: "alias" };
    return { ...said(Number.POSITIVE_INFINITY), kind: "nodata", referral: authority.servers };
  }
  // RFC 2308 section 2.2: NS records without SOA, from a server that is not authoritative, point elsewhere.
  const referred = !authority.negative && authority.servers.length > 0 && !message.flags.has("aa");
  if (question.recursion && referred) return { kind: "failed", reason: "refused" };
  return (
    vouchedFor(message, question, authority) ?? {
      ...said(authority.ttl),
      kind: "nodata",
      ...(referred && { referral: authority.servers }),
    }
  );
}

const NOTHING: readonly never[] = [];

function leastTtl(records: readonly DnsRecord[], most: number): number {
  let least = most;
  for (const { ttl } of records) if (ttl < least) least = ttl;
  return least;
}

const show = (aliases: readonly Alias[], records: readonly DnsRecord[]): readonly string[] => [
  ...aliases.map((alias) => `CNAME ${showData(alias)}`),
  ...records.map(showData),
];

/**
 * "There is none" counts only from a server in a position to know. A server that was asked to recurse, does not (RA
 * off), and does not own the name (AA off) knows nothing.
 */
function vouchedFor(message: Message, question: Question, authority: Authority): Reading | undefined {
  const knows = !question.recursion || message.flags.has("ra") || message.flags.has("aa") || authority.negative;
  return knows ? undefined : { kind: "failed", reason: "refused" };
}

/** RFC 1035, 2136 and 6891 response codes that leave the question open. */
function failureOf(rcode: number): Failure | undefined {
  if (rcode === NOERROR || rcode === NXDOMAIN) return undefined;
  // FORMERR, NOTIMP, BADVERS.
  if (rcode === 1 || rcode === 4 || rcode === 16) return "formerr";
  // REFUSED, NOTAUTH.
  if (rcode === 5 || rcode === 9) return "refused";
  return "servfail";
}

type Alias = Extract<DnsRecord, { type: "CNAME" }>;

interface Chain {
  readonly owners: readonly DomainName[];
  readonly records: readonly Alias[];
}
const NO_ALIASES: Chain = { owners: NOTHING, records: NOTHING };
const isAlias = (record: DnsRecord): boolean => record.type === "CNAME";

/** The CNAME chain from the question's name; undefined where it never ends. A question for CNAME is not followed. */
function followAliases(answers: readonly DnsRecord[], { name, type }: Asked): Chain | undefined {
  if (type === "CNAME" || !answers.some(isAlias)) return NO_ALIASES;
  const owners: DomainName[] = [];
  const records: Alias[] = [];
  const aliases = new Map<DomainName, Alias>();
  for (const record of answers) if (record.type === "CNAME") aliases.set(record.owner, record);
  for (let alias = aliases.get(name); alias; alias = aliases.get(alias.data)) {
    if (alias.data === name || owners.includes(alias.data) || owners.length === MAX_ALIASES) return undefined;
    owners.push(alias.data);
    records.push(alias);
  }
  return { owners, records };
}

interface Authority {
  readonly zone?: DomainName;
  /** A SOA record is there: the mark of a negative answer. */
  readonly negative: boolean;
  /** How long a negative answer may be kept (RFC 2308 section 5); without SOA not at all. */
  readonly ttl: number;
  readonly servers: readonly DomainName[];
}

const SILENT: Authority = { negative: false, ttl: 0, servers: NOTHING };

/** The authority section's SOA and NS records, as far as they speak of a zone above the name. */
function readAuthority(authorities: readonly DnsRecord[], name: DomainName): Authority {
  if (authorities.length === 0) return SILENT;
  const above = authorities.filter((record) => isWithin(name, record.owner));
  const soa = above.find((record) => record.type === "SOA");
  const servers = above.filter((record) => record.type === "NS");
  const zone = soa?.owner ?? servers[0]?.owner;
  return {
    ...(zone !== undefined && { zone }),
    negative: soa !== undefined,
    ttl: soa ? Math.min(soa.ttl, soa.data.minimum) : 0,
    servers: [...new Set(servers.map((record) => record.data))],
  };
}
