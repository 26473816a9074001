import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../lib/testing/free-port.ts";
import { startProcess } from "../lib/testing/started.ts";
import { type Measure, round } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { makeReport, residentBytes, startService } from "./service.ts";

/*
 * 500 hostile clients at the listener, each coming again as soon as it is sent away: what they cost in memory, and what
 * readers of pages notice. All of them are let in, which in production the caps on connections would not do. As clients and
 * service share this machine, the same clients are also sent to a listener of no service, for comparison.
 */

const CLIENTS = 500;
/** Pages read in each half of a round, one after the other. */
const READS = 100;
/** Pages read before anything is measured: until the heap has its size. */
const WARM = 400;
/** How long all clients have to come in, in milliseconds. */
const GATHER_MS = 1_500;

/** What the clients do: of everything some, and what holds the most memory all at once. */
const ALL = { name: "of all kinds", tricks: [], rounds: 4 } as const;
const SIEGES: readonly { readonly name: string; readonly tricks: readonly string[]; readonly rounds: number }[] = [
  ALL,
  { name: "in TLS", tricks: ["tls"], rounds: 2 },
  { name: "with messages", tricks: ["message"], rounds: 2 },
];

export async function bench(): Promise<Measure[]> {
  const port = await freePort();
  const service = await startService(0, {
    ...{ SMTP_LISTEN: `127.0.0.1:${port}`, PROBE_DOMAIN: "probe.example" },
    ...{ SMTP_LISTEN_CONNECTIONS: "1000", SMTP_LISTEN_PER_NETWORK: "1000" },
  });
  const alone = await startNode("listener-alone.ts");
  try {
    const pages = ["/", "/signals/fcrdns", await makeReport(service.url, "203.0.113.10"), "/listen"];
    const made = await fetch(`${service.url}/api/v1/listens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    const { readAddress } = (await made.json()) as { readAddress: string };
    await read(service.url, pages, WARM);
    const before = await residentBytes(service.url);
    const measures: Measure[] = [];
    const quiet: number[] = [];
    const besiege = async (at: number, tricks: readonly string[], rounds: number) => {
      const times: number[] = [];
      let most = 0;
      let connections = 0;
      for (let i = 0; i < rounds; i++) {
        quiet.push(...(await read(service.url, pages, READS)));
        const clients = await startNode("hostile-clients.ts", String(at), String(CLIENTS), readAddress, ...tricks);
        await sleep(GATHER_MS);
        times.push(...(await read(service.url, pages, READS)));
        most = Math.max(most, await residentBytes(service.url));
        connections += Number(await clients.end());
      }
      return { times, most, connections };
    };
    const control = await besiege(Number(alone.said()), ALL.tricks, ALL.rounds);
    for (const { name, tricks, rounds } of SIEGES) {
      const { times, most, connections } = await besiege(port, tricks, rounds);
      const [without, beside] = [percentile(quiet, 0.99), percentile(times, 0.99)];
      measures.push(
        {
          name: `memory beside ${CLIENTS} hostile clients ${name}, more than without`,
          value: round((most - before) / 2 ** 20, 1),
          bar: 50,
          unit: "MiB",
        },
        {
          name: `a page beside clients ${name} over one without, p99`,
          value: round(beside / without, 2),
          bar: 2,
          unit: "",
        },
        { name: `a page beside clients ${name}, median`, value: round(percentile(times, 0.5), 1), unit: "ms" },
        {
          name: `a page beside clients ${name}, p99 (${connections} connections)`,
          value: round(beside, 1),
          unit: "ms",
        },
      );
    }
    const [without, beside] = [percentile(quiet, 0.99), percentile(control.times, 0.99)];
    return [
      ...measures,
      { name: "a page without, median", value: round(percentile(quiet, 0.5), 1), unit: "ms" },
      { name: "a page without, p99", value: round(without, 1), unit: "ms" },
      {
        name: `a page while they are at another listener, p99 (${control.connections} connections)`,
        value: round(beside, 1),
        unit: "ms",
      },
    ];
  } finally {
    await Promise.all([service.end(), alone.end()]);
  }
}

/** A process beside: it is there once it says so, and its last line is what it has to say. */
async function startNode(file: string, ...args: readonly string[]) {
  const child = startProcess([join(import.meta.dirname, file), ...args], { stdio: ["pipe", "pipe", "inherit"] });
  let last = "";
  const ready = Promise.withResolvers<void>();
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  if (child.stdout)
    createInterface({ input: child.stdout }).on("line", (line) => {
      last = line;
      ready.resolve();
    });
  void ended.then(() => ready.reject(new Error(`${file} ended`)));
  await ready.promise;
  return {
    said: () => last,
    async end() {
      child.kill("SIGTERM");
      await ended;
      return last;
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
