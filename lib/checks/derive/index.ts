import type { FactName } from "../facts/facts.ts";
import type { FindingName, Findings, Known, KnownName } from "../findings/findings.ts";
import type { Derivation } from "./define.ts";
import { forwardConfirmation } from "./forward-confirmation.ts";
import { heloIdentity } from "./helo-identity.ts";
import { identityChain } from "./identity-chain.ts";
import { intendedHostname } from "./intended-hostname.ts";
import { addressListings, allowListings, nameListings } from "./listings.ts";
import { receivingTls } from "./receiving-tls.ts";
import { reverseCut } from "./reverse-cut.ts";
import { senderNames } from "./sender-names.ts";
import { ptrDomain, sender } from "./sending-domain.ts";
import { ehloName, serverName } from "./server-name.ts";
import { serverTls } from "./server-tls.ts";
import { sharedSender } from "./shared-sender.ts";
import { zoneHolders } from "./zone-holders.ts";

/** How each finding is derived. A new finding is its type in `findings.ts`, one file, and one line here. */
export const findings: { readonly [K in FindingName]: Derivation<K> } = {
  forwardConfirmation,
  serverName,
  ehloName,
  sender,
  ptrDomain,
  heloIdentity,
  senderNames,
  intendedHostname,
  serverTls,
  receivingTls,
  addressListings,
  allowListings,
  nameListings,
  reverseCut,
  zoneHolders,
  sharedSender,
  identityChain,
};

export const isFinding = (name: KnownName): name is FindingName => Object.hasOwn(findings, name);

/**
 * What is named, out of what is known. A finding that is not among it is derived from the facts that are; in a check
 * every finding is there already, derived once for its subject (`subject.ts`).
 */
export function pick<K extends KnownName>(known: Partial<Known>, names: readonly K[]): Pick<Known, K> {
  const found = names.map((name) => [
    name,
    isFinding(name) && !Object.hasOwn(known, name) ? derive(name, known) : known[name],
  ]);
  return Object.fromEntries(found) as Pick<Known, K>;
}

function derive<K extends FindingName>(name: K, known: Partial<Known>): Findings[K] {
  const derivation = findings[name] as Derivation<K>;
  return derivation.derive(pick(known, derivation.needs));
}

/** The facts whose questions a verdict rests on that needs these. */
export function factsBehind(names: readonly KnownName[]): readonly FactName[] {
  const facts = names.flatMap((name): readonly FactName[] => {
    if (!isFinding(name)) return [name];
    const { needs, shows }: Derivation<FindingName> = findings[name];
    return shows ?? factsBehind(needs);
  });
  return [...new Set(facts)];
}
