import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Measure, round } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { freePort, makeReport, residentBytes, startService } from "./service.ts";

/*
 * 500 hostile clients at the listener, each coming again as soon as it is sent away: what they cost in memory, and what
 * readers of pages notice. All of them are let in, which in production the caps on connections would not do.
 */

const CLIENTS = 500;
const ROUNDS = 4;
/** Pages read in each half of a round, one after the other. */
const READS = 150;

/** What one client does with a connection, until it is sent away. */
const TRICKS: readonly ((socket: Socket) => void)[] = [
  // Nothing.
  () => {},
  // A line without an end, as fast as it is read.
  (socket) => {
    const flood = () => {
      while (socket.writable && socket.write(Buffer.alloc(16_384, "a")));
    };
    socket.on("drain", flood);
    flood();
  },
  // One octet after the other.
  (socket) => {
    const timer = setInterval(() => socket.writable && socket.write("E"), 20);
    socket.on("close", () => clearInterval(timer));
  },
  // Commands without waiting.
  (socket) => socket.write("NOOP\r\n".repeat(2_000)),
  // STARTTLS, and then no TLS.
  (socket) => socket.write(`EHLO ${"x".repeat(500)}\r\nSTARTTLS\r\n${"\0".repeat(500)}`),
  // Recipients that do not exist.
  (socket) =>
    socket.write(`EHLO x\r\nMAIL FROM:<>\r\n${"RCPT TO:<abcdefghabcdefghabcdefghab@probe.example>\r\n".repeat(15)}`),
];

export async function bench(): Promise<Measure[]> {
  const port = await freePort();
  const service = await startService(0, {
    ...{ SMTP_LISTEN: `127.0.0.1:${port}`, PROBE_DOMAIN: "probe.example" },
    ...{ SMTP_LISTEN_CONNECTIONS: "1000", SMTP_LISTEN_PER_NETWORK: "1000" },
  });
  try {
    const report = await makeReport(service.url, "203.0.113.10");
    const pages = ["/", "/signals/fcrdns", report, "/listen"];
    await read(service.url, pages, 100);
    const before = await residentBytes(service.url);
    const quiet: number[] = [];
    const besieged: number[] = [];
    let most = before;
    let connections = 0;
    for (let i = 0; i < ROUNDS; i++) {
      quiet.push(...(await read(service.url, pages, READS)));
      const siege = besiege(port, () => connections++);
      besieged.push(...(await read(service.url, pages, READS)));
      most = Math.max(most, await residentBytes(service.url));
      await siege.end();
    }
    const [without, beside] = [percentile(quiet, 0.99), percentile(besieged, 0.99)];
    return [
      {
        name: `memory beside ${CLIENTS} hostile clients, more than without`,
        value: round((most - before) / 2 ** 20, 1),
        bar: 50,
        unit: "MiB",
      },
      { name: "a page beside them over one without, p99", value: round(beside / without, 2), bar: 2, unit: "" },
      { name: "a page without, p99", value: round(without, 1), unit: "ms" },
      { name: `a page beside them, p99 (${connections} connections)`, value: round(beside, 1), unit: "ms" },
    ];
  } finally {
    await service.end();
  }
}

/** Keeps so many clients at it until it is ended. */
function besiege(port: number, onConnection: () => void): { readonly end: () => Promise<void> } {
  const sockets = new Set<Socket>();
  let over = false;
  const again = (trick: (typeof TRICKS)[number]) => {
    if (over) return;
    onConnection();
    const socket = connect({ port, host: "127.0.0.1" });
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => {});
    socket.on("connect", () => trick(socket));
    socket.on("close", () => {
      sockets.delete(socket);
      // As often as a program comes again that is turned away: it shares this machine with what is measured.
      setTimeout(() => again(trick), 500).unref();
    });
  };
  for (let i = 0; i < CLIENTS; i++) again(TRICKS[i % TRICKS.length] as (typeof TRICKS)[number]);
  return {
    async end() {
      over = true;
      for (const socket of sockets) socket.destroy();
      await sleep(500);
    },
  };
}

async function read(url: string, pages: readonly string[], reads: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < reads; i++) {
    const asked = performance.now();
    const response = await fetch(url + (pages[i % pages.length] ?? "/"));
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`a page answered ${response.status}`);
    times.push(performance.now() - asked);
    await sleep(2);
  }
  return times;
}
