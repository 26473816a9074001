import { createInterface } from "node:readline";
import { BroadcastChannel } from "node:worker_threads";
import type { Content, World } from "../lib/checks/testing/world.ts";

/*
 * An addition to the demo (`DEMO_ADDITION`): an address whose reverse zone is remembered for a second only and changed
 * from outside. Each line on standard input is JSON, `{"publish": "zone text", "absent": ["name"]}`, or `{"crash": true}`
 * for the thread that checks.
 */

const [address, apex] = ["203.0.113.199", "199.113.0.203.in-addr.arpa"];
/** From standard input, which the main thread alone can read, to the thread that has the small internet. */
const lines = new BroadcastChannel("lines");

export const content: Content = {
  zones: [{ apex, ns: ["ns1.hoster.example.net", "ns2.hoster.example.net"], negativeTtl: 1 }],
  records: `new.example.com. 1 A ${address}`,
};

export function inMainThread(): void {
  createInterface({ input: process.stdin }).on("line", (line) => lines.postMessage(line));
}

export function inWorld(world: World): void {
  lines.onmessage = ({ data }) => {
    const line = JSON.parse(String(data)) as { publish?: string; absent?: string[]; crash?: boolean };
    if (line.crash) process.nextTick(() => Promise.reject(new Error("a fault of ours")));
    else world.publish(line.publish ?? "", line.absent ?? []);
  };
}
