import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { connect as connectTls, TLSSocket } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { makeOwnCertificate } from "./certificate.ts";
import { BelowTls, slimSocket } from "./slim-socket.ts";

/** A server whose connections are made by `make`, and who they are given to. */
async function serve(make: (accepted: Socket) => void) {
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, make);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.close();
  });
  return {
    server,
    connect() {
      const client = connect({ port, host: "127.0.0.1" });
      client.on("error", () => undefined);
      onTestFinished(() => void client.destroy());
      return client;
    },
  };
}

test("all connections read into one small buffer, and lose nothing", async () => {
  const size = 200_000;
  const buffers = new Set<ArrayBufferLike>();
  let largest = 0;
  const came: Promise<Buffer>[] = [];
  const { connect } = await serve((accepted) => {
    const copies: Buffer[] = [];
    const socket = slimSocket(accepted, (chunk) => {
      buffers.add(chunk.buffer);
      largest = Math.max(largest, chunk.length);
      copies.push(Buffer.from(chunk));
    });
    came.push(once(socket, "end").then(() => Buffer.concat(copies)));
    socket.once("end", () => socket.end());
  });
  const said = ["a", "b", "c", "d"].map((octet) => Buffer.alloc(size, octet));
  await Promise.all(
    said.map(async (octets) => {
      const client = connect();
      client.resume().end(octets);
      await once(client, "close");
    }),
  );
  const all = await Promise.all(came);
  expect(new Set(all.map((each) => each.toString("latin1")))).toEqual(
    new Set(said.map((each) => each.toString("latin1"))),
  );
  expect(buffers.size).toBe(1);
  expect(largest).toBeLessThanOrEqual(4_096);
});

test("a connection that is paused is not read, and is read when it is resumed", async () => {
  let octets = 0;
  const sockets = Promise.withResolvers<Socket>();
  const { connect } = await serve((accepted) => {
    const socket = slimSocket(accepted, (chunk) => {
      octets += chunk.length;
      socket.pause();
      sockets.resolve(socket);
    });
  });
  const client = connect();
  client.write(Buffer.alloc(64 * 1024));
  const socket = await sockets.promise;
  expect(octets).toBeLessThanOrEqual(4_096);
  const end = once(socket, "end");
  const more = setInterval(() => socket.resume(), 1);
  client.end();
  await end;
  clearInterval(more);
  expect(octets).toBe(64 * 1024);
});

test("the server knows how many connections there are", async () => {
  const sockets: Socket[] = [];
  const { server, connect } = await serve((accepted) => sockets.push(slimSocket(accepted, () => undefined)));
  const client = connect();
  await once(server, "connection");
  const count = () => new Promise((resolve) => server.getConnections((_, number) => resolve(number)));
  expect(await count()).toBe(1);
  const closed = sockets.map((socket) => once(socket, "close"));
  client.destroy();
  for (const socket of sockets) socket.end();
  await Promise.all(closed);
  await expect.poll(count).toBe(0);
});

test("TLS is fed in pieces smaller than what Node keeps at least for a connection, and speaks as ever", async () => {
  const { cert, key } = await makeOwnCertificate("probe.example");
  const pieces: number[] = [];
  const message = Buffer.alloc(100_000, "m");
  const came = Promise.withResolvers<Buffer>();
  const { connect } = await serve((accepted) => {
    const socket = slimSocket(accepted, (chunk) => below.feed(chunk));
    const below = new BelowTls(socket);
    const push = below.push.bind(below);
    below.push = (chunk: Buffer | null) => {
      if (chunk) pieces.push(chunk.length);
      return push(chunk);
    };
    const secure = new TLSSocket(below, { isServer: true, cert, key });
    const all: Buffer[] = [];
    secure.on("data", (chunk: Buffer) => all.push(chunk));
    secure.on("end", () => {
      came.resolve(Buffer.concat(all));
      secure.end("bye");
    });
  });
  const client = connectTls({ socket: connect(), rejectUnauthorized: false });
  client.end(message);
  const said: Buffer[] = [];
  client.on("data", (chunk: Buffer) => said.push(chunk));
  await once(client, "close");
  expect((await came.promise).equals(message)).toBe(true);
  expect(Buffer.concat(said).toString()).toBe("bye");
  expect(pieces.length).toBeGreaterThan(100);
  expect(Math.max(...pieces)).toBeLessThan(1_024);
});
