import type { Cidr } from "../address.ts";
import { createGuard } from "../guard.ts";
import { defaultLimits, type Endpoint, type Limits, type Vantage } from "../vantage.ts";
import { systemResolvers } from "./dns/system.ts";

/** What an operator decides about the place we look from. */
export interface VantageSettings {
  readonly label: string;
  /** Undefined: the system's resolvers, and where it has none, three public ones. */
  readonly resolvers?: readonly Endpoint[] | undefined;
  readonly allowed: readonly Cidr[];
  readonly ehloName: string;
  readonly smtpReference?: string | undefined;
  readonly spamhausKey?: string | undefined;
  readonly abusixKey?: string | undefined;
  readonly limits?: Partial<Limits>;
}

/** The production vantage: real clock, real network, the guard on. */
export function createVantage(settings: VantageSettings): Vantage {
  return {
    label: settings.label,
    resolvers: settings.resolvers?.length ? settings.resolvers : systemResolvers(),
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
