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

/**
 * A free port below those that systems give to outgoing connections. Of the others one may be taken while its service is
 * down: now and then even by whoever tries to reach the service there, and then reaches itself.
 */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false)).listen(port, () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
