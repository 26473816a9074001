import type { Vantage } from "../facts/vantage.ts";
import type { Resolver } from "../gather/dns/client.ts";
import { resolverOf } from "../gather/dns/resolver-of.ts";
import { createSmtpProbe, type SmtpProbe } from "../gather/smtp/probe.ts";
import { resolveBy } from "../gather/smtp/reference.ts";

const SHARED = Symbol.for("nameplate.vantages");

/** What all checks of a vantage have in common. */
export interface Shared {
  readonly resolver: Resolver;
  readonly probe: SmtpProbe;
}
// The cache and what we know of port 25 belong to the vantage; its checks share them.
// One map per process: the server and the pages' bundle each have a copy of this module, and look at resolvers once.
const global = globalThis as { [SHARED]?: WeakMap<Vantage, Shared> };
global[SHARED] ??= new WeakMap();
const shared = global[SHARED];
/** For tests: checks of this vantage ask these, and no network. */
export const lend = (vantage: Vantage, to: Shared): unknown => shared.set(vantage, to);
export function sharedOf(vantage: Vantage): Shared {
  const known = shared.get(vantage) ?? share(vantage);
  shared.set(vantage, known);
  return known;
}

function share(vantage: Vantage): Shared {
  const resolver = resolverOf(vantage);
  return { resolver, probe: createSmtpProbe(vantage, resolveBy(resolver)) };
}
