import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { Endpoint, Vantage } from "../lib/checks/facts/vantage.ts";
import { type IpAddress, parseAddress } from "../lib/checks/net/address.ts";

/** A vantage from which the mail servers at some addresses are a round trip away. */
export interface FarAway {
  readonly vantage: Vantage;
  readonly close: () => void;
}

/** Puts a relay in front of each: what a server says arrives `ms` later, in order. */
export async function farAway(vantage: Vantage, addresses: readonly IpAddress[], ms: number): Promise<FarAway> {
  const sockets = new Set<Socket>();
  const relays = new Map<IpAddress, Server>();
  const loopback = parseAddress("127.0.0.1");
  if (!loopback) throw new Error("unreachable");
  await Promise.all(
    addresses.map(async (address) => {
      const relay = createServer((near) => relayTo(vantage.route({ address, port: 25 }), near, ms, sockets));
      relays.set(address, relay.listen(0, "127.0.0.1"));
      await once(relay, "listening");
    }),
  );
  const route = (endpoint: Endpoint): Endpoint => {
    const relay = endpoint.port === 25 ? relays.get(endpoint.address) : undefined;
    return relay ? { address: loopback, port: (relay.address() as AddressInfo).port } : vantage.route(endpoint);
  };
  return {
    vantage: { ...vantage, route },
    close() {
      for (const socket of sockets) socket.destroy();
      for (const relay of relays.values()) relay.close();
    },
  };
}

function relayTo({ address, port }: Endpoint, near: Socket, ms: number, sockets: Set<Socket>): void {
  const far = connect({ host: address, port });
  for (const socket of [near, far]) {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  }
  near.pipe(far);
  far.on("data", (chunk) => setTimeout(() => near.write(chunk), ms));
  far.on("end", () => setTimeout(() => near.end(), ms));
}
