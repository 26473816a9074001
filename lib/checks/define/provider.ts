import type { DomainName } from "../net/domain-name.ts";
import { isWithin } from "../net/domain-name.ts";
import type { Text } from "../net/safe-text.ts";
import { shell } from "../net/shell.ts";

/**
 * A network whose customers can have a PTR record: how it is recognised, and how the record is set there. Only what was
 * read in the provider's own documentation or tools, or observed, is written down; an unknown is left out, not guessed.
 */
export interface Provider {
  /** Permanent, kebab-case, the same as the file name. It is stored in reports and used in URLs. */
  readonly id: string;
  readonly name: string;
  readonly recognise: {
    /** The names this provider gives to addresses nobody named, whole and anchored. */
    readonly ptr?: readonly RegExp[];
    /** Domains of the servers and contacts of its reverse zones: these hold even where the PTR was changed. */
    readonly zone?: readonly DomainName[];
    /** Origin AS numbers. Weak: resellers and customers with their own addresses share them. */
    readonly asns?: readonly number[];
  };
  /** Its networks let no mail out directly, or it sets no PTR records: mail has to leave through a relay. */
  readonly relay?: true;
  /** One for each product that differs; none where we know the network but have not verified the way. */
  readonly guides: readonly PtrGuide[];
}

/** How a customer sets the PTR record. `{address}` and `{name}` stand for the report's own. */
export interface PtrGuide {
  /** Where a provider has several, what this one is for. */
  readonly product?: string;
  /** Where in the web panel, in a few words: "Robot → IPs". */
  readonly where?: string;
  /** Steps in the web panel, in order. */
  readonly panel?: readonly Text[];
  /** Shell commands. Words in CAPITALS are the customer's own identifiers. */
  readonly cli?: readonly string[];
  /** A request to the provider's API: method and path, then the body. */
  readonly api?: readonly string[];
  /** There is no self-service: a ticket is the way. */
  readonly ticket?: Text;
  readonly restrictions: readonly Text[];
  /** Whether the PTR is refused unless the forward record already points at the address. */
  readonly forwardFirst: boolean;
  readonly source: Source;
}

export interface Source {
  readonly label: string;
  readonly url: string;
  /** The month it was read, `2026-11`. */
  readonly read: string;
}

/** The month in which all current guides were read. */
export const READ = "2026-11";

export const defineProvider = (provider: Provider): Provider => provider;

/** A command of a guide with the report's values in it, quoted so that a copied line does only what it shows. */
export const fillCommand = (template: string, values: { address: string; name: string }): string =>
  fill(template, values, shell);

/** A request of a guide with the report's values in it, escaped as in a JSON string. */
export const fillRequest = (template: string, values: { address: string; name: string }): string =>
  fill(template, values, (value) => JSON.stringify(value).slice(1, -1));

function fill(template: string, values: { address: string; name: string }, quote: (value: string) => string): string {
  return template.replace(/\{(address|name)\}/g, (_, key: "address" | "name") => quote(values[key]));
}

/** What `recogniseProvider` looks at. */
export interface ProviderClues {
  readonly ptrNames: readonly DomainName[];
  /** The zone that holds the PTR record. */
  readonly zone?: {
    readonly name: DomainName;
    readonly mname?: DomainName;
    readonly rname?: DomainName;
    readonly ns: readonly DomainName[];
  };
  readonly asn?: number;
}

export interface RecognisedProvider {
  readonly provider: Provider;
  /** The value that gave it away. */
  readonly evidence: { readonly by: "default-name" | "reverse-zone" | "network"; readonly value: string };
  /** `weak` is a hint: say "probably", and "if you bought from a reseller, ask the reseller". */
  readonly confidence: "strong" | "weak";
}

/** Finds the provider among `providers`: by its default name, by who runs the reverse zone, at last by the network. */
export function recogniseAmong(providers: readonly Provider[], clues: ProviderClues): RecognisedProvider | undefined {
  for (const name of clues.ptrNames) {
    const provider = providers.find(({ recognise }) => recognise.ptr?.some((pattern) => pattern.test(name)));
    if (provider) return { provider, evidence: { by: "default-name", value: name }, confidence: "strong" };
  }
  const { mname, rname, ns = [] } = clues.zone ?? {};
  for (const host of [mname, rname, ...ns]) {
    const provider = host && providers.find(({ recognise }) => recognise.zone?.some((zone) => isWithin(host, zone)));
    if (provider) return { provider, evidence: { by: "reverse-zone", value: host }, confidence: "strong" };
  }
  const { asn } = clues;
  const provider = asn !== undefined && providers.find(({ recognise }) => recognise.asns?.includes(asn));
  return provider ? { provider, evidence: { by: "network", value: `AS${asn}` }, confidence: "weak" } : undefined;
}
