import { parseAddress, reverseName } from "../../net/address.ts";
import type { ZoneDeclaration } from "../dns-zones.ts";
import type { SmtpBehaviour } from "../smtp-behaviour.ts";
import type { WebBehaviour } from "../web-server.ts";

/**
 * One thing to look at in the small internet: a target as somebody would paste it, and everything that exists because
 * of it. Its records are put into whichever declared zone their names belong to.
 */
export interface Sample {
  /** Permanent, kebab-case, unique. */
  readonly id: string;
  readonly target: string;
  /** The pool that it is about, as it would be pasted; `target` is one of its addresses. */
  readonly pool?: string;
  /** What the reader may tell beside the target, as in the page's address. */
  readonly options?: { readonly from?: string; readonly helo?: string; readonly selector?: string };
  /** What is the matter with it, in a few words. */
  readonly title: string;
  /** What to look for in its report. */
  readonly note: string;
  /** Zone text with absolute names. */
  readonly records?: string;
  /** Zones that exist for this sample alone. */
  readonly zones?: readonly ZoneDeclaration[];
  /** What answers on port 25, by address. Addresses that no sample names are closed. */
  readonly hosts?: Readonly<Record<string, Host>>;
  /** What answers on port 443, by address. */
  readonly web?: Readonly<Record<string, WebBehaviour>>;
  /** What public resolvers, by address, still remember from before. */
  readonly remembered?: Readonly<Record<string, Memory>>;
  /** Outcome codes by signal id: of those signals that the sample is about. */
  readonly expects?: Readonly<Record<string, string>>;
}

/** What a resolver holds in its cache: zone text, in which a TTL is what is left of it, and names it knows do not exist. */
export interface Memory {
  readonly records?: string;
  readonly absent?: readonly string[];
}

/** Port 25 of one address. `filtered` never answers a connection attempt; `closed` resets it. */
export type Host = SmtpBehaviour | "closed" | "filtered";

/** Samples that belong together. */
export interface Section {
  readonly title: string;
  readonly samples: readonly Sample[];
}

/** A server with nothing unusual about it: greets and answers EHLO with this name, and has a certificate for it. */
export const server = (name: string): SmtpBehaviour => ({ greeting: `${name} ESMTP` });

/** The owner name of an address's PTR record, absolute: for IPv6, whose 32 labels nobody wants to read. */
export function ptrOwner(text: string): string {
  const address = parseAddress(text);
  if (!address) throw new Error(`not an address: ${text}`);
  return `${reverseName(address)}.`;
}
