import { type ChildProcess, spawn } from "node:child_process";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { resolverOf } from "../lib/checks/testing/dns-answerers.ts";
import { startDnsServers } from "../lib/checks/testing/dns-server.ts";
import { buildZones } from "../lib/checks/testing/dns-zones.ts";
import { ip } from "../lib/checks/testing/facts.ts";
import { ground } from "../lib/checks/testing/internet.ts";
import { freePort } from "../lib/testing/free-port.ts";
import { temporaryFolder } from "../lib/testing/started.ts";
import { type Measure, median, round } from "./measure.ts";
import { ready } from "./service.ts";

/*
 * `npm start` on what is built, from the command on: until the service says where it is, until a reader has the first
 * page, until /readyz says that it is ready. Its resolver is on this machine; `demo` starts `npm run demo` instead.
 */

const ROOT = join(import.meta.dirname, "..");
const ROUNDS = 5;
const BAR_MS = 2_000;
/** How long after it was refused the service is asked again, in milliseconds. */
const AGAIN_MS = 5;
const RESOLVER = ip("203.0.113.53");

interface Times {
  readonly says: number;
  readonly page: number;
  readonly ready: number;
}

export async function bench({ count = ROUNDS, part }: { count?: number; part?: string } = {}): Promise<Measure[]> {
  const dns = await startDnsServers(new Map([[RESOLVER, resolverOf(buildZones(ground))]]));
  const resolver = `127.0.0.1:${dns.portOf(RESOLVER)}`;
  const dataDir = temporaryFolder("bench-start");
  const command = part === "demo" ? ["run", "demo"] : ["start"];
  try {
    const times: Times[] = [];
    // The first one after a build compiles what the others find compiled, and makes the database.
    for (let i = 0; i <= count; i++) times.push(await startOnce(command, dataDir, resolver));
    const [first, ...rest] = times;
    const name = `npm ${command.join(" ")} on what is built`;
    const measure = (what: string, of: keyof Times): Measure[] => {
      const all = rest.map((each) => each[of]);
      const range = `${round(Math.min(...all))} to ${round(Math.max(...all))}, the first one ${round(first?.[of] ?? 0)}`;
      return [{ name: `${name}, ${what} (${range})`, value: round(median(all)), bar: BAR_MS, unit: "ms" }];
    };
    return [
      ...measure("until it says where it is", "says"),
      ...measure("until / answers 200", "page"),
      ...measure("until /readyz answers 200", "ready"),
    ];
  } finally {
    await dns.close();
  }
}

async function startOnce(command: readonly string[], dataDir: string, resolver: string): Promise<Times> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), RESOLVERS: resolver, SMTP_REFERENCE: "none", LOG_LEVEL: "warn" };
  const began = performance.now();
  const child = spawn("npm", command, {
    cwd: ROOT,
    env: { ...env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const end = () => void (child.exitCode ?? process.kill(-Number(child.pid), "SIGKILL"));
  process.once("exit", end);
  const since = () => performance.now() - began;
  try {
    const [says, page, isReady] = await Promise.all([
      ready(child).then(since),
      answered(child, port, "/").then(since),
      answered(child, port, "/readyz").then(since),
    ]);
    return { says, page, ready: isReady };
  } finally {
    const over = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await over;
    process.off("exit", end);
  }
}

/** Settles when this path has answered 200 and all of that has come. */
async function answered(child: ChildProcess, port: number, path: string): Promise<void> {
  while (child.exitCode === null) {
    if ((await statusOf(port, path)) === 200) return;
    await setTimeout(AGAIN_MS);
  }
  throw new Error(`the service ended before ${path} answered`);
}

const statusOf = (port: number, path: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    get({ port, path, agent: false }, (response) => response.on("end", () => resolve(response.statusCode)).resume()).on(
      "error",
      () => resolve(undefined),
    );
  });
