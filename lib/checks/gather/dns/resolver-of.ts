import type { Vantage } from "../../facts/vantage.ts";
import type { Resolver } from "./client.ts";
import { createResolver } from "./resolver.ts";

const SHARED = Symbol.for("nameplate.resolvers");
const global = globalThis as { [SHARED]?: WeakMap<Vantage, Resolver> };
global[SHARED] ??= new WeakMap();
const resolvers = global[SHARED];

/**
 * The one resolver of a vantage: cache, sockets and what is known of servers are worth most where everybody shares them.
 * One map per process, because the server and the pages' bundle each have a copy of this module.
 */
export function resolverOf(vantage: Vantage): Resolver {
  const known = resolvers.get(vantage) ?? createResolver(vantage);
  resolvers.set(vantage, known);
  return known;
}
