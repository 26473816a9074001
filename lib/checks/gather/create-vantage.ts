import { recordsOf } from "../facts/lookup.ts";
import { defaultLimits, type Endpoint, type Limits, type PublicResolver, type Vantage } from "../facts/vantage.ts";
import { type Cidr, type IpAddress, parseAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { createGuard } from "../net/guard.ts";
import { isAddressIn, isNameIn, type OptOut } from "../net/opt-out.ts";
import { unlimited } from "./budget.ts";
import { resolverOf } from "./dns/resolver-of.ts";
import { systemResolvers } from "./dns/system.ts";
import { createOwnAddresses, type NameAddresses } from "./own-addresses.ts";

/** What an operator decides about the place we look from. */
export interface VantageSettings {
  readonly label: string;
  /** Undefined: the system's resolvers, and where it has none, three public ones. */
  readonly resolvers?: readonly Endpoint[] | undefined;
  /** Resolvers asked what they still remember, beside ours. Undefined: four that many people use. */
  readonly publicResolvers?: readonly PublicResolver[] | undefined;
  readonly allowed: readonly Cidr[];
  /** The host in this service's public URL: its addresses are not looked at, like those of the machine's interfaces. */
  readonly publicHost?: string | undefined;
  readonly ehloName: string;
  readonly smtpReference?: string | undefined;
  readonly spamhausKey?: string | undefined;
  readonly abusixKey?: string | undefined;
  readonly limits?: Partial<Limits>;
  /** Who asked not to be looked at. */
  readonly optOut?: OptOut | undefined;
}

/** Of the well-known ones one address each, over IPv4, which is where most of us are. */
const PUBLIC_RESOLVERS: readonly PublicResolver[] = Object.entries({
  Cloudflare: "1.1.1.1",
  Google: "8.8.8.8",
  Quad9: "9.9.9.9",
  OpenDNS: "208.67.222.222",
}).flatMap(([name, text]) => {
  const address = parseAddress(text);
  return address ? [{ name, address, port: 53 }] : [];
});

/** The production vantage: real clock, real network, the guard on. */
export function createVantage(settings: VantageSettings): Vantage {
  const { optOut = { ranges: [], domains: [] } } = settings;
  const vantage: Vantage = {
    label: settings.label,
    resolvers: settings.resolvers?.length ? settings.resolvers : systemResolvers(),
    canaries: true,
    publicResolvers: settings.publicResolvers ?? PUBLIC_RESOLVERS,
    allowed: settings.allowed,
    guard: createGuard(
      settings.allowed,
      (address) => own.has(address),
      (address) => isAddressIn(optOut, address),
    ),
    isOptedOut: (name) => isNameIn(optOut, name),
    route: (endpoint) => endpoint,
    now: Date.now,
    ehloName: settings.ehloName,
    ...(settings.smtpReference ? { smtpReference: settings.smtpReference } : {}),
    ...(settings.spamhausKey ? { spamhausKey: settings.spamhausKey } : {}),
    ...(settings.abusixKey ? { abusixKey: settings.abusixKey } : {}),
    limits: { ...defaultLimits, ...settings.limits },
    get ready() {
      return own.ready;
    },
  };
  const own = createOwnAddresses({ publicHost: settings.publicHost, lookUp: (name) => addressesOfName(name, vantage) });
  return vantage;
}

/** Asks a vantage's resolvers for both address RRsets of a name. */
export async function addressesOfName(name: DomainName, vantage: Vantage): Promise<NameAddresses> {
  const { signal } = new AbortController();
  const dns = resolverOf(vantage).client({ signal, record: () => {}, spend: unlimited.spendQuestion });
  const lookups = await Promise.all([dns.ask(name, "A"), dns.ask(name, "AAAA")]);
  const answered = lookups.filter((lookup) => lookup.kind !== "failed");
  return {
    addresses: answered.flatMap((lookup) => recordsOf<IpAddress>(lookup)),
    complete: answered.length === lookups.length,
  };
}
