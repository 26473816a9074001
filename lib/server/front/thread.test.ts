import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer as createNetServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../../testing/started.ts";
import type { Kept } from "../kept-answer.ts";
import { PATIENCE } from "../wire.ts";
import { createFront, type Front } from "./thread.ts";

const ID = "0123456789abcdefghijkl";
const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const page: Kept = {
  headers: { "content-type": "text/html" },
  tag: 'W/"x"',
  bodies: { identity: Buffer.from("kept"), br: Buffer.from("br"), gzip: Buffer.from("gz") },
};

interface Started {
  readonly front: Front;
  readonly server: Server;
  readonly port: number;
  readonly forget: (report?: string) => void;
  readonly doubted: string[];
}

/** A server behind a thread in front. */
async function start(
  handler: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end("slow"),
): Promise<Started> {
  const server = createServer(PATIENCE, handler);
  let forget: Started["forget"] = () => {};
  const doubted: string[] = [];
  const store = {
    believedUntil: async (report: string) => {
      doubted.push(report);
      return Date.now() + 60_000;
    },
    whenForgotten: (tell: (report: string | undefined) => void) => {
      forget = tell;
    },
  };
  const refusals = new Map([
    ["/check", { status: 503, headers: { "retry-after": "10", "content-length": 4 }, body: Buffer.from("full") }],
  ]);
  const settings = { publicUrl: undefined, trustedProxies: { kind: "hops", hops: 0 } } as const;
  const front = createFront(server, store, { settings, refusals });
  front.setRoom(10);
  const port = await front.open(0);
  ends.push(() => front.end());
  return { front, server, port, forget: (report) => forget(report), doubted };
}

async function get(port: number, path: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return response.text();
}

test("what is not at hand is answered by the server, which sees who asks", async () => {
  const { port } = await start((asked, response) => {
    void text(asked).then((body) => response.end(`${asked.method} ${asked.socket.remoteAddress} ${body.length}`));
  });
  expect(await get(port, "/")).toMatch(/^GET (::ffff:)?127\.0\.0\.1 0$/);
  const body = "x".repeat(3_000_000);
  expect(await get(port, "/", { method: "POST", body })).toMatch(/ 3000000$/);
});

test("a connection is in front again when its request was answered, and the server's where it is not known where one ends", async () => {
  const { port, front } = await start((_, response) => response.end("slow"));
  front.setRoom(0);
  const socket = connect(port, "127.0.0.1");
  ends.push(() => socket.destroy());
  let all = "";
  socket.on("data", (chunk) => {
    all += chunk;
  });
  const ask = async (said: string, answered: RegExp) => {
    all = "";
    socket.write(said);
    while (!answered.test(all)) await once(socket, "data");
  };
  const check = "POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi";
  // That the request was answered may be known in front a moment after its answer.
  const askUntilFull = async () => {
    all = "slow";
    for (let tries = 0; tries < 100 && all.endsWith("slow"); tries++) await ask(check, /(slow|full)$/);
    expect(all).toMatch(/full$/);
  };
  await ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n", /slow$/);
  await askUntilFull();
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
  await new Promise((resolve) => setImmediate(resolve));
  await ask("cd", /slow$/);
  await askUntilFull();
  // Two at once: the second one's end is not looked for.
  await ask("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", /slow[\s\S]*slow$/);
  for (let i = 0; i < 3; i++) await ask(check, /slow$/);
});

test("large answers arrive whole, at the pace of their reader", async () => {
  const whole = Buffer.alloc(5_000_000, "abcdefg");
  let held = 0;
  const { port } = await start((_, response) => {
    response.write(whole);
    held = response.writableLength;
    response.end();
  });
  const [response] = (await once(request({ port, host: "127.0.0.1" }).end(), "response")) as [IncomingMessage];
  const read: Buffer[] = [];
  for await (const chunk of response) read.push(chunk as Buffer);
  expect(Buffer.concat(read).equals(whole)).toBe(true);
  // Not all of it was on its way before anybody had read.
  expect(held).toBeGreaterThan(0);
});

