import {
  addressesOfName,
  type DomainName,
  deliverWebhook,
  expandPool,
  judgeWebhook,
  lookAtOwnNetwork,
  lookAtResolvers,
  lookUpLikeNode,
  type PoolInput,
  type Vantage,
} from "../../checks/index.ts";
import type { Seen } from "../../listener/seen.ts";
import type { HeldMessage } from "../listens/listens.ts";
import type { Resolve } from "../listens/read-message.ts";

/** How long questions about one message may take, in milliseconds: the session has its own end. */
const READ_MS = 10_000;

/** What else is looked up beside checks. All of it is asked and answered in values that can be copied between threads. */
export const errandsOf = (vantage: Vantage) => ({
  /** As the core's: what does not work with our own network, in words. */
  lookAtOwnNetwork: () => lookAtOwnNetwork(vantage),
  /** As the core's: which of our resolvers cannot be believed, in words. */
  lookAtResolvers: () => lookAtResolvers(vantage),
  /** The addresses that a name has now, as far as our resolvers answered. */
  addressesOf: (name: DomainName) => addressesOfName(name, vantage),
  /** The addresses of a pool. */
  expandPool: (input: PoolInput) => expandPool(input, vantage),
  /** Whether messages can be sent to this URL. */
  judgeWebhook: (url: string) => judgeWebhook(new URL(url), vantage),
  /** Sends one message. Never rejects but where the thread that does it ends. */
  deliverWebhook: (url: string, message: Parameters<typeof deliverWebhook>[1]) =>
    deliverWebhook(new URL(url), message, vantage),
  /** Reads a message that was sent to the listener, and verifies what vouches for it; what is kept of it for a day. */
  async readMessage(message: Uint8Array, seen: Seen, mta: string): Promise<HeldMessage> {
    // Only a listener needs it and all that it loads, and no page has one.
    const { keptHeader, readMessage } = await import(/* turbopackIgnore: true */ "../listens/read-message.ts");
    const resolve = lookUpLikeNode(vantage, AbortSignal.timeout(READ_MS)) as Resolve;
    const octets = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
    return { found: await readMessage(octets, seen, mta, resolve), header: keptHeader(octets) };
  },
});

export type Errands = ReturnType<typeof errandsOf>;

/** Their names, for whoever passes them on. */
export const ERRANDS = Object.keys({
  lookAtOwnNetwork: true,
  lookAtResolvers: true,
  addressesOf: true,
  expandPool: true,
  judgeWebhook: true,
  deliverWebhook: true,
  readMessage: true,
} satisfies Record<keyof Errands, true>) as (keyof Errands)[];
