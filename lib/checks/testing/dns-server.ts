import { createSocket } from "node:dgram";
import { createServer, type Socket } from "node:net";
import type { IpAddress } from "../net/address.ts";
import { listenOnBoth } from "./both-ports.ts";
import { createFaults, type Fault, type FaultScope, overUdp, type Sent, spoil, type Transport } from "./dns-faults.ts";
import { type Query, type Reply, readQuery, writeReply } from "./dns-wire.ts";
import { eachFrame, framed } from "./frames.ts";

/**
 * Real DNS servers over UDP and TCP on loopback. Each stands for a public-looking address: the world leads packets
 * for that address to the loopback port it has here.
 */

/** What one server knows: everything but misbehaviour. */
export type Answerer = (query: Query) => Reply | "silence";

/** One question that reached a server. Lost ones are counted: they were sent. */
export interface AskedQuestion {
  readonly server: IpAddress;
  readonly name: string;
  readonly type: string;
  readonly transport: Transport;
}

export interface DnsServers {
  /** The loopback port behind a public-looking address. */
  readonly portOf: (address: IpAddress) => number | undefined;
  /** Everything asked since the start, or since `questions.length = 0`. */
  readonly questions: AskedQuestion[];
  /** Makes servers misbehave on some questions; returns how to end that. */
  readonly fault: (scope: FaultScope, fault: Fault) => () => void;
  readonly clearFaults: () => void;
  /** The round-trip time of one server, or of all, in milliseconds. */
  readonly setDelay: (ms: number, server?: IpAddress) => void;
  readonly close: () => Promise<void>;
}

const LOOPBACK = "127.0.0.1";

export async function startDnsServers(
  answerers: ReadonlyMap<IpAddress, Answerer>,
  { delayMs = 0 }: { readonly delayMs?: number } = {},
): Promise<DnsServers> {
  const faults = createFaults();
  const questions: AskedQuestion[] = [];
  const delays = new Map<IpAddress, number>();
  const timers = new Set<NodeJS.Timeout>();
  let usual = delayMs;

  /** Decides what to send, and sends it after the delay. */
  const serve = (server: IpAddress, bytes: Buffer, transport: Transport, send: (sent: Sent) => void) => {
    const query = readQuery(bytes);
    if (!query) return;
    questions.push({ server, name: query.name, type: query.type ?? `TYPE${query.code}`, transport });
    const { fault, delay } = faults.on(server, query, transport);
    const reply = answerers.get(server)?.(query) ?? "silence";
    const sent = ((): Sent => {
      if (fault) return spoil(fault, query, reply === "silence" ? { rcode: "SERVFAIL" } : reply, transport);
      if (reply === "silence") return reply;
      return transport === "udp" ? overUdp(query, reply) : writeReply(query, reply);
    })();
    if (sent === "silence") return;
    const wait = delay + (delays.get(server) ?? usual);
    if (wait === 0) return send(sent);
    const timer = setTimeout(() => {
      timers.delete(timer);
      send(sent);
    }, wait);
    timers.add(timer);
  };

  const started = await Promise.all(
    [...answerers.keys()].map(async (address) => [address, await listen(address, serve)] as const),
  );
  const listeners = new Map(started);
  return {
    portOf: (address) => listeners.get(address)?.port,
    questions,
    fault: faults.add,
    clearFaults: faults.clear,
    setDelay(ms, server) {
      if (server) delays.set(server, ms);
      else usual = ms;
    },
    async close() {
      timers.forEach(clearTimeout);
      await Promise.all([...listeners.values()].map(({ close }) => close()));
    },
  };
}

interface Listener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

type Serve = (server: IpAddress, bytes: Buffer, transport: Transport, send: (sent: Sent) => void) => void;

/** One port, for UDP and TCP alike. */
async function listen(address: IpAddress, serve: Serve): Promise<Listener> {
  const connections = new Set<Socket>();
  const tcp = createServer((socket) => {
    connections.add(socket.on("close", () => connections.delete(socket)));
    serveTcp(socket, (bytes, send) => serve(address, bytes, "tcp", send));
  });
  const udp = createSocket("udp4");
  const port = await listenOnBoth(tcp, udp, LOOPBACK);
  let open = true;
  udp.on("message", (bytes, peer) => {
    serve(address, bytes, "udp", (sent) => {
      if (sent instanceof Buffer && open) udp.send(sent, peer.port, peer.address);
    });
  });
  // An asker that has closed its socket answers with a port unreachable; that is its business.
  udp.on("error", () => {});
  const close = async () => {
    open = false;
    udp.close();
    for (const socket of connections) socket.destroy();
    await new Promise((resolve) => tcp.close(resolve));
  };
  return { port, close };
}

/** Several questions may come over one connection. */
function serveTcp(socket: Socket, serve: (bytes: Buffer, send: (sent: Sent) => void) => void) {
  socket.on("error", () => socket.destroy());
  eachFrame(socket, (bytes) =>
    serve(bytes, (sent) => {
      if (sent === "reset") socket.resetAndDestroy();
      else if (sent instanceof Buffer && socket.writable) socket.write(framed(sent));
    }),
  );
}
