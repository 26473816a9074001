import { connect } from "node:net";
import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { deadline } from "../smtp/deadline.ts";
import { answersQuery } from "./message.ts";
import type { Scope } from "./scope.ts";
import type { Sent, Sockets } from "./sockets.ts";

/** What came back from one exchange over one transport: a reply to our very question, or why not. */
export type Exchanged =
  | {
      readonly reply: Buffer;
      /** The server changed the case of the letters of our question. */
      readonly respelled?: true;
    }
  | {
      readonly reply?: never;
      readonly reason: Extract<Failure, "timeout" | "network" | "malformed" | "limit" | "cancelled">;
    };

/** Whose exchange it is: how long it is wanted, and who pays for what leaves. */
export interface Sending {
  readonly scope: Scope;
  /** Takes one packet, or one TCP connection, from the budget; where it says no, nothing leaves. */
  readonly pay: () => boolean;
}

/**
 * One question over UDP, over one of the pool's sockets. Replies to other questions are ignored; if nothing else came,
 * the exchange was malformed rather than silent. It waits as long as its scope lasts.
 */
export function exchangeUdp(sockets: Sockets, query: Buffer, to: Endpoint, sending: Sending): Promise<Exchanged> {
  const { scope } = sending;
  const refused = refusal(sending);
  if (refused) return Promise.resolve(refused);
  return new Promise((resolve) => {
    const settle = (outcome: Exchanged) => {
      scope.leave(end);
      sent.forget();
      resolve(outcome);
    };
    const end = (how: "timeout" | "cancelled") =>
      settle({ reason: how === "timeout" && sent.hasStrays() ? "malformed" : how });
    const sent: Sent = sockets.send(to, {
      query,
      take(message) {
        const answer = answersQuery(message, query);
        if (answer === "no") return false;
        settle(answer === "respelled" ? { reply: message, respelled: true } : { reply: message });
        return true;
      },
      fail: (reason) => settle({ reason }),
    });
    scope.enter(end);
  });
}

/** One question over TCP (RFC 7766): two octets of length before each message, at most one message read. */
export function exchangeTcp(query: Buffer, to: Endpoint, ms: number, sending: Sending): Promise<Exchanged> {
  const { scope } = sending;
  const refused = refusal(sending);
  if (refused) return Promise.resolve(refused);
  return new Promise((resolve) => {
    const settle = (outcome: Exchanged) => {
      callOff();
      scope.leave(end);
      socket.destroy();
      resolve(outcome);
    };
    const end = (reason: "timeout" | "cancelled") => settle({ reason });
    const callOff = deadline(ms, () => end("timeout"));
    const socket = connect({ host: to.address, port: to.port });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.length);
    const chunks: Buffer[] = [];
    let [received, expected] = [0, Number.POSITIVE_INFINITY];
    socket.on("connect", () => socket.write(Buffer.concat([length, query])));
    socket.on("error", () => settle({ reason: "network" }));
    socket.on("close", () => settle({ reason: "malformed" }));
    socket.on("data", (chunk) => {
      // Never more than one message and one chunk: 64 KiB each.
      chunks.push(chunk);
      received += chunk.length;
      if (expected === Number.POSITIVE_INFINITY && received >= 2) expected = 2 + Buffer.concat(chunks).readUInt16BE();
      if (received < expected) return;
      const reply = Buffer.concat(chunks).subarray(2, expected);
      settle(answersQuery(reply, query) !== "no" ? { reply } : { reason: "malformed" });
    });
    scope.enter(end);
  });
}

/**
 * Why nothing leaves; undefined where it may. Called once for each datagram and each connection: the one place where
 * they are paid for.
 */
function refusal({ scope, pay }: Sending): Exchanged | undefined {
  if (scope.over) return { reason: scope.over };
  return pay() ? undefined : { reason: "limit" };
}
