import type { IpAddress } from "../address.ts";
import type { ForwardLookup } from "../facts/lookup.ts";
import type { WantedName } from "../facts/wanted.ts";
import type { Facts } from "../facts.ts";
import { nameInWord } from "../mail-word.ts";
import type { DomainName } from "../name.ts";
import { classifyPtrName, type PtrNameReason } from "../ptr-name/classify.ts";
import { hostnameFault } from "../ptr-name/hostname-fault.ts";

export type NameClues = Pick<Facts, "address" | "claims" | "asked" | "reverse" | "forward" | "smtp" | "mailNames">;

/**
 * The name this server should have, so that PTR, forward record and EHLO can be brought to agree with the least work:
 * one that already leads back before one that has yet to, and never one that a provider made. Undefined where nobody
 * has named the server: then the reader has to.
 */
export function chooseName(clues: NameClues): Pick<WantedName, "name" | "origin"> | undefined {
  const { address, claims, asked, reverse, forward, smtp, mailNames } = clues;
  const own = (name: DomainName | undefined): name is DomainName =>
    name !== undefined && hostnameFault(name) === undefined && classifyPtrName(name, address).kind === "custom";
  const chosen = (name: DomainName | undefined): name is DomainName =>
    own(name) || (name !== undefined && hostnameFault(name) === undefined && !isMade(name, address));
  const said = nameInWord(claims.helo);
  const given = said && isWish(said) ? said : undefined;
  if (given && leadsBack(mailNames.claimed, address)) return { name: given, origin: "given" };

  const names = reverse.kind === "answer" ? reverse.records.filter(own) : [];
  const confirmed = names.filter((name) => leadsBack(of(forward, name), address));
  const ptr = confirmed.find((name) => name === smtp.ehloName) ?? confirmed[0];
  if (ptr) return { name: ptr, origin: "ptr" };
  if (given) return { name: given, origin: "given" };
  // The name under which the address was found leads to it.
  if (chosen(asked)) return { name: asked, origin: "asked" };
  // Somebody gave the server this name and published its address: odd as it may look, it was chosen.
  if (chosen(smtp.ehloName) && leadsBack(mailNames.ehlo, address)) return { name: smtp.ehloName, origin: "ehlo" };

  const ehlo = own(smtp.ehloName) ? smtp.ehloName : undefined;
  const [first] = names;
  if (first) return { name: names.find((name) => name === ehlo) ?? first, origin: "ptr" };
  // A name that leads to somebody else's address is most likely somebody else's.
  return ehlo && mailNames.ehlo?.addresses.kind !== "answer" ? { name: ehlo, origin: "ehlo" } : undefined;
}

/** A name the reader wants is taken at their word where it can be looked up; what is wrong with it gets said. */
function isWish(name: DomainName): boolean {
  const fault = hostnameFault(name);
  return fault === undefined || fault === "underscore";
}

/** Signs in a name that a provider made it out of the address or the line. Other words somebody may have meant. */
const MADE: readonly PtrNameReason[] = [
  "provider-default",
  "address",
  "address-part",
  "address-shape",
  "hardware-address",
  "access-word",
  "line-word",
  "line-path",
];

const isMade = (name: DomainName, address: IpAddress): boolean =>
  classifyPtrName(name, address).reasons.some(({ why }) => MADE.includes(why));

const of = (forward: readonly ForwardLookup[], name: DomainName) => forward.find((one) => one.name === name);

const leadsBack = (lookup: ForwardLookup | undefined, address: IpAddress): boolean =>
  lookup?.addresses.kind === "answer" && lookup.addresses.records.includes(address);
