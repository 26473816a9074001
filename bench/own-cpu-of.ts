import { join, resolve } from "node:path";
import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from "node:worker_threads";
import type { Endpoint, Vantage } from "../lib/checks/facts/vantage.ts";
import type { check as Check } from "../lib/checks/index.ts";
import type { parseTarget as ParseTarget } from "../lib/checks/target/target.ts";
import type { startWorld as StartWorld } from "../lib/checks/testing/world.ts";

/*
 * A program of its own: checks one address of the small internet again and again, with the code of the checkout that its
 * argument names, and prints what processor time each check took, in milliseconds. The small internet runs in another
 * thread, whose time is not counted; nothing is remembered from one check to the next but what a service that runs
 * remembers as well (how its resolvers are, the lists' test entries).
 */

const TARGET = "203.0.113.10";
const [WARM_UP, COUNTED] = [15, 5];

interface Asked {
  readonly endpoint: Endpoint;
  readonly answer: Int32Array<SharedArrayBuffer>;
}

const load = (root: string, file: string): Promise<unknown> => import(join(root, "lib/checks", file));
const worldOf = async (root: string) =>
  ((await load(root, "testing/world.ts")) as { startWorld: typeof StartWorld }).startWorld({
    delayMs: 2,
    limits: { cacheSeconds: 0 },
  });

if (isMainThread) await measure(resolve(process.argv[2] ?? ""));
else await serve(workerData as { readonly root: string; readonly port: MessagePort });

/** Runs the small internet, and says where it has what. */
async function serve({ root, port }: { readonly root: string; readonly port: MessagePort }): Promise<void> {
  const { vantage } = await worldOf(root);
  port.on("message", ({ endpoint, answer }: Asked) => {
    port.postMessage(vantage.route(endpoint));
    Atomics.store(answer, 0, 1);
    Atomics.notify(answer, 0);
  });
  port.postMessage(vantage.trust);
}

async function measure(root: string): Promise<void> {
  const { check } = (await load(root, "index.ts")) as { check: typeof Check };
  // Earlier states had it elsewhere.
  const { parseTarget } = (await load(root, "target/target.ts").catch(() => load(root, "target.ts"))) as {
    parseTarget: typeof ParseTarget;
  };
  const { port1: port, port2 } = new MessageChannel();
  new Worker(import.meta.filename, { workerData: { root, port: port2 }, transferList: [port2] });
  const trust = await new Promise<Vantage["trust"]>((found) => port.once("message", found));
  // One more, for what this thread has to know of it; it is never reached.
  const own = await worldOf(root);
  const vantage: Vantage = { ...own.vantage, ...(trust ? { trust } : {}), route: asking(port) };
  const target = parseTarget(TARGET);
  if (!target.ok) throw new Error("unreachable");

  const took: number[] = [];
  for (let i = 0; i < WARM_UP + COUNTED; i++) {
    const before = process.threadCpuUsage();
    const report = await check(target.target, vantage);
    const { user, system } = process.threadCpuUsage(before);
    if (report.sessions.some(({ connection }) => connection !== "open")) throw new Error("the server was not reached");
    if (i >= WARM_UP) took.push((user + system) / 1000);
  }
  console.log(JSON.stringify(took));
  process.exit(0);
}

/** The route of the other thread: asked once for each place, while this one stands still. */
function asking(port: MessagePort): Vantage["route"] {
  const known = new Map<string, Endpoint>();
  return (endpoint) => {
    const key = `${endpoint.address} ${endpoint.port}`;
    const found = known.get(key);
    if (found) return found;
    const answer = new Int32Array(new SharedArrayBuffer(4));
    port.postMessage({ endpoint, answer } satisfies Asked);
    Atomics.wait(answer, 0, 0);
    const said = receiveMessageOnPort(port)?.message as Endpoint;
    known.set(key, said);
    return said;
  };
}
