import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { a, FORMERR, resolverOf, serve } from "../../testing/asking.ts";
import { name } from "../../testing/facts.ts";
import { framed } from "../../testing/frames.ts";
import { type Behaviour, RD_RA, type Received, reply, type serveDns, TC } from "../../testing/misbehaving-dns.ts";
import type { DnsClient } from "./client.ts";
import { encodeQuery } from "./message.ts";
import { createSockets } from "./sockets.ts";

/*
 * Many questions open at one resolver: those that follow go over a few TCP connections, and whatever the resolver does
 * to those, each question has its own answer.
 */

const COUNT = 500;
const IN_FLIGHT = 150;

type OverTcp = Extract<Parameters<typeof serveDns>[1], (...of: never) => void>;

/** The one address that a name has, so that no answer can pass for another's. */
const addressOf = (of: string): string => {
  const number = Number(/\d+/.exec(of)?.[0]);
  return `192.0.${number >> 8}.${number & 255}`;
};
const right = (query: Received): Buffer => reply(query, { answers: [a(query.name, addressOf(query.name))] });
const answering: Behaviour = (query) => [right(query)];
const answer: OverTcp = (query, socket) => socket.write(framed(right(query)));

/** Asks for the addresses of `n0.example` and so on, so many at a time; hands back what came of each. */
async function sweep(client: DnsClient, count = COUNT, options?: Parameters<DnsClient["ask"]>[2]): Promise<string[]> {
  const came: string[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < count; i = next++) {
      const lookup = await client.ask(name(`n${i}.example`), "A", options);
      came[i] =
        lookup.kind === "answer" ? lookup.records.join() : lookup.kind === "failed" ? lookup.reason : lookup.kind;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return came;
}

const all = (count = COUNT): string[] => Array.from({ length: count }, (_, i) => addressOf(`n${i}`));

/** A resolver that answers over UDP, and over TCP as it is told, asked by one that waits long enough on a busy machine. */
async function swept(tcp: OverTcp | undefined, udp = answering) {
  const server = await serve(udp, tcp);
  const { client, evidence, resolver } = resolverOf([server], { dnsTryMs: 2_000, cacheSeconds: 0 });
  let paid = 0;
  const spend = () => ++paid > 0;
  const came = await sweep(client({ spend }));
  const overTcp = server.received.filter((query) => query.tcp);
  return {
    came,
    server,
    evidence,
    overTcp,
    connections: new Set(overTcp.map(({ port }) => port)).size,
    paid,
    resolver,
  };
}

test("many questions go over a few connections, each under an id of its own", async () => {
  const { came, server, overTcp, connections, evidence, paid } = await swept(answer);
  expect(came).toEqual(all());
  expect(overTcp.length).toBeGreaterThan(100);
  expect(connections).toBeLessThanOrEqual(4);
  expect(new Set(overTcp.map(({ port, id }) => `${port} ${id}`)).size).toBe(overTcp.length);
  // As with datagrams: the letters are mixed, and what leaves is paid for.
  expect(overTcp.some(({ spelled }) => spelled !== spelled.toLowerCase())).toBe(true);
  // A question that was repeated on a busy machine may still be on its way when its first answer is there.
  await vi.waitFor(() => expect(server.received.length).toBe(paid), { timeout: 30_000 });
  expect(evidence.some(({ flags }) => flags.includes("tcp"))).toBe(true);
});

test("few questions go as datagrams", async () => {
  const server = await serve(answering, answer);
  const { client } = resolverOf([server], { dnsTryMs: 2_000 });
  await Promise.all(Array.from({ length: 60 }, (_, i) => client().ask(name(`n${i}.example`), "A")));
  expect(server.received.filter((query) => query.tcp)).toEqual([]);
});

test("answers come in any order", async () => {
  const turn = new Map<Socket, Received[]>();
  const { came, overTcp } = await swept((query, socket) => {
    const waiting = turn.get(socket) ?? [];
    turn.set(socket, [query, ...waiting]);
    if (waiting.length > 0) return;
    setImmediate(() => {
      socket.write(Buffer.concat((turn.get(socket) ?? []).map((each) => framed(right(each)))));
      turn.delete(socket);
    });
  });
  expect(came).toEqual(all());
  expect(overTcp.length).toBeGreaterThan(100);
});

test("answers come in pieces of any size", async () => {
  const { came, overTcp } = await swept((query, socket) => {
    for (const octet of framed(right(query))) socket.write(Buffer.of(octet));
  });
  expect(came).toEqual(all());
  expect(overTcp.length).toBeGreaterThan(100);
});

/** Answers so many properly on each connection, and then does something else. */
const after = (count: number, otherwise: OverTcp): OverTcp => {
  const seen = new Map<Socket, number>();
  return (query, socket) => {
    const number = (seen.get(socket) ?? 0) + 1;
    seen.set(socket, number);
    if (number > count) otherwise(query, socket);
    else answer(query, socket);
  };
};

/** What a resolver does over TCP, and over how many connections it is asked until it is left alone with that. */
const faults: [string, OverTcp | undefined, number][] = [
  ["takes no connection", undefined, 0],
  ["ends a connection with the first question", (_, socket) => socket.end(), 1],
  ["resets it", (_, socket) => socket.resetAndDestroy(), 1],
  ["ends a connection after its first answer", (query, socket) => socket.end(framed(right(query))), 1],
  [
    "ends one in the middle of an answer",
    after(3, (query, socket) => socket.end(framed(right(query)).subarray(0, 9))),
    4,
  ],
  ["takes questions and keeps silent", () => undefined, 1],
  ["falls silent after some answers", after(20, () => undefined), 4],
  ["leaves out every other question", (query, socket) => query.id % 2 === 0 || answer(query, socket), 4],
  ["says a length that is too short", (query, socket) => socket.write(shorter(framed(right(query)))), 4],
  ["says a length that never comes", (_, socket) => socket.write(Buffer.of(0xff, 0xff, 0)), 4],
  ["sends empty messages", (_, socket) => socket.write(Buffer.alloc(2)), 1],
  ["answers what was not asked", after(5, (query, socket) => socket.write(framed(strange(query)))), 4],
  ["answers for another name under our id", after(5, (query, socket) => socket.write(framed(other(query)))), 4],
  ["answers everything twice", (query, socket) => socket.write(twice(framed(right(query)))), 4],
  [
    "cuts its answers short there, too",
    (query, socket) => socket.write(framed(reply(query, { flags: RD_RA | TC }))),
    4,
  ],
  ["changes the letters", (query, socket) => socket.write(framed(lower(query))), 4],
  ["stumbles over EDNS", (query, socket) => socket.write(framed(query.edns ? formerr(query) : right(query))), 4],
];
const shorter = (frame: Buffer): Buffer => {
  frame.writeUInt16BE(frame.readUInt16BE() - 7);
  return frame;
};
const strange = (query: Received) => reply(query, { id: query.id ^ 1, answers: [a(query.name, "198.51.100.66")] });
const other = (query: Received) =>
  reply(query, { question: { name: "other.example", type: "A" }, answers: [a("other.example", "198.51.100.66")] });
const twice = (frame: Buffer) => Buffer.concat([frame, frame]);
const lower = (query: Received) => reply(query, { question: "lower", answers: [a(query.name, addressOf(query.name))] });
const formerr = (query: Received) => reply(query, { flags: FORMERR });

test.each(faults)("a resolver that %s has answered all the same", async (_, tcp, most) => {
  const { came, server, paid, connections } = await swept(tcp);
  expect(came).toEqual(all());
  expect(connections).toBeLessThanOrEqual(most);
  expect(paid).toBeGreaterThanOrEqual(server.received.length);
});

test("one that answers in order only, and slowly, holds nothing up", async () => {
  const queue: (() => void)[] = [];
  const work = () => {
    queue[0]?.();
    queue.shift();
    if (queue.length > 0) setImmediate(work);
  };
  const { came } = await swept((query, socket) => {
    if (queue.push(() => socket.write(framed(right(query)))) === 1) setImmediate(work);
  });
  expect(came).toEqual(all());
});

test("what nobody answers over either is a time-out, and never absence", async () => {
  const isMute = (query: Received) => /^n4\d\d\./.test(query.name);
  const server = await serve(
    (query) => (isMute(query) ? [] : [right(query)]),
    (query, socket) => isMute(query) || answer(query, socket),
  );
  const { client } = resolverOf([server], { dnsTryMs: 250, cacheSeconds: 0 });
  const came = await sweep(client());
  expect(new Set(came.slice(400))).toEqual(new Set(["timeout"]));
});

test("a connection's end is no reason to ask more than the check may", async () => {
  const server = await serve(answering, (_, socket) => socket.end());
  const { client } = resolverOf([server], { dnsTryMs: 2_000, cacheSeconds: 0 });
  let left = 300;
  const came = await sweep(client({ spend: () => left > 0 && left-- > 0 }));
  expect(server.received.length).toBeLessThanOrEqual(300);
  expect(new Set(came.filter((each, i) => each !== addressOf(`n${i}`)))).toEqual(new Set(["limit"]));
});

test("a check that is stopped leaves the connections to the others", async () => {
  const held: (() => void)[] = [];
  const stopped = new AbortController();
  const server = await serve(answering, (query, socket) => {
    if (held.push(() => answer(query, socket)) === 5) stopped.abort();
    if (stopped.signal.aborted) for (const go of held.splice(0)) go();
  });
  const { client } = resolverOf([server], { dnsTryMs: 2_000, cacheSeconds: 0 });
  const first = await sweep(client({ signal: stopped.signal }));
  expect(first).toContain("cancelled");
  expect(await sweep(client())).toEqual(all());
});

test("servers that are asked directly are strangers', and asked as everybody asks them", async () => {
  const server = await serve(answering, answer);
  const { client } = resolverOf([], { dnsTryMs: 2_000 }, { guard: () => ({ allowed: true }) as never });
  expect(await sweep(client(), 300, { at: server.endpoint })).toEqual(all(300));
  expect(server.received.filter((query) => query.tcp)).toEqual([]);
});

test("the other resolver answers where one dies with its connections", async () => {
  let [dead, count] = [false, 0];
  const dying = await serve(
    (query) => (dead ? [] : [right(query)]),
    (query, socket) => {
      if (++count > 100) dead = true;
      if (!dead) answer(query, socket);
    },
  );
  const sound = await serve(answering, answer);
  const { client } = resolverOf([dying, sound], { dnsTryMs: 2_000, cacheSeconds: 0 });
  expect(await sweep(client())).toEqual(all());
});

/** Questions sent by hand, as many as make a crowd, over connections that live as long as a test can wait. */
async function crowd(take: (socket: Socket) => void, times: Partial<Parameters<typeof createSockets>[0]> = {}) {
  const open = new Set<Socket>();
  const listener = createServer((socket) => {
    open.add(socket.on("close", () => open.delete(socket)).on("error", () => undefined));
    take(socket);
  });
  const server = await serve(answering, listener);
  const sockets = createSockets({ sweep: 5, idleSocket: 20, idleStream: 20, silent: 40, rest: 60_000, ...times });
  onTestFinished(() => sockets.close());
  const question = { name: name("n1.example"), type: "A", recursion: true, checkingDisabled: false } as const;
  const ask = (inBulk = true) =>
    new Promise<{ overTcp: boolean; came: string }>((resolve) => {
      const query = encodeQuery(question, { edns: true, mixed: false }) ?? Buffer.alloc(0);
      const sent = sockets.send(
        server.endpoint,
        {
          query,
          take: (message) => {
            sent.forget();
            resolve({ overTcp: sent.overTcp, came: message.length > 12 ? "answer" : "" });
            return true;
          },
          fail: (came) => resolve({ overTcp: sent.overTcp, came }),
        },
        inBulk,
      );
    });
  return { ask, sockets, open, listener };
}
const many = <T>(ask: () => Promise<T>) => Promise.all(Array.from({ length: 100 }, ask));

test("a connection that nothing is sent over for a while is closed", async () => {
  const closed = new Promise((resolve) => {
    void crowd((socket) => {
      socket.resume().on("close", resolve);
    }).then(({ ask }) => many(ask));
  });
  await closed;
});

test("a connection where nothing comes is closed, and what waits there has failed", async () => {
  const { ask, open } = await crowd((socket) => socket.resume(), { idleStream: 60_000 });
  let overTcp: string[] = [];
  while (overTcp.length === 0) overTcp = (await many(ask)).filter((each) => each.overTcp).map(({ came }) => came);
  expect(new Set(overTcp)).toEqual(new Set(["network"]));
  for (const socket of open) await once(socket, "close");
});

test("nothing is left open at the end", async () => {
  const { ask, open, sockets, listener } = await crowd((socket) => socket.resume(), { idleStream: 60_000 });
  const connected = once(listener, "connection");
  await many(ask);
  await connected;
  const closed = [...open].map((socket) => once(socket, "close"));
  expect(closed.length).toBeGreaterThan(0);
  sockets.close();
  await Promise.all(closed);
});

test("a server that ended a connection is asked over UDP alone for a while, and then tried again", async () => {
  let connections = 0;
  const refuse = (socket: Socket) => {
    connections++;
    socket.end();
  };
  const patient = await crowd(refuse);
  for (let i = 0; i < 20; i++) expect(new Set((await many(patient.ask)).map(({ came }) => came))).toContain("answer");
  expect(connections).toBe(1);
  const again = await crowd(refuse, { rest: 0 });
  while (connections < 3) await many(again.ask);
});
