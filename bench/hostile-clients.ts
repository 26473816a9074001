import { connect, type Socket } from "node:net";
import { setPriority } from "node:os";
import { connect as connectTls } from "node:tls";

/*
 * A process of hostile clients: `node bench/hostile-clients.ts <port> <how many> <address to send to> <tricks>`. Each does
 * its trick, and comes again as soon as it is sent away. It ends by SIGTERM and says then how many connections there were.
 */

const [port, count, address, ...wanted] = process.argv.slice(2);
const FLOOD = Buffer.alloc(16_384, "a");
const COMMANDS = "NOOP\r\n".repeat(2_000);
const LINE = Buffer.from(`${"x".repeat(76)}\r\n`.repeat(200));
/** As often as a program comes again that is turned away. In milliseconds. */
const AGAIN_MS = 500;

/** What one client does with a connection, until it is sent away. */
const TRICKS: Readonly<Record<string, (socket: Socket) => void>> = {
  nothing: () => {},
  // A line without an end, as fast as it is read.
  flood: (socket) => pour(socket, FLOOD),
  // One octet after the other.
  drip: (socket) => {
    const timer = setInterval(() => socket.writable && socket.write("E"), 100);
    socket.on("close", () => clearInterval(timer));
  },
  // Commands without waiting.
  pipeline: (socket) => socket.write(COMMANDS),
  // STARTTLS, and then no TLS.
  "no-tls": (socket) => socket.write(`EHLO ${"x".repeat(500)}\r\nSTARTTLS\r\n${"\0".repeat(500)}`),
  // TLS, and then nothing.
  tls: (socket) => {
    socket.write("EHLO x\r\nSTARTTLS\r\n");
    socket.on("data", function wait(chunk) {
      if (!chunk.includes("Go ahead")) return;
      socket.removeListener("data", wait);
      connectTls({ socket, rejectUnauthorized: false })
        .on("error", () => {})
        .resume();
    });
  },
  // Recipients that do not exist.
  recipients: (socket) =>
    socket.write(`EHLO x\r\nMAIL FROM:<>\r\n${"RCPT TO:<abcdefghabcdefghabcdefghab@probe.example>\r\n".repeat(15)}`),
  // A message without an end, to somebody who has messages read.
  message: (socket) => {
    socket.write(`EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<${address}>\r\nDATA\r\n`);
    socket.on("data", (chunk) => chunk.includes("354 ") && pour(socket, LINE));
  },
};

function pour(socket: Socket, octets: Buffer): void {
  const more = () => {
    while (socket.writable && socket.write(octets));
  };
  socket.on("drain", more);
  more();
}

let connections = 0;
function again(trick: (socket: Socket) => void): void {
  connections++;
  const socket = connect({ port: Number(port), host: "127.0.0.1" });
  socket.on("error", () => {});
  socket.resume();
  socket.on("connect", () => trick(socket));
  socket.on("close", () => setTimeout(() => again(trick), AGAIN_MS));
}

// They stand for other machines: whoever is measured goes first where both want the same processor.
setPriority(10);
const tricks = wanted.length > 0 ? wanted : Object.keys(TRICKS);
for (let i = 0; i < Number(count); i++) {
  const trick = TRICKS[tricks[i % tricks.length] ?? ""];
  if (!trick) throw new Error(`no such trick: ${wanted}`);
  again(trick);
}
console.log("ready");
process.on("SIGTERM", () => {
  console.log(connections);
  process.exit(0);
});
