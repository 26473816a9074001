import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What listens for clients. */
export interface Listening {
  /** Listens at this port, or any where that is 0; gives the one it has. Rejects where it cannot be had. */
  readonly open: (port: number) => Promise<number>;
  /** Takes no new connections; settles when all have ended. */
  readonly close: () => Promise<unknown>;
  /** Closes connections that wait for their next request. */
  readonly closeIdle: () => void;
}

/** A server that listens by itself. */
export const listeningOf = (server: Server): Listening => ({
  async open(port) {
    server.listen(port);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  close: () => new Promise((resolve) => server.close(resolve)),
  closeIdle: () => server.closeIdleConnections(),
});
