import type { IpAddress } from "../address.ts";
import type { FailedLookup } from "../facts/lookup.ts";
import type { Facts } from "../facts.ts";
import type { DomainName } from "../name.ts";
import { type Evidence, unanswered } from "../signal.ts";

/**
 * How far the address leads to a name and back. Receivers differ in what they make of several names, so "some lead
 * back" and "one is open" are kept apart from plain yes and no.
 */
export type WayBackState =
  /** The PTR question got no answer. */
  | "silent"
  /** There is no PTR name, or none that this receiver would take for one. */
  | "nameless"
  /** Every name leads back. */
  | "confirmed"
  /** Some lead back and others do not. */
  | "mixed"
  /** Some lead back; of the others we could not find out. */
  | "half-open"
  /** No name leads back. */
  | "unconfirmed"
  /** None that we could follow leads back, but others could not be followed. */
  | "open";

export interface WayBack {
  readonly state: WayBackState;
  readonly names: readonly DomainName[];
  readonly confirmed: readonly DomainName[];
  readonly evidence: Evidence;
}

/** As many names as a sentence holds. */
const SHOWN = 3;

/** Reads the way back as a receiver sees it that takes a PTR name for one only where `takes` says so. */
export function wayBack(
  { address, reverse, forward }: Pick<Facts, "address" | "reverse" | "forward">,
  takes: (name: DomainName) => boolean = () => true,
): WayBack {
  const base = { address: [address] };
  if (reverse.kind === "failed")
    return { state: "silent", names: [], confirmed: [], evidence: { ...base, ...unanswered(reverse).evidence } };
  const all = reverse.kind === "answer" ? reverse.records : [];
  const names = all.filter(takes);
  if (names.length === 0) {
    const refused = all.length > 0 ? { ptr: all.slice(0, SHOWN) } : {};
    return { state: "nameless", names, confirmed: [], evidence: { ...base, ...refused } };
  }

  const lookup = (name: DomainName) => forward.find((one) => one.name === name)?.addresses;
  const confirmed = names.filter((name) => leadsTo(lookup(name), address));
  const failed = names.map(lookup).filter((found): found is FailedLookup => found?.kind === "failed");
  // Past the tenth name nothing is followed: that is as open as a question without an answer.
  const open = names.filter((name) => (lookup(name) ?? { kind: "failed" }).kind === "failed");
  const astray = names.filter((name) => !confirmed.includes(name) && !open.includes(name));
  // A name that leads elsewhere says more than one that leads nowhere.
  astray.sort((a, b) => Number(lookup(b)?.kind === "answer") - Number(lookup(a)?.kind === "answer"));
  const elsewhere = astray.map(lookup).find((found) => found?.kind === "answer");
  return {
    state: stateOf(confirmed.length, astray.length, open.length),
    names,
    confirmed,
    evidence: {
      ...base,
      ptr: names.slice(0, SHOWN),
      names: [String(names.length)],
      confirming: [String(confirmed.length)],
      ...(confirmed.length > 0 ? { confirmed: confirmed.slice(0, SHOWN) } : {}),
      ...(astray.length > 0 ? { astray: astray.slice(0, SHOWN) } : {}),
      ...(elsewhere?.kind === "answer" ? { leads: elsewhere.records.slice(0, SHOWN) } : {}),
      ...(failed.length > 0 ? unanswered(...failed).evidence : {}),
    },
  };
}

function stateOf(confirmed: number, astray: number, open: number): WayBackState {
  if (confirmed > 0) return astray > 0 ? "mixed" : open > 0 ? "half-open" : "confirmed";
  return open > 0 ? "open" : "unconfirmed";
}

const leadsTo = (found: Facts["forward"][number]["addresses"] | undefined, address: IpAddress): boolean =>
  found?.kind === "answer" && found.records.includes(address);
