import { asName, type DomainName, isWithin } from "./domain-name.ts";

/** A domain that the public DNS does not have, or has for itself. */
export interface SpecialName {
  readonly suffix: DomainName;
  /** Where that is written; a custom of local networks is written nowhere. */
  readonly rfc?: string;
  /** Goes on after the name. */
  readonly is: string;
}

const LOCAL = "works inside one network only: receivers elsewhere cannot look it up";

const special = (suffix: string, is: string, rfc?: string): SpecialName => ({
  suffix: asName(suffix),
  is,
  ...(rfc ? { rfc } : {}),
});

/** IANA's special-use names as far as somebody may paste them, and the endings that local networks made up. */
const SPECIAL: readonly SpecialName[] = [
  special("localhost", "is what every machine calls itself: receivers cannot look it up", "RFC 6761, section 6.3"),
  special("localdomain", "is what a machine calls itself before it is given a name: receivers cannot look it up"),
  special("test", "is kept for tests: the public DNS does not have it", "RFC 6761, section 6.2"),
  special("example", "is kept for examples: the public DNS does not have it", "RFC 6761, section 6.5"),
  special("invalid", "is kept for names that must not exist", "RFC 6761, section 6.4"),
  special("local", LOCAL, "RFC 6762"),
  special("home.arpa", LOCAL, "RFC 8375"),
  special("internal", LOCAL),
  special("onion", "is a Tor address: it is not in the DNS, and mail servers cannot look it up", "RFC 7686"),
  special("alt", "is kept for name systems other than the DNS", "RFC 9476"),
  ...["lan", "home", "corp", "intranet", "private", "domain", "workgroup"].map((suffix) => special(suffix, LOCAL)),
  special("arpa", "belongs to the internet's own infrastructure: no mail server has such a name", "RFC 3172"),
];

/** Why a name is none that receivers could look up, by its ending. */
export const specialName = (name: DomainName): SpecialName | undefined =>
  SPECIAL.find(({ suffix }) => isWithin(name, suffix));
