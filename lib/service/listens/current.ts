import { isDemo } from "../demo.ts";
import { env } from "../env.ts";
import { shared } from "../shared.ts";
import { database } from "../store/current.ts";
import { createListens, type Listen, type Listens } from "./listens.ts";
import type { ListenerThread } from "./thread/thread.ts";
import { READ_PREFIX } from "./token.ts";

/** Addresses that were made to be sent to, over all instances. */
export const listens = (): Promise<Listens> => shared("listens", () => database().then(createListens));

/** The listener of this process, once it listens. */
export const ownListener = (): { at?: ListenerThread } => shared("listener", () => ({}));

/** Whether addresses can be made: this instance or another one on the same database listens. */
export const hasListener = (): boolean => env().probeDomain !== undefined;

/** The mail addresses of a listen: the one that is refused, and the one whose message is read. */
export function addressesOf({ id }: Pick<Listen, "id">): { readonly refuse: string; readonly read: string } {
  const domain = env().probeDomain ?? "";
  return { refuse: `${id}@${domain}`, read: `${READ_PREFIX}${id}@${domain}` };
}

/** Where its page is. */
export const listenUrl = ({ id, origin }: Pick<Listen, "id" | "origin">): string => `${origin}/listen/${id}`;

export type ListenState = "waiting" | "seen" | "expired";

/** Whether anybody has sent yet, and still may. */
export function stateOf({ expiresAt, sessions }: { expiresAt: number; sessions: readonly unknown[] }): ListenState {
  if (Date.now() >= expiresAt) return "expired";
  return sessions.length > 0 ? "seen" : "waiting";
}

/** Where a client connects that looks up no MX record. A demo is in nobody's DNS. */
export function dialled(): { readonly host: string; readonly port: number } {
  const own = ownListener().at;
  return isDemo() && own ? { host: "127.0.0.1", port: own.port } : { host: env().probeDomain ?? "", port: SMTP_PORT };
}

const SMTP_PORT = 25;
