import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import type { Endpoint } from "../facts/vantage.ts";
import { type IpAddress, parseAddress } from "../net/address.ts";
import { createServe, type SmtpBehaviour } from "./smtp-behaviour.ts";
import { createPeer, type Peer } from "./smtp-peer.ts";
import { play, prepare, type SmtpScript } from "./smtp-script.ts";

/** A mail server on loopback. */
export interface SmtpServer {
  readonly endpoint: Endpoint;
  /** Every line that clients sent, in order: the proof of what was never said. */
  readonly commands: readonly string[];
  /** How many connections came. */
  readonly connections: () => number;
  /** How many octets left towards clients. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
}

export interface SmtpServerOptions {
  readonly address?: IpAddress;
  readonly port?: number;
  /** Multiplies the waits of a script. */
  readonly scale?: number;
  /** Called when a script has been played to its end, and nothing more comes of the server. */
  readonly onPlayed?: () => void;
}

const LOOPBACK = parseAddress("127.0.0.1") as IpAddress;

/** Starts a server that plays a script to each client, or behaves as declared. */
export async function startSmtpServer(
  what: SmtpScript | SmtpBehaviour,
  { address = LOOPBACK, port = 0, scale = 1, onPlayed }: SmtpServerOptions = {},
): Promise<SmtpServer> {
  if (isScript(what)) prepare(what);
  const serve = isScript(what) ? (peer: Peer) => play(what, peer, scale, onPlayed) : createServe(what);
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let [connections, octets] = [0, 0];
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.once("close", () => {
      octets += socket.bytesWritten;
      sockets.delete(socket);
    });
    void serve(createPeer(socket, (line) => commands.push(line)));
  });
  server.listen(port, address);
  await once(server, "listening");
  return {
    endpoint: { address, port: (server.address() as AddressInfo).port },
    commands,
    connections: () => connections,
    sent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, octets),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const isScript = (what: SmtpScript | SmtpBehaviour): what is SmtpScript => Array.isArray(what);

/**
 * An endpoint where nothing listens: connecting is answered with a reset. Its port is none of those that a system gives
 * out: one that was free a moment ago may be somebody else's by now.
 */
export const closedEndpoint = (address: IpAddress = LOOPBACK): Endpoint => ({ address, port: 1 });

/**
 * An endpoint that does not answer connection attempts at all, as behind a firewall that drops: a thread that listens,
 * never accepts, and has its queue full.
 */
export async function startBlackHole(
  address: IpAddress = LOOPBACK,
): Promise<{ endpoint: Endpoint; close: () => Promise<void> }> {
  const worker = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     const server = require("node:net").createServer().listen({ port: 0, host: workerData, backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     });`,
    { eval: true, workerData: address },
  );
  const [port] = (await once(worker, "message")) as [number];
  const fillers: Socket[] = [];
  // The queue is full when a connection no longer comes about.
  for (let full = false; !full && fillers.length < 16; ) {
    const filler = connect({ host: address, port });
    filler.on("error", () => {});
    fillers.push(filler);
    full = await Promise.race([
      once(filler, "connect").then(() => false),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 100)),
    ]);
  }
  return {
    endpoint: { address, port },
    async close() {
      for (const filler of fillers) filler.destroy();
      await worker.terminate();
    },
  };
}
