import { createSocket } from "node:dgram";
import { connect } from "node:net";
import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { family } from "../../net/address.ts";
import { deadline } from "../smtp/deadline.ts";
import { answersQuery } from "./message.ts";

/** What came back from one exchange over one transport: a reply to our very question, or why not. */
export type Exchanged =
  | { readonly reply: Buffer }
  | {
      readonly reply?: never;
      readonly reason: Extract<Failure, "timeout" | "network" | "malformed" | "limit" | "cancelled">;
    };

/** Whose exchange it is: when to stop, and who pays for what leaves. */
export interface Sending {
  readonly signal: AbortSignal;
  /** Takes one packet, or one TCP connection, from the budget; where it says no, nothing leaves. */
  readonly pay: () => boolean;
}

export type Exchange = (query: Buffer, to: Endpoint, ms: number, sending: Sending) => Promise<Exchanged>;

/** After so many replies to questions that we did not ask, somebody is guessing at ours: we stop listening. */
const MAX_STRAYS = 50;

/**
 * One question over UDP, from a socket of its own: a fresh random port for each, connected, so that the system drops
 * what comes from elsewhere (RFC 5452 section 9). Replies to other questions are ignored; if nothing else came, the
 * exchange was malformed rather than silent.
 */
export const exchangeUdp: Exchange = (query, to, ms, sending) =>
  settling(ms, sending, (settle) => {
    const socket = createSocket(family(to.address) === 6 ? "udp6" : "udp4");
    let strays = 0;
    socket.on("error", () => settle({ reason: "network" }));
    socket.on("message", (message) => {
      if (answersQuery(message, query)) settle({ reply: message });
      else if (++strays >= MAX_STRAYS) settle({ reason: "malformed" });
    });
    socket.connect(to.port, to.address, (error?: Error) => {
      // No route to there: the system says so at once. Otherwise the socket may have been closed while it connected.
      if (error) settle({ reason: "network" });
      else if (open) socket.send(query);
    });
    let open = true;
    return {
      close: () => {
        open = false;
        socket.close();
      },
      late: () => ({ reason: strays > 0 ? "malformed" : "timeout" }),
    };
  });

/** One question over TCP (RFC 7766): two octets of length before each message, at most one message read. */
export const exchangeTcp: Exchange = (query, to, ms, sending) =>
  settling(ms, sending, (settle) => {
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
      settle(answersQuery(reply, query) ? { reply } : { reason: "malformed" });
    });
    return { close: () => socket.destroy(), late: () => ({ reason: "timeout" }) };
  });

interface Open {
  readonly close: () => void;
  /** What to say when the time is up. */
  readonly late: () => Exchanged;
}

/**
 * Runs an exchange until it settles, its time is up or it is called off; its socket is closed in every case. The one
 * place from which questions leave, and so the one where they are paid for.
 */
function settling(ms: number, { signal, pay }: Sending, start: (settle: (outcome: Exchanged) => void) => Open) {
  return new Promise<Exchanged>((resolve) => {
    if (signal.aborted) return resolve({ reason: "cancelled" });
    if (!pay()) return resolve({ reason: "limit" });
    let settled = false;
    const settle = (outcome: Exchanged) => {
      if (settled) return;
      settled = true;
      callOff();
      signal.removeEventListener("abort", cancel);
      open.close();
      resolve(outcome);
    };
    const cancel = () => settle({ reason: "cancelled" });
    const callOff = deadline(ms, () => settle(open.late()));
    signal.addEventListener("abort", cancel, { once: true });
    const open = start(settle);
  });
}
