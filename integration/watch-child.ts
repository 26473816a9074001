import { createInterface } from "node:readline";
import { BroadcastChannel, isMainThread } from "node:worker_threads";

/*
 * The demo, with an address whose reverse zone is remembered for a second only and changed from outside: each line on
 * standard input is JSON, `{"publish": "zone text", "absent": ["name"]}`, or `{"crash": true}` for the thread that checks.
 */

const [address, apex] = ["203.0.113.199", "199.113.0.203.in-addr.arpa"];
/** From standard input, which the main thread alone can read, to the thread that has the small internet. */
const lines = new BroadcastChannel("lines");
const { env } = await import("../lib/service/env.ts");

if (isMainThread) {
  const { sections } = await import("../lib/checks/testing/internet.ts");
  const { distantVantage } = await import("../lib/checks/testing/world-vantage.ts");
  const { startServer } = await import("../lib/server/start.ts");
  const { markDemo } = await import("../lib/service/demo.ts");
  const { lookFrom } = await import("../lib/service/service-vantage.ts");
  markDemo({ sections });
  lookFrom(distantVantage(env().allowed));
  createInterface({ input: process.stdin }).on("line", (line) => lines.postMessage(line));
  await startServer({ checks: import.meta.filename });
} else {
  const { HOSTER } = await import("../lib/checks/testing/internet/zones.ts");
  const { samples } = await import("../lib/checks/testing/internet.ts");
  const { startWorld } = await import("../lib/checks/testing/world.ts");
  const { serveChecks } = await import("../lib/service/checker/serve.ts");
  const content = { zones: [{ apex, ns: HOSTER, negativeTtl: 1 }], records: `new.example.com. 1 A ${address}` };
  const world = await startWorld({ allowed: env().allowed, content: [...samples, content] });
  lines.onmessage = ({ data }) => {
    const line = JSON.parse(String(data)) as { publish?: string; absent?: string[]; crash?: boolean };
    if (line.crash) process.nextTick(() => Promise.reject(new Error("a fault of ours")));
    else world.publish(line.publish ?? "", line.absent ?? []);
  };
  await serveChecks(world.vantage);
}
