import type { IpAddress } from "../address.ts";
import type { Lookup } from "../facts/lookup.ts";
import type { Facts } from "../facts.ts";
import { type MailWord, mailWord, nameInWord } from "../mail-word.ts";
import type { DomainName } from "../name.ts";
import { type Evidence, unanswered } from "../signal.ts";

/** What the server says, or is taken to say, in EHLO when it sends. */
export interface Ehlo {
  /** As said. */
  readonly word: string;
  readonly kind: MailWord;
  /** The word as a name, where it can be one. */
  readonly name?: DomainName;
  /** Whether the reader told us; otherwise it is what the server answers when it receives, which may differ. */
  readonly told: boolean;
  /** Where the name leads, in the address's own family; absent for what cannot be looked up in public. */
  readonly addresses?: Lookup<IpAddress>;
}

/** The EHLO name as far as it is known. */
export function ehloOf({ claims, smtp, mailNames }: Pick<Facts, "claims" | "smtp" | "mailNames">): Ehlo | undefined {
  const told = claims.helo !== undefined;
  const word = claims.helo ?? smtp.ehloWord;
  if (!word) return undefined;
  const kind = mailWord(word);
  const name = nameInWord(word);
  const addresses = (told ? mailNames.claimed : mailNames.ehlo)?.addresses;
  return { word, kind, told, ...(name ? { name } : {}), ...(addresses ? { addresses } : {}) };
}

/** The name as evidence, with where it comes from, where it leads, and the question about it that got no answer. */
export function ehloEvidence(ehlo: Ehlo | undefined): Evidence {
  if (!ehlo) return {};
  const { word, told, addresses } = ehlo;
  return {
    ehlo: [word],
    origin: [told ? "told" : "answered"],
    ...(addresses?.kind === "answer" ? { ehloLeads: addresses.records.slice(0, 3) } : {}),
    ...(addresses?.kind === "failed" ? unanswered(addresses).evidence : {}),
  };
}

/** Whether the EHLO name has this address among its own. */
export const ehloLeadsTo = ({ addresses }: Ehlo, address: IpAddress): boolean =>
  addresses?.kind === "answer" && addresses.records.includes(address);

/** The address that a literal or a bare address names, as text: `[192.0.2.1]`, `[IPv6:2001:db8::1]`, `192.0.2.1`. */
export const addressText = ({ word }: Ehlo): string => word.replace(/^\[|\]$/g, "").replace(/^ipv6:/i, "");
