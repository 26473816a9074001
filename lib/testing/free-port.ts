import { createServer } from "node:net";

/**
 * A port that is free now, on all addresses: for programs that cannot take any (port 0) and say which. It is below those that
 * systems give to outgoing connections. Of the others one may be taken before its service is up, or while it is down: now and
 * then even by whoever tries to reach the service there, and then reaches itself.
 */
export async function freePort(): Promise<number> {
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
