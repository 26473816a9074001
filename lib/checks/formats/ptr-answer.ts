import type { AuthorityServer, ReverseAuthority } from "../facts/authority.ts";
import type { LookupOf, RecordType } from "../facts/lookup.ts";
import { parseAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";

/** What stands for "there is none" where answers are compared. No name is spelled like this. */
export const NO_PTR = "no PTR record";

/**
 * What a lookup says of a PTR record, as one text that is equal where the answers are: the names in order with a space
 * between them (names have none of their own). Undefined where it says nothing.
 */
export function ptrAnswer(lookup: LookupOf<"PTR">): string | undefined {
  if (lookup.kind === "failed") return undefined;
  if (lookup.kind === "answer") return [...new Set(lookup.records)].sort().join(" ");
  // Asked without recursion, a server may hand on an alias that leads out of its zones.
  const alias = lookup.referral === undefined ? undefined : lookup.aliases.at(-1);
  return alias ? `alias for ${alias}` : NO_PTR;
}

/** What one address of a name server came to. */
export type Said =
  /** It speaks for the zone. */
  | { readonly kind: "says"; readonly answer: string; readonly ttl: number }
  /** It does not know the zone it is named for (a lame delegation, RFC 9499). */
  | { readonly kind: "lame"; readonly how: string }
  /** It gave no answer, which says nothing about what it knows. */
  | { readonly kind: "silent"; readonly reason: string };

export function saidIn(lookup: LookupOf<"PTR">): Said {
  if (lookup.kind === "failed") {
    return lookup.reason === "refused"
      ? { kind: "lame", how: "refuses (REFUSED)" }
      : { kind: "silent", reason: lookup.reason };
  }
  const answer = ptrAnswer(lookup);
  if (!lookup.authoritative || answer === undefined) return { kind: "lame", how: "is not authoritative" };
  return { kind: "says", answer, ttl: lookup.ttl };
}

/** What a name server as a whole came to. */
export type ServerState =
  | Said["kind"]
  /** Its NS record names an address where a host name has to stand (RFC 1035 section 3.3.11). */
  | "by-address"
  /** Its name has no address, or none that anybody outside could ask. */
  | "nowhere";

/**
 * Whether a name is an address written where a name belongs, as it stands or with the zone's own name behind it, which a
 * zone file adds where the final dot is missing.
 */
export const isAddressAsName = (name: DomainName): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}(?:\.[^a-z]*(?:in-addr|ip6)\.arpa)?$/.test(name) ||
  (name.includes(":") && parseAddress(name) !== undefined);

/** One host is one server, which speaks if any of its addresses does. */
export function stateOf({ name, answers, open }: AuthorityServer): ServerState {
  const said = answers.map(({ lookup }) => saidIn(lookup).kind);
  if (said.includes("says")) return "says";
  if (isAddressAsName(name)) return "by-address";
  if (said.includes("lame")) return "lame";
  return said.length === 0 && open.length === 0 ? "nowhere" : "silent";
}

/** Every reply of a server, the first ones and the later ones. */
export const repliesOf = ({ answers }: AuthorityServer): readonly LookupOf<"PTR">[] =>
  answers.flatMap(({ lookup, again = [] }) => [lookup, ...again]);

/** Whether one address of a server answers now this and now that. */
export const flaps = ({ answers }: AuthorityServer): boolean =>
  answers.some(({ lookup, again = [] }) => {
    const said = [lookup, ...again].map(saidIn).flatMap((each) => (each.kind === "says" ? [each.answer] : []));
    return new Set(said).size > 1;
  });

/** The different answers the zone's own servers give, and whether these are all: one spoke, and none kept silent. */
export function authoritativeAnswers(authority: ReverseAuthority): {
  readonly answers: readonly string[];
  readonly complete: boolean;
} {
  const servers = authority.kind === "asked" ? authority.servers : [];
  const said = servers.flatMap((server) => repliesOf(server).map(saidIn));
  const answers = [...new Set(said.flatMap((each) => (each.kind === "says" ? [each.answer] : [])))].sort();
  return { answers, complete: answers.length > 0 && servers.every((server) => stateOf(server) !== "silent") };
}

/** Whether our own limit kept us from asking this server, or from finding it. */
export const isUnasked = ({ answers, open }: AuthorityServer): boolean =>
  [...answers.map(({ lookup }) => lookup), ...open].some(isLimit);

/** Whether our own limit is why not all of the zone's servers are known. */
export const isCutShort = (authority: ReverseAuthority): boolean =>
  authority.kind === "asked"
    ? authority.servers.some((server) => stateOf(server) === "silent" && isUnasked(server))
    : authority.kind === "failed" && isLimit(authority.lookup);

const isLimit = (lookup: LookupOf<RecordType>): boolean => lookup.kind === "failed" && lookup.reason === "limit";

/** The name servers that a reply refers to; none where it is no referral. */
export const referredTo = (lookup: LookupOf<"NS">): readonly DomainName[] =>
  lookup.kind === "nodata" ? (lookup.referral ?? []) : [];
