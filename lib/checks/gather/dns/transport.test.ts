import { expect, onTestFinished, test } from "vitest";
import { ip } from "../../testing/facts.ts";
import { createScope } from "./scope.ts";
import { createSockets } from "./sockets.ts";
import { exchangeUdp } from "./transport.ts";

// No socket may be connected to the broadcast address without asking for it: the system refuses before any packet.
test("where the system has no way, the question has failed at once", async () => {
  const sockets = createSockets();
  onTestFinished(sockets.close);
  const to = { address: ip("255.255.255.255"), port: 53 };
  const sending = { scope: createScope(), pay: () => true };
  expect(await exchangeUdp(sockets, Buffer.alloc(12), to, sending)).toEqual({ reason: "network" });
});
