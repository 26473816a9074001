import { type Evidence, unanswered } from "../../define/signal.ts";
import { confirmedNames } from "../../derive/forward-confirmation.ts";
import type { ForwardConfirmation } from "../../findings/forward-confirmation.ts";
import type { DomainName } from "../../net/domain-name.ts";

/**
 * Forward confirmation as one receiver sees it. Receivers differ in what they make of several names, so "some resolve
 * back" and "one is open" are kept apart from plain yes and no.
 */
export type ConfirmationState =
  /** The PTR question got no answer. */
  | "silent"
  /** There is no PTR name, or none that this receiver would take for one. */
  | "nameless"
  /** Every name resolves back. */
  | "confirmed"
  /** Some resolve back and others do not. */
  | "mixed"
  /** Some resolve back; of the others we could not find out. */
  | "half-open"
  /** No name resolves back. */
  | "unconfirmed"
  /** None that we could look up resolves back, but others could not be looked up. */
  | "open";

export interface Confirmation {
  readonly state: ConfirmationState;
  readonly names: readonly DomainName[];
  readonly confirmed: readonly DomainName[];
  readonly evidence: Evidence;
}

/** As many names as a sentence holds. */
const SHOWN = 3;

/** Reads forward confirmation as a receiver does that takes a PTR name for one only where `takes` says so. */
export function confirmation(
  { forwardConfirmation: { address, reverse, names: all } }: { readonly forwardConfirmation: ForwardConfirmation },
  takes: (name: DomainName) => boolean = () => true,
): Confirmation {
  const base = { address: [address] };
  if (reverse.kind === "failed")
    return { state: "silent", names: [], confirmed: [], evidence: { ...base, ...unanswered(reverse).evidence } };
  const taken = all.filter(({ name }) => takes(name));
  if (taken.length === 0) {
    const refused = all.length > 0 ? { ptr: all.slice(0, SHOWN).map(({ name }) => name) } : {};
    return { state: "nameless", names: [], confirmed: [], evidence: { ...base, ...refused } };
  }

  const names = taken.map(({ name }) => name);
  const confirmed = confirmedNames({ names: taken });
  const open = taken.filter(({ state }) => state === "unknown").map(({ addresses }) => addresses);
  const resolvesElsewhere = taken.filter(({ state }) => state !== "confirmed" && state !== "unknown");
  // A name that resolves elsewhere says more than one that resolves to nothing.
  resolvesElsewhere.sort((a, b) => Number(b.state === "elsewhere") - Number(a.state === "elsewhere"));
  const elsewhere = resolvesElsewhere[0]?.addresses;
  return {
    state: stateOf(confirmed.length, resolvesElsewhere.length, open.length),
    names,
    confirmed,
    evidence: {
      ...base,
      ptr: names.slice(0, SHOWN),
      names: [String(names.length)],
      confirming: [String(confirmed.length)],
      ...(confirmed.length > 0 ? { confirmed: confirmed.slice(0, SHOWN) } : {}),
      ...(resolvesElsewhere.length > 0
        ? { resolvesElsewhere: resolvesElsewhere.slice(0, SHOWN).map(({ name }) => name) }
        : {}),
      ...(elsewhere?.kind === "answer" ? { leads: elsewhere.records.slice(0, SHOWN) } : {}),
      ...(open.length > 0 ? unanswered(...open).evidence : {}),
    },
  };
}

function stateOf(confirmed: number, resolvesElsewhere: number, open: number): ConfirmationState {
  if (confirmed > 0) return resolvesElsewhere > 0 ? "mixed" : open > 0 ? "half-open" : "confirmed";
  return open > 0 ? "open" : "unconfirmed";
}
