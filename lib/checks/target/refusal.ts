import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { classify, type SpecialBlock } from "../net/special-purpose.ts";
import type { SpecialKind } from "../net/special-purpose-registry.ts";

/**
 * Why we do not look at an address, and how to find the one that was meant: the sentence beside the form field. The
 * address is the one that was asked for, the block what the guard said of it.
 */
export function refusal(address: IpAddress, block: SpecialBlock): Text {
  const { embedded } = block;
  if (!embedded) return text`${address} ${prose(WORDS[block.kind].is)}. ${prose(WORDS[block.kind].advice)}`;
  const inner = classify(embedded);
  const form = text`${address} is an IPv6 form of the IPv4 address ${embedded} (${prose(block.name)})`;
  if (!inner) return text`${form}: receivers never see it in this spelling. Check ${embedded} itself.`;
  return text`${form}, which ${prose(WORDS[inner.kind].is)}. ${prose(WORDS[inner.kind].advice)}`;
}

const FIND_PUBLIC =
  "To find your public address, send a mail from this server to a mailbox elsewhere and look at its full headers: the Received line with this server's name says, in square brackets, which address it came from.";
const OWN_SERVER = "Put in the address that your own mail server sends from.";

interface Words {
  /** Goes on after the address. */
  readonly is: string;
  readonly advice: string;
}

const WORDS: Readonly<Record<SpecialKind, Words>> = {
  private: { is: "is private: it works inside one network only, and receivers never see it", advice: FIND_PUBLIC },
  shared: {
    is: "is shared between a provider and its customers (carrier-grade NAT): receivers see the provider's public address instead",
    advice: `${FIND_PUBLIC} Such a connection is shared with strangers; for sending mail ask the provider for a public address of your own.`,
  },
  loopback: { is: "is loopback: every machine means itself by it, and receivers never see it", advice: FIND_PUBLIC },
  "link-local": {
    is: "is link-local: a machine gives it to itself, and it works up to the next router only",
    advice: FIND_PUBLIC,
  },
  unspecified: {
    is: 'is no machine\'s address: programs write it for "every address I have" or "none yet"',
    advice: FIND_PUBLIC,
  },
  documentation: { is: "is kept for examples in documentation: no machine on the internet has it", advice: OWN_SERVER },
  benchmarking: { is: "is kept for measuring equipment in a laboratory: receivers never see it", advice: OWN_SERVER },
  multicast: { is: "is multicast: it names a group of machines, and mail comes from a single one", advice: OWN_SERVER },
  broadcast: {
    is: "is broadcast: it means every machine on a network, and mail comes from a single one",
    advice: OWN_SERVER,
  },
  reserved: { is: "is reserved: nobody has been given it", advice: OWN_SERVER },
  protocol: {
    is: "belongs to a network protocol by worldwide agreement, so no mail server has it",
    advice: OWN_SERVER,
  },
  translation: { is: "is a form that IPv4 takes inside IPv6 software; receivers never see it", advice: OWN_SERVER },
  tunnel: {
    is: "is made up by a tunnel from an IPv4 address; receivers do not take mail from those",
    advice: OWN_SERVER,
  },
  identifier: { is: "only looks like an address: it names something, and no machine has it", advice: OWN_SERVER },
  "opted-out": {
    is: "is not checked here: its holder asked this service not to look at it",
    advice: "If it is yours, ask whoever runs this service to take it off their list.",
  },
  own: {
    is: "is an address of this service itself, which it does not check",
    advice:
      "Put in the address of another server. The operator of this service can allow the address with ALLOW_TARGETS.",
  },
  discard: { is: "is a sink: networks throw away whatever is sent to it", advice: OWN_SERVER },
  unallocated: {
    is: "is outside the part of IPv6 that is in public use, which begins with 2 or 3",
    advice: OWN_SERVER,
  },
};

/** Why a name is not checked whose holder asked for that. */
export const optedOutWords = (name: DomainName): Text =>
  text`${name} ${prose(WORDS["opted-out"].is)}. ${prose(WORDS["opted-out"].advice)}`;
