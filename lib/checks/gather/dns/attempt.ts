import { randomInt } from "node:crypto";
import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { decodeReply, encodeQuery, isTruncated, type Message, type Question } from "./message.ts";
import { type Reading, readReply } from "./reading.ts";
import { type Exchanged, exchangeTcp, exchangeUdp, type Sending } from "./transport.ts";

/** One try of one question at one server: what it says, and how that looks as evidence. */
export interface Attempt {
  readonly reading: Reading;
  readonly rcode: string;
  readonly flags: readonly string[];
}

/**
 * Asks one server once: over UDP, over TCP when the reply says that it is cut short, and without EDNS when the server
 * stumbles over that (RFC 6891 section 7).
 */
export async function attempt(question: Question, to: Endpoint, ms: number, sending: Sending): Promise<Attempt> {
  const first = await once(question, to, ms, sending, true);
  return first.reading.kind === "failed" && first.reading.reason === "formerr"
    ? once(question, to, ms, sending, false)
    : first;
}

async function once(question: Question, to: Endpoint, ms: number, sending: Sending, edns: boolean): Promise<Attempt> {
  const query = encodeQuery(question, randomInt(0x10000), edns);
  if (!query) return noReply("formerr");
  const datagram = await exchangeUdp(query, to, ms, sending);
  if (!datagram.reply) return noReply(datagram.reason);
  if (!isTruncated(datagram.reply)) return replied(datagram.reply, question, []);
  const frame = await exchangeTcp(query, to, ms, sending);
  if (frame.reply) return isTruncated(frame.reply) ? noReply("malformed") : replied(frame.reply, question, ["tcp"]);
  // The server did reply, but only with a part; that it refuses the whole is its fault, not the network's.
  const flags = frame.reason === "limit" ? ["tc"] : ["tc", "tcp"];
  return noReply(frame.reason === "network" ? "malformed" : frame.reason, flags);
}

/** An attempt without a reply that could be read. */
export const noReply = (reason: Failure, flags: readonly string[] = []): Attempt => ({
  reading: { kind: "failed", reason },
  rcode: reason.toUpperCase(),
  flags,
});

function replied(reply: NonNullable<Exchanged["reply"]>, question: Question, transport: readonly string[]): Attempt {
  const message = decodeReply(reply);
  if (!message) return noReply("malformed", transport);
  const reading = readReply(message, question);
  return { reading, rcode: rcodeOf(message, reading), flags: [...flagsOf(message), ...transport] };
}

const rcodes: Readonly<Record<number, string>> = {
  0: "NOERROR",
  1: "FORMERR",
  2: "SERVFAIL",
  3: "NXDOMAIN",
  4: "NOTIMP",
  5: "REFUSED",
  6: "YXDOMAIN",
  9: "NOTAUTH",
  16: "BADVERS",
  23: "BADCOOKIE",
};

/** The rcode's name; where the message contradicts itself, our own word for it. */
function rcodeOf(message: Message, reading: Reading): string {
  const contradicts = reading.kind === "failed" && (reading.reason === "malformed" || reading.reason === "alias-loop");
  return contradicts ? reading.reason.toUpperCase() : (rcodes[message.rcode] ?? `RCODE${message.rcode}`);
}

function flagsOf({ flags, extendedError }: Message): string[] {
  return [...flags, ...(extendedError === undefined ? [] : [`ede:${extendedError}`])];
}
