import { connect } from "node:net";
import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { deadline } from "../smtp/deadline.ts";
import { answersQuery } from "./message.ts";
import type { Scope } from "./scope.ts";

/** What came back over TCP: a reply to our very question, or why not. */
export type Exchanged =
  | { readonly reply: Buffer; readonly reason?: never }
  | {
      readonly reply?: never;
      readonly reason: Extract<Failure, "timeout" | "network" | "malformed" | "cancelled">;
    };

/** One question over TCP (RFC 7766): two octets of length before each message, at most one message read. */
export function exchangeTcp(query: Buffer, to: Endpoint, ms: number, scope: Scope): Promise<Exchanged> {
  return new Promise((resolve) => {
    const settle = (outcome: Exchanged) => {
      callOff();
      scope.leave(bound);
      socket.destroy();
      resolve(outcome);
    };
    const end = (reason: "timeout" | "cancelled") => settle({ reason });
    const bound = { place: -1, stop: end };
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
    scope.enter(bound);
  });
}
