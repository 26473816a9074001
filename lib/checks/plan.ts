import type { IpAddress } from "./address.ts";
import type { Claims, Facts } from "./facts.ts";
import type { DomainName } from "./name.ts";
import type { Scope, Signal } from "./signal.ts";
import { signals } from "./signals/index.ts";
import type { FactSource, Subject } from "./subject.ts";
import type { Target } from "./target.ts";

/** Starts judging a subject and hands back its facts, so that a plan can grow out of them. */
export type Start = (subject: Subject) => FactSource;

/**
 * What there is to judge for a target. An address is one server; a host name is every address it has, side by side.
 * Resolves when no more subjects will come (not when they are judged).
 */
export async function plan(target: Target, start: Start): Promise<void> {
  const { claims } = target;
  switch (target.kind) {
    case "address":
      start(server(target.address, claims, ["server", "domain"]));
      return;
    case "host":
      return host(target.host, claims, start);
    case "domain":
      return host(target.domain, claims, start);
  }
}

async function host(name: DomainName, claims: Claims, start: Start): Promise<void> {
  const facts = start(subject(name, "host", ["host"], { host: name, claims }, name));
  const { reachable } = await facts("hostAddresses");
  for (const address of reachable) start(server(address, claims, ["server"], name));
}

const server = (address: IpAddress, claims: Claims, scopes: readonly Scope[], name?: DomainName): Subject =>
  subject(address, "server", scopes, { address, claims }, name);

function subject(
  id: string,
  scope: Scope,
  scopes: readonly Scope[],
  seeds: Partial<Facts>,
  name?: DomainName,
): Subject {
  return { id, scope, seeds, signals: signalsFor(scopes), ...(name ? { name } : {}) };
}

const signalsFor = (scopes: readonly Scope[]): readonly Signal[] =>
  signals.filter((signal) => signal.scopes.some((scope) => scopes.includes(scope)));
