import { type AddressInfo, createServer } from "node:net";

/**
 * A port that is free now, on all addresses: for programs that cannot take any (port 0) and say which. It may be somebody
 * else's by the time that it is used.
 */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
