import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Word } from "./messages.ts";
import { createPassing } from "./passing.ts";

const STALLED_MS = 20;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A connection that was passed on, and its client, which reads nothing by itself. */
async function start() {
  const words: Word[] = [];
  const passing = createPassing(
    (word) => words.push(word),
    () => {},
    STALLED_MS,
  );
  const server = createServer({ allowHalfOpen: true });
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  ends.push(() => client.destroy());
  const [socket] = (await once(server, "connection")) as [Socket];
  ends.push(() => socket.destroy());
  passing.pass(socket, { chunk: undefined, missing: undefined });
  const send = (octets: number) => passing.obey({ kind: "data", id: 1, octets: new Uint8Array(octets) });
  return { words, passing, client, socket, send };
}

/** More than the system takes off our hands. */
const MUCH = 64 * 1024 * 1024;

test("a reader who takes nothing of an answer is let go of", async () => {
  const { words, client, socket, send } = await start();
  client.pause();
  send(MUCH);
  await once(socket, "close");
  expect(words.at(-1)).toMatchObject({ kind: "closed" });
});

test("so is one whose answer is the last: the HTTP server has long gone on", async () => {
  const { passing, client, socket, send } = await start();
  client.pause();
  send(MUCH);
  passing.obey({ kind: "close", id: 1, abruptly: false });
  await once(socket, "close");
});

test("one who waits for an answer, or for more of one, is not", async () => {
  const { client, socket, send } = await start();
  await once(socket, "timeout");
  send(1);
  await once(client, "data");
  await once(socket, "timeout");
  expect(socket.destroyed).toBe(false);
});
