import type { Failure } from "../../facts/lookup.ts";
import type { Endpoint } from "../../facts/vantage.ts";
import { decodeReply, encodeQuery, type Form, isTruncated, type Message, type Question } from "./message.ts";
import { type Reading, readReply } from "./reading.ts";
import type { Sockets } from "./sockets.ts";
import type { Spelling } from "./spelling.ts";
import { type Exchanged, exchangeTcp, exchangeUdp, type Sending } from "./transport.ts";

/** One try of one question at one server: what it says, and how that looks as evidence. */
export interface Attempt {
  readonly reading: Reading;
  readonly rcode: string;
  readonly flags: readonly string[];
}

/** What one try needs: sockets, whose it is, and who is told that something came. */
export interface Trying extends Sending {
  readonly sockets: Sockets;
  readonly spelling: Spelling;
  /** Milliseconds that a TCP exchange may take. */
  readonly tcpMs: number;
  /** Called with each datagram that answers. */
  readonly heard: () => void;
}

/**
 * Asks one server once: over UDP, over TCP when the reply says that it is cut short, in plain lower case when the server
 * changes the case of a question, and without EDNS when it stumbles over that (RFC 6891 section 7).
 */
export async function attempt(question: Question, to: Endpoint, trying: Trying): Promise<Attempt> {
  const { spelling } = trying;
  const mixed = spelling.isPreserved(to);
  let first = await once(question, to, trying, { edns: true, mixed });
  if (first === "respelled") {
    first = await once(question, to, trying, { edns: true, mixed: false });
    // Only an answer to the plain question shows that it was the server, and nobody else, who changed the case.
    if (first !== "respelled" && !isSilent(first)) spelling.changes(to);
  }
  if (first === "respelled") return noReply("malformed");
  if (first.reading.kind !== "failed" || first.reading.reason !== "formerr") return first;
  const second = await once(question, to, trying, { edns: false, mixed: false });
  return second === "respelled" ? noReply("malformed") : second;
}

const isSilent = ({ reading }: Attempt): boolean =>
  reading.kind === "failed" && ["timeout", "network", "limit", "cancelled"].includes(reading.reason);

async function once(question: Question, to: Endpoint, trying: Trying, form: Form): Promise<Attempt | "respelled"> {
  const query = encodeQuery(question, form);
  if (!query) return noReply("formerr");
  const datagram = await exchangeUdp(trying.sockets, query, to, trying);
  if (!datagram.reply) return noReply(datagram.reason);
  trying.heard();
  if (datagram.respelled && form.mixed) return "respelled";
  if (!isTruncated(datagram.reply)) return replied(datagram.reply, question, []);
  const frame = await exchangeTcp(query, to, trying.tcpMs, trying);
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
