import { parseAddress } from "../../checks/view.ts";
import { isInner } from "../values.ts";
import type { State } from "./note.ts";

/** The server that a log names, with its address. */
export interface Server {
  readonly host?: string;
  readonly hostAddress: string;
}

/** `mx.b.example[192.0.2.9]:25`, `mx.b.example [192.0.2.9]`, `192.0.2.9 (mx.b.example)`; undefined for sockets and names of transports. */
export function relayIn(text: string): Server | undefined {
  const [, bare, name = ""] = /^\[?([0-9a-f:.]{2,60})\]? \(([^()\s]{1,255})\)/i.exec(text) ?? [];
  const [, host = "", bracketed] = bare
    ? []
    : (/^([^\s[\]]{0,255}?)\.? ?\[(?:ipv6:)?([0-9a-f:.]{2,60})\]/i.exec(text) ?? []);
  const hostAddress = bracketed ?? bare;
  if (!hostAddress || !parseAddress(hostAddress)) return undefined;
  const called = bracketed ? host : name;
  return { hostAddress, ...(called && !parseAddress(called) ? { host: called } : {}) };
}

/**
 * Whether mail went to a server of one's own: a filter on the same machine, or one that takes it inside the same network.
 * That is no delivery to a receiver.
 */
export function staysInside(hostAddress: string | undefined, state: State): boolean {
  const address = parseAddress(hostAddress ?? "");
  if (!address) return false;
  return /^127\.|^::1$/.test(address) || (state === "accepted" && isInner(address));
}
