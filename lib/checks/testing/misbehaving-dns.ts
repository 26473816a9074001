import { createSocket, type RemoteInfo } from "node:dgram";
import { createServer, Server, type Socket } from "node:net";
import { type Answer, decode, encode, type Packet } from "dns-packet";
import type { Endpoint } from "../facts/vantage.ts";
import { parseAddress } from "../net/address.ts";
import { listenOnBoth } from "./both-ports.ts";
import { eachFrame } from "./frames.ts";

/** One question that reached a test server. */
export interface Received {
  readonly id: number;
  /** In lower case. */
  readonly name: string;
  /** As it was spelled in the question. */
  readonly spelled: string;
  readonly type: string;
  readonly flags: number;
  readonly edns: boolean;
  readonly tcp: boolean;
  /** The port it came from. */
  readonly port: number;
  /** The message itself. */
  readonly bytes: Buffer;
}

/** What a server does with a question: the messages it sends, at once or later; none is silence. */
export type Behaviour = (query: Received, count: number) => Buffer[] | Promise<Buffer[]>;

export interface TestServer {
  readonly endpoint: Endpoint;
  readonly received: Received[];
  /** Sends a datagram out of turn to a port on loopback. */
  readonly send: (message: Buffer, port: number) => void;
  readonly close: () => Promise<void>;
}

const LOOPBACK = parseAddress("127.0.0.1");

/** A DNS server on loopback that behaves as it is told, over UDP and, where `tcp` says how, over TCP. */
export async function serveDns(
  udp: Behaviour,
  tcp?: ((query: Received, socket: Socket) => void) | Server,
): Promise<TestServer> {
  if (!LOOPBACK) throw new Error("no loopback");
  const received: Received[] = [];
  const take = (bytes: Buffer, port: number, overTcp: boolean): Received => {
    const packet = decode(bytes);
    const [question] = packet.questions ?? [];
    const query = {
      id: packet.id ?? 0,
      name: (question?.name ?? "").toLowerCase(),
      spelled: question?.name ?? "",
      type: question?.type ?? "",
      flags: packet.flags ?? 0,
      edns: (packet.additionals ?? []).some((record) => record.type === "OPT"),
      tcp: overTcp,
      port,
      bytes,
    };
    received.push(query);
    return query;
  };

  const socket = createSocket("udp4");
  let open = true;
  socket.on("message", async (bytes: Buffer, from: RemoteInfo) => {
    const query = take(bytes, from.port, false);
    for (const reply of await udp(query, received.length)) if (open) socket.send(reply, from.port, from.address);
  });
  const sockets = new Set<Socket>();
  const listener = tcp instanceof Server ? tcp : createServer();
  listener.on("connection", (connection) => {
    sockets.add(connection);
    connection.on("error", () => {});
    if (typeof tcp === "function")
      eachFrame(connection, (bytes) => tcp(take(bytes, connection.remotePort ?? 0, true), connection));
  });
  if (tcp) await listenOnBoth(listener, socket, LOOPBACK);
  else await new Promise<void>((resolve) => socket.bind(0, LOOPBACK, resolve));
  const { port } = socket.address();

  return {
    endpoint: { address: LOOPBACK, port },
    received,
    send: (message, to) => socket.send(message, to, LOOPBACK),
    close: async () => {
      if (!open) return;
      open = false;
      for (const connection of sockets) connection.destroy();
      if (tcp) await new Promise((resolve) => listener.close(resolve));
      await new Promise<void>((resolve) => socket.close(resolve));
    },
  };
}

/** What a test says of a reply; everything else is as it should be. `lower`: the question in lower case. */
export interface Reply {
  readonly id?: number;
  /** Flags and rcode as one number, beside QR. Default: RD and RA, no error. */
  readonly flags?: number;
  readonly question?: { readonly name: string; readonly type: "A" | "PTR" | "TXT" } | "none" | "lower";
  readonly answers?: Answer[];
  readonly authorities?: Answer[];
  readonly additionals?: Answer[];
}

export const RD_RA = 0x0180;
export const AA = 0x0400;
export const TC = 0x0200;

/** A reply to a query, encoded by dns-packet, so that our decoder is not tested against itself. */
export function reply(query: Received, says: Reply = {}): Buffer {
  const own = { name: says.question === "lower" ? query.name : query.spelled, type: query.type as "A" };
  const question = typeof says.question === "object" || says.question === "none" ? says.question : own;
  const packet: Packet = {
    type: "response",
    id: says.id ?? query.id,
    flags: says.flags ?? RD_RA,
    questions: question === "none" ? [] : [question],
    answers: says.answers ?? [],
    authorities: says.authorities ?? [],
    additionals: says.additionals ?? [],
  };
  return encode(packet);
}
