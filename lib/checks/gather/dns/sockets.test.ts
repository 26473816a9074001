import { expect, onTestFinished, test } from "vitest";
import { ip, name } from "../../testing/facts.ts";
import { reply, serveDns } from "../../testing/misbehaving-dns.ts";
import { encodeQuery } from "./message.ts";
import { createSockets, type Sockets } from "./sockets.ts";

function started(): Sockets {
  const sockets = createSockets();
  onTestFinished(sockets.close);
  return sockets;
}

/** One datagram, and what came of it. */
const send = (sockets: Sockets, to: Parameters<Sockets["send"]>[0], query: Buffer) =>
  new Promise<Buffer | string>((resolve) => {
    const take = (message: Buffer) => {
      resolve(message);
      return true;
    };
    sockets.send(to, { query, take, fail: resolve });
  });

// No socket may be connected to the broadcast address without asking for it: the system refuses before any packet.
test("where the system has no way, the question has failed at once", async () => {
  const to = { address: ip("255.255.255.255"), port: 53 };
  expect(await send(started(), to, Buffer.alloc(12))).toBe("network");
});

test("questions that leave together are each answered under their own id", async () => {
  const server = await serveDns((query) => [reply(query)]);
  onTestFinished(server.close);
  const sockets = started();
  const queries = Array.from({ length: 60 }, (_, i) => {
    const question = { name: name(`n${i}.example`), type: "A", recursion: true, checkingDisabled: false } as const;
    return encodeQuery(question, { edns: true, mixed: false }) ?? Buffer.alloc(0);
  });
  const answers = await Promise.all(queries.map((query) => send(sockets, server.endpoint, query)));
  for (const [i, answer] of answers.entries()) {
    const [got, asked] = [answer as Buffer, queries[i] ?? Buffer.alloc(0)];
    expect(got.readUInt16BE(0)).toBe(asked.readUInt16BE(0));
    expect(got.subarray(12, 24)).toEqual(asked.subarray(12, 24));
  }
});
