import type { Socket } from "node:dgram";
import { once } from "node:events";
import type { Server } from "node:net";

const TRIES = 20;

/** One port for UDP and TCP alike: the system picks it for TCP, and another one is tried where UDP has it taken. */
export async function listenOnBoth(tcp: Server, udp: Socket, address: string): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    tcp.listen(0, address);
    await once(tcp, "listening");
    const { port } = tcp.address() as { port: number };
    try {
      udp.bind({ port, address, exclusive: true });
      await once(udp, "listening");
      return port;
    } catch {
      tcp.close();
      await once(tcp, "close");
    }
  }
  throw new Error("no port that is free for both UDP and TCP");
}
