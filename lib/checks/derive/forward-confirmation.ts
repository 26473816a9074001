import type { FailedLookup, ForwardLookup, Lookup, LookupOf } from "../facts/lookup.ts";
import type { ForwardConfirmation, NameState, PtrName } from "../findings/forward-confirmation.ts";
import { family, type IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { defineFinding } from "./define.ts";

/** Whether a name's address RRset has this address in it: the one place where that is decided. */
export const resolvesTo = (addresses: Lookup<unknown> | undefined, address: IpAddress): boolean =>
  addresses?.kind === "answer" && addresses.records.includes(address);

/** What one address RRset makes of the name that owns it. */
export function nameState(addresses: Lookup<IpAddress>, address: IpAddress): NameState {
  switch (addresses.kind) {
    case "answer":
      return resolvesTo(addresses, address) ? "confirmed" : "elsewhere";
    case "nodata":
      return "no-address";
    case "nxdomain":
      return "nxdomain";
    case "failed":
      return "unknown";
  }
}

/** Confirms the PTR names of an address by their forward lookups. */
export function confirm(
  address: IpAddress,
  reverse: LookupOf<"PTR">,
  forward: readonly ForwardLookup[],
): ForwardConfirmation {
  const records = reverse.kind === "answer" ? reverse.records : [];
  const names = records.map((name): PtrName => {
    const addresses = forward.find((one) => one.name === name)?.addresses ?? notAsked(name, address);
    return { name, addresses, state: nameState(addresses, address) };
  });
  const followed = records.filter((name) => forward.some((one) => one.name === name)).length;
  return { address, reverse, names, followed };
}

/** A name beyond those we look up: our own limit, and so as open as a question without an answer. */
const notAsked = (name: DomainName, address: IpAddress): FailedLookup => ({
  kind: "failed",
  name,
  type: family(address) === 4 ? "A" : "AAAA",
  reason: "limit",
});

export const forwardConfirmation = defineFinding<"forwardConfirmation">()({
  needs: ["address", "reverse", "forward"],
  derive: ({ address, reverse, forward }) => confirm(address, reverse, forward),
});

export const confirmedNames = ({ names }: Pick<ForwardConfirmation, "names">): DomainName[] =>
  names.filter(({ state }) => state === "confirmed").map(({ name }) => name);

/** The names with those first that resolve back; otherwise in the order of the answer. */
export const confirmedFirst = ({ names }: Pick<ForwardConfirmation, "names">): PtrName[] =>
  names.toSorted((a, b) => Number(b.state === "confirmed") - Number(a.state === "confirmed"));

/**
 * The name that stands for the address: of those that resolve back the first, or else the first of all. `rivals` are
 * names that might have been it, had their questions been answered: what does not hold for them as well is open.
 */
export function primaryName({ names }: Pick<ForwardConfirmation, "names">): {
  readonly name: PtrName | undefined;
  readonly rivals: readonly PtrName[];
} {
  const confirmed = names.findIndex(({ state }) => state === "confirmed");
  const name = names[Math.max(0, confirmed)];
  const before = confirmed >= 0 ? names.slice(0, confirmed) : names.slice(1);
  return { name, rivals: before.filter(({ state }) => state === "unknown") };
}
