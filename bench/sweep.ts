import { type ChildProcess, execFile, spawn } from "node:child_process";
import { Resolver as CAres } from "node:dns";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { defaultLimits, type Endpoint, type Vantage } from "../lib/checks/facts/vantage.ts";
import { createResolver } from "../lib/checks/gather/dns/resolver.ts";
import { parseAddress, reverseName } from "../lib/checks/net/address.ts";
import { createGuard } from "../lib/checks/net/guard.ts";
import { freePort } from "../lib/testing/free-port.ts";
import { type Measure, median, round } from "./measure.ts";

/*
 * The PTR records of a /16, all 65,536 of them, asked of Debian's nsd on this machine: by our client, by the one that Node
 * brings (c-ares), and by dnsperf where it is installed; in turn, with as many questions in flight each.
 */

const ROUNDS = 3;
const IN_FLIGHT = 200;
const NET = "198.18";
const PEERS = join(import.meta.dirname, "../node_modules/.cache/nameplate-lab");

export async function bench(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "nameplate-bench-"));
  const port = await freePort();
  const nsd = await startNsd(folder, port);
  if (!nsd) return [{ name: "reverse sweep: not measured, nsd is not on this machine", value: 0, unit: "" }];
  try {
    const rates = { ours: [] as number[], cAres: [] as number[], dnsperf: [] as number[] };
    for (let i = 0; i < ROUNDS; i++) {
      rates.ours.push(await ours(port));
      rates.cAres.push(await cAres(port));
      const theirs = await dnsperf(folder, port);
      if (theirs) rates.dnsperf.push(theirs);
    }
    const own = median(rates.ours);
    const rate = (name: string, all: readonly number[]): Measure[] =>
      all.length > 0 ? [{ name: `reverse sweep of a /16: ${name}`, value: round(median(all)), unit: "/s" }] : [];
    const ratio = (name: string, all: readonly number[], bar: number): Measure[] =>
      all.length > 0 ? [{ name: `… ${name} over ours`, value: round(median(all) / own, 2), bar, unit: "" }] : [];
    return [
      ...rate("our client", rates.ours),
      ...rate("c-ares", rates.cAres),
      ...rate("dnsperf", rates.dnsperf),
      ...ratio("c-ares", rates.cAres, 1),
      ...ratio("dnsperf", rates.dnsperf, round(1 / 0.3, 2)),
    ];
  } finally {
    const ended = once(nsd, "exit");
    nsd.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const texts = Array.from({ length: 65_536 }, (_, i) => `${NET}.${i >> 8}.${i & 255}`);
const addresses = texts.flatMap((text) => parseAddress(text) ?? []);

async function ours(port: number): Promise<number> {
  const loopback = parseAddress("127.0.0.1");
  if (!loopback) throw new Error("unreachable");
  const vantage: Vantage = {
    label: "bench",
    resolvers: [{ address: loopback, port }],
    allowed: [],
    guard: createGuard(),
    route: (endpoint: Endpoint) => endpoint,
    now: Date.now,
    ehloName: "bench.example",
    // Nor does c-ares keep answers here, and nobody asks twice.
    limits: { ...defaultLimits, cacheSeconds: 0 },
  };
  const resolver = createResolver(vantage);
  const { signal } = new AbortController();
  const dns = resolver.client({ signal, record: () => undefined, spend: () => true });
  const rate = await sweep(async (i) => {
    const address = addresses[i];
    if (!address) return false;
    return (await dns.ask(reverseName(address), "PTR")).kind === "answer";
  });
  resolver.close();
  return rate;
}

function cAres(port: number): Promise<number> {
  const resolver = new CAres();
  resolver.setServers([`127.0.0.1:${port}`]);
  return sweep(
    (i) =>
      new Promise((resolve) => resolver.reverse(texts[i] ?? "", (error, names) => resolve(!error && names.length > 0))),
  );
}

/** Questions answered in a second; throws where one is not. */
async function sweep(ask: (index: number) => Promise<boolean>): Promise<number> {
  let next = 0;
  let failed = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < texts.length) if (!(await ask(next++))) failed++;
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  // Where the machine is busy, a datagram may be dropped between two sockets of its own.
  if (failed > texts.length / 1000) throw new Error(`${failed} questions were not answered`);
  return (1000 * texts.length) / (performance.now() - started);
}

async function dnsperf(folder: string, port: number): Promise<number | undefined> {
  const program = ["/usr/bin/dnsperf", "/usr/local/bin/dnsperf"].find((path) => existsSync(path));
  if (!program) return undefined;
  const file = join(folder, "questions");
  writeFileSync(file, `${texts.map((text) => `${reversed(text)}.in-addr.arpa PTR`).join("\n")}\n`);
  const args = ["-s", "127.0.0.1", "-p", String(port), "-d", file, "-n", "1", "-q", String(IN_FLIGHT)];
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 1 << 24 });
  return Number(/Queries per second:\s+([\d.]+)/.exec(stdout)?.[1]);
}

const reversed = (text: string) => text.split(".").reverse().join(".");

/** Debian's, installed or unpacked for the lab. */
async function startNsd(folder: string, port: number): Promise<ChildProcess | undefined> {
  const program = ["/usr/sbin/nsd", join(PEERS, "usr/sbin/nsd")].find((path) => existsSync(path));
  if (!program) return undefined;
  const apex = `${reversed(NET)}.in-addr.arpa`;
  const lines = texts.map(
    (text) => `${reversed(text)}.in-addr.arpa. PTR host-${text.replaceAll(".", "-")}.example.net.`,
  );
  const head = [
    `$TTL 3600`,
    `${apex}. SOA ns.example.net. host.example.net. 1 1 1 1 60`,
    `${apex}. NS ns.example.net.`,
  ];
  writeFileSync(join(folder, "zone"), `${[...head, ...lines].join("\n")}\n`);
  writeFileSync(
    join(folder, "nsd.conf"),
    `server:
  ip-address: 127.0.0.1@${port}
  username: ""
  zonesdir: "${folder}"
  database: ""
  pidfile: ""
  xfrdfile: "${folder}/xfrd.state"
  zonelistfile: "${folder}/zone.list"
  server-count: 1
remote-control:
  control-enable: no
zone:
  name: "${apex}"
  zonefile: "zone"
`,
  );
  const env = { ...process.env, LD_LIBRARY_PATH: join(PEERS, "usr/lib/x86_64-linux-gnu") };
  const nsd = spawn(program, ["-d", "-c", join(folder, "nsd.conf")], { env, stdio: "ignore" });
  const probe = new CAres({ timeout: 200, tries: 1 });
  probe.setServers([`127.0.0.1:${port}`]);
  for (let i = 0; i < 100 && nsd.exitCode === null; i++) {
    const up = await new Promise((resolve) => probe.resolveSoa(apex, (error) => resolve(!error)));
    if (up) return nsd;
    await sleep(100);
  }
  nsd.kill();
  throw new Error("nsd did not start");
}