test("a page is answered in front once it is kept, until its report is forgotten", async () => {
  let asked = 0;
  const { port, front, forget } = await start((_, response) => {
    asked++;
    response.end("slow");
  });
  front.keep(`http://127.0.0.1:${port}/r/${ID}`, { ...page, report: ID });
  const fresh = () => raw(port, `GET /r/${ID} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  while (!(await fresh()).endsWith("kept"));
  const before = asked;
  expect(await fresh()).toContain("x-nameplate-cache: hit");
  expect(asked).toBe(before);
  forget(ID);
  // At once: nobody is answered after that.
  expect(await fresh()).toMatch(/slow/);
});

test("where there is no place for another check, whoever would start one is told so in front", async () => {
  const { port, front } = await start();
  const ask = () => raw(port, `POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi`);
  expect(await ask()).toMatch(/slow/);
  front.setRoom(0);
  expect(await ask()).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 10[\s\S]*full$/);
  front.setRoom(1);
  expect(await ask()).toMatch(/slow/);
});

test("a reader who leaves is gone for the server as well", async () => {
  const closed = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const { port } = await start((_, response) => {
    response.on("close", closed.resolve);
    response.write("a part");
    began.resolve();
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await began.promise;
  await once(socket, "data");
  socket.resetAndDestroy();
  await closed.promise;
});

test("the server ends a connection, and its reader gets all that was said before", async () => {
  const { port } = await start((_, response) => {
    response.setHeader("connection", "close");
    response.end("x".repeat(1_000_000));
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  const said = await text(socket);
  expect(said.length).toBeGreaterThan(1_000_000);
  expect(said.endsWith("x")).toBe(true);
});

test("a port that is taken is said so", async () => {
  const other = createNetServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  ends.push(() => new Promise((resolve) => other.close(resolve)));
  const { port } = other.address() as AddressInfo;
  const store = { believedUntil: async () => 0, whenForgotten: () => {} };
  const settings = { publicUrl: undefined, trustedProxies: { kind: "hops", hops: 0 } } as const;
  const front = createFront(createServer(), store, { settings, refusals: new Map() });
  ends.push(() => front.end());
  await expect(front.open(port)).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("where its thread ends, another one listens at the same port", async () => {
  const folder = temporaryFolder("front");
  const file = join(folder, "mortal.mjs");
  writeFileSync(
    file,
    `import { existsSync, writeFileSync } from "node:fs";
     import { parentPort } from "node:worker_threads";
     const died = ${JSON.stringify(join(folder, "died"))};
     parentPort.on("message", ({ kind, port }) => {
       if (kind === "listen") parentPort.postMessage({ kind: "listening", port: port || 4711 });
       if (kind === "keep" && !existsSync(died)) {
         writeFileSync(died, "");
         throw new Error("a fault of ours");
       }
       if (kind === "keep") parentPort.postMessage({ kind: "used", origin: "again" });
     });`,
  );
  const server = createServer();
  const store = { believedUntil: async () => 0, whenForgotten: () => {} };
  const settings = { publicUrl: undefined, trustedProxies: { kind: "hops", hops: 0 } } as const;
  const front = createFront(server, store, { settings, refusals: new Map() }, { againMs: 1, file });
  ends.push(() => front.end());
  expect(await front.open(0)).toBe(4711);
  const again = once(server, "listening");
  front.keep("k", page);
  await again;
  const used = new Promise((resolve) => front.whenUsed(resolve));
  front.keep("k", { ...page });
  expect(await used).toBe("again");
});

test("closed, it lets nobody in, and what was begun is finished", async () => {
  const began = Promise.withResolvers<ServerResponse>();
  const { port, front } = await start((_, response) => began.resolve(response));
  const idle = connect(port, "127.0.0.1");
  await once(idle, "connect");
  const asked = raw(port, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const response = await began.promise;
  const ended = once(idle.resume(), "close");
  const closed = front.close();
  await ended;
  const refused = connect(port, "127.0.0.1");
  await once(refused, "error");
  response.end("done");
  expect(await asked).toMatch(/done/);
  await closed;
});

/** The first answer on a connection of its own: its head and what came with it. */
async function raw(port: number, said: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(said);
  let all = "";
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    all += chunk.toString("latin1");
    const [head = "", body = ""] = all.split("\r\n\r\n");
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    if (length !== undefined && body.length >= Number(length)) break;
  }
  socket.destroy();
  return all;
}
