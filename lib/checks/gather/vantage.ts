import { type Cidr, parseAddress } from "../address.ts";
import { createGuard } from "../guard.ts";
import { defaultLimits, type Endpoint, type Limits, type PublicResolver, type Vantage } from "../vantage.ts";
import { systemResolvers } from "./dns/system.ts";

/** What an operator decides about the place we look from. */
export interface VantageSettings {
  readonly label: string;
  /** Undefined: the system's resolvers, and where it has none, three public ones. */
  readonly resolvers?: readonly Endpoint[] | undefined;
  /** Resolvers asked what they still remember, beside ours. Undefined: four that many people use. */
  readonly publicResolvers?: readonly PublicResolver[] | undefined;
  readonly allowed: readonly Cidr[];
  readonly ehloName: string;
  readonly smtpReference?: string | undefined;
  readonly spamhausKey?: string | undefined;
  readonly abusixKey?: string | undefined;
  readonly limits?: Partial<Limits>;
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
  return {
    label: settings.label,
    resolvers: settings.resolvers?.length ? settings.resolvers : systemResolvers(),
    canaries: true,
    publicResolvers: settings.publicResolvers ?? PUBLIC_RESOLVERS,
    allowed: settings.allowed,
    guard: createGuard(settings.allowed),
    route: (endpoint) => endpoint,
    now: Date.now,
    ehloName: settings.ehloName,
    ...(settings.smtpReference ? { smtpReference: settings.smtpReference } : {}),
    ...(settings.spamhausKey ? { spamhausKey: settings.spamhausKey } : {}),
    ...(settings.abusixKey ? { abusixKey: settings.abusixKey } : {}),
    limits: { ...defaultLimits, ...settings.limits },
  };
}
