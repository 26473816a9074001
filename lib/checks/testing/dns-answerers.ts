import type { IpAddress } from "../net/address.ts";
import type { Answerer } from "./dns-server.ts";
import {
  addressesOf,
  answerAuthoritatively,
  answerRecursively,
  canonicalName,
  createView,
  deepestZone,
  type View,
  type Zone,
} from "./dns-zones.ts";

/** The authoritative servers of these zones: one for each address of each name server that a zone names. */
export function authoritativeServers(zones: readonly Zone[]): Map<IpAddress, Answerer> {
  const hosts = new Set(zones.flatMap(({ declared }) => declared.ns));
  const servers = new Map<IpAddress, Answerer>();
  for (const host of hosts) {
    const addresses = addressesOf(zones, canonicalName(host));
    if (addresses.length === 0) throw new Error(`small internet: the name server ${host} has no address`);
    for (const address of addresses) servers.set(address, authoritative(zones, host));
  }
  return servers;
}

function authoritative(zones: readonly Zone[], host: string): Answerer {
  const held = zones.filter(({ declared }) => declared.ns.includes(host) && !declared.lame?.includes(host));
  const variants = new Map<Zone, View>();
  for (const zone of held) {
    const text = zone.declared.variants?.[host];
    if (text) variants.set(zone, createView(text, zone.apex));
  }
  return ({ opcode, name, type }) => {
    if (opcode !== 0) return { rcode: "NOTIMP" };
    const zone = deepestZone(held, name);
    const { broken } = zone?.declared ?? {};
    if (broken) return broken === "silence" ? broken : { rcode: broken === "servfail" ? "SERVFAIL" : "REFUSED" };
    return answerAuthoritatively(held, name, type, zone && variants.get(zone));
  };
}

/** A validating resolver that has the whole world at hand, and may remember something older. */
export function resolverOf(zones: readonly Zone[], view?: View): Answerer {
  return ({ opcode, name, type, recursionDesired, checkingDisabled, wantsAuthenticity }) => {
    if (opcode !== 0) return { rcode: "NOTIMP", recursionAvailable: true };
    if (!recursionDesired) return { rcode: "REFUSED", recursionAvailable: true };
    const reply = answerRecursively(zones, name, type, { checkingDisabled, ...(view && { view }) });
    if (reply === "silence") return reply;
    return { ...reply, authenticated: wantsAuthenticity && reply.authenticated === true };
  };
}
