import { expect, test } from "vitest";
import { ip } from "../../testing/facts.ts";
import { exchangeUdp } from "./transport.ts";

// No socket may be connected to the broadcast address without asking for it: the system refuses before any packet.
test("where the system has no way, the question has failed at once", async () => {
  const to = { address: ip("255.255.255.255"), port: 53 };
  const signal = new AbortController().signal;
  expect(await exchangeUdp(Buffer.alloc(12), to, 5_000, { signal, pay: () => true })).toEqual({ reason: "network" });
});
