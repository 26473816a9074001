import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Where clients come in. */
export interface Door {
  /** Opens it at this port, or any where that is 0; gives the one it has. Rejects where it cannot be had. */
  readonly open: (port: number) => Promise<number>;
  /** Lets nobody else in; settles when all have left. */
  readonly close: () => Promise<unknown>;
  /** Sends those away who ask for nothing at the moment. */
  readonly closeIdle: () => void;
}

/** A server that clients come to by themselves. */
export const doorOf = (server: Server): Door => ({
  async open(port) {
    server.listen(port);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  close: () => new Promise((resolve) => server.close(resolve)),
  closeIdle: () => server.closeIdleConnections(),
});
