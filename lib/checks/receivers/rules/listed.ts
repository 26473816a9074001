import type { Evidence } from "../../define/signal.ts";
import type { Known } from "../../findings/findings.ts";
import { listById } from "../../formats/dnsbl/lists.ts";
import { type Text, text } from "../../net/safe-text.ts";
import { type Hit, hit } from "./score.ts";

type Listings = Pick<Known, "addressListings">;

/** The codes with which a list has this address; empty where it does not, or could not be asked. */
export const codesFrom = ({ addressListings: { panel } }: Listings, list: string): readonly string[] =>
  panel.listings.find((voice) => voice.list.id === list)?.addresses ?? [];

/** Symbols of a scoring receiver by list and return code; `*` stands for every code of a list. */
export type ListScores = Readonly<Record<string, Readonly<Record<string, readonly [string, ...number[]]>>>>;

/** Rspamd's lists and scores (conf/scores.d/rbl_group.conf), which Stalwart took over. */
export const RBL_SCORES: ListScores = {
  "spamhaus-zen": {
    "127.0.0.2": ["RBL_SPAMHAUS_SBL", 4],
    "127.0.0.3": ["RBL_SPAMHAUS_CSS", 2],
    "127.0.0.4": ["RBL_SPAMHAUS_XBL", 4],
    "127.0.0.9": ["RBL_SPAMHAUS_DROP", 7],
    "127.0.0.10": ["RBL_SPAMHAUS_PBL", 2],
    "127.0.0.11": ["RBL_SPAMHAUS_PBL", 2],
  },
  "mailspike-rep": {
    "127.0.0.10": ["RBL_MAILSPIKE_WORST", 2],
    "127.0.0.11": ["RBL_MAILSPIKE_VERYBAD", 1.5],
    "127.0.0.12": ["RBL_MAILSPIKE_BAD", 1],
  },
  "sem-black": { "*": ["RBL_SEM", 1] },
  "sem-ipv6": { "*": ["RBL_SEM_IPV6", 1] },
  "virusfree-bip": { "*": ["RBL_VIRUSFREE_BOTNET", 2] },
  "blocklist-de": { "*": ["RBL_BLOCKLISTDE", 4] },
};

/** What the listings of this address add. */
export const listHits = (known: Listings, scores: ListScores): Hit[] =>
  Object.entries(scores).flatMap(([list, symbols]) => {
    const found = codesFrom(known, list).flatMap((code) => {
      const scored = symbols[code] ?? symbols["*"];
      return scored ? [scored] : [];
    });
    // Two codes of one symbol, such as those of the PBL, count once.
    return [...new Map(found.map((scored) => [scored[0], scored])).values()].map(([symbol, ...points]) =>
      hit(symbol, ...points),
    );
  });

/** Evidence of a listing on one of these lists, for receivers that say they ask them; undefined where there is none. */
export function listedOn(known: Listings, lists: readonly string[]): Evidence | undefined {
  const listed = lists.filter((list) => codesFrom(known, list).length > 0);
  return listed.length > 0 ? { listed, codes: listed.flatMap((list) => codesFrom(known, list)) } : undefined;
}

/** The titles of the lists in evidence. */
export const listNames = (e: Evidence): Text => text`${(e.listed ?? []).map((id) => listById(id)?.title ?? id)}`;

/** What a server comes to that refuses whatever a blocklist has. */
export type Asked = "listed" | "clean" | "silent";

/** The lists that have this address, those of whole networks aside; `silent` where too few of them answered. */
export function askedLists({ addressListings: { panel, conclusion } }: Listings): {
  readonly asked: Asked;
  readonly evidence: Evidence;
} {
  const voices = panel.listings.filter(({ list }) => list.weight !== "informational");
  const evidence = { listed: voices.map(({ list }) => list.id), zone: voices.slice(0, 1).map(({ list }) => list.zone) };
  if (voices.length > 0) return { asked: "listed", evidence };
  const unsure = conclusion === "partly" || conclusion === "too-few" || conclusion === "temperror";
  return { asked: unsure ? "silent" : "clean", evidence: {} };
}
