import {
  defineSignal,
  type Evidence,
  type Fix,
  ourLimit,
  rfc,
  shell,
  temperror,
  unanswered,
} from "../define/signal.ts";
import { recordsOf } from "../facts/lookup.ts";
import { referredTo } from "../formats/ptr-answer.ts";
import type { DomainName } from "../net/domain-name.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";

/**
 * Whether both sides of the zone cut name the same servers. What the servers themselves say, those of either side, is
 * `reverse-authority`'s business.
 */
export const delegationMatch = defineSignal({
  id: "delegation-match",
  group: "control",
  scopes: ["server"],
  title: "Reverse zone delegation",
  why: "The parent zone and the zone itself both list its name servers. Where the two differ, some resolvers may ask servers that are no longer maintained.",
  references: [rfc(1034, "4.2.2"), rfc(1912, "2.8"), rfc(2181, "5.4.1")],
  needs: ["reverseAuthority"],
  outcomes: {
    same: {
      status: "pass",
      says: (e) => text`The delegation in ${e.parent} and the zone ${e.zone} list the same name servers: ${e.own}.`,
    },
    differ: {
      status: "info",
      says: (e) =>
        text`The delegation in ${e.parent} and the zone ${e.zone} do not list the same name servers.${onlyAt(e)} No receiver checks that, but resolvers may use either set.`,
      fix: (e): Fix => ({
        who: "address-owner",
        does: text`Ask the operator of ${e.zone} to make the zone's NS records and the delegation in ${e.parent} the same.`,
      }),
    },
    undelegated: {
      status: "skipped",
      says: (e) => text`No reverse zone is delegated for this address (the zone cut is at ${e.zone}).`,
    },
    "same-servers": {
      status: "skipped",
      says: (e) =>
        text`The name servers of ${e.parent} also serve ${e.zone}, so the delegation cannot be seen from outside.`,
    },
    "not-known": {
      status: "unknown",
      says: prose("Which name servers the zone has could not be found out."),
    },
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => [
    ...digFor("NS", e.zone?.[0]),
    ...(e.zone ?? []).map((zone) => `dig +trace -t NS -q ${shell(zone)}`),
  ],
  judge({ reverseAuthority: authority }) {
    if (authority.kind === "failed") return unanswered(authority.lookup);
    if (authority.kind === "undelegated") return { outcome: "undelegated", evidence: { zone: [authority.zone] } };
    const { zone, delegation } = authority;
    if (!delegation) return { outcome: "not-known", evidence: { zone: [zone] } };
    const { parent, delegated, own } = delegation;
    const evidence: Evidence = { zone: [zone], ...(parent ? { parent: [parent] } : {}) };
    for (const lookup of [delegated, own])
      if (lookup.kind === "failed")
        return lookup.reason === "limit" ? { outcome: "limit", evidence } : unanswered(delegated, own);
    if (delegated.kind === "answer") return { outcome: "same-servers", evidence };
    const above = referredTo(delegated);
    const inside = own.kind === "failed" ? [] : recordsOf(own);
    if (above.length === 0 || inside.length === 0) return { outcome: "not-known", evidence };
    const [onlyAbove, onlyInside] = [without(above, inside), without(inside, above)];
    return {
      outcome: onlyAbove.length + onlyInside.length > 0 ? "differ" : "same",
      evidence: {
        ...evidence,
        own: inside.toSorted(),
        ...(onlyAbove.length > 0 ? { onlyAbove } : {}),
        ...(onlyInside.length > 0 ? { onlyInside } : {}),
      },
    };
  },
});

const without = (some: readonly DomainName[], others: readonly DomainName[]): DomainName[] =>
  some.filter((one) => !others.includes(one)).toSorted();

const onlyAt = (e: Evidence): Text => [
  ...(e.onlyAbove?.length ? text` Only the delegation has ${e.onlyAbove}.` : []),
  ...(e.onlyInside?.length ? text` Only the zone has ${e.onlyInside}.` : []),
];
