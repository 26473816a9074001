import type { ListenerOptions } from "../listener.ts";

let ids = 0;

/** A listener on loopback, with caps that a test can reach. */
export const testOptions = (options: Pick<ListenerOptions, "certificate" | "onFault">): ListenerOptions => ({
  host: "127.0.0.1",
  port: 0,
  name: "probe.example",
  makeAt: "https://np.example/listen",
  connections: 100,
  perNetwork: 100,
  inTls: 100,
  greetingMs: 20,
  sessionMs: 20_000,
  maxCommands: 20,
  maxOctets: 65_536,
  maxMessage: 1_000,
  maxMessages: 1_000_000,
  newId: () => String(++ids),
  ...options,
});
