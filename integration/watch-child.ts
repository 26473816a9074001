import { createInterface } from "node:readline";
import { HOSTER } from "../lib/checks/testing/internet/zones.ts";
import { samples, sections } from "../lib/checks/testing/internet.ts";
import { startWorld } from "../lib/checks/testing/world.ts";
import { startServer } from "../lib/server/start.ts";
import { markDemo } from "../lib/service/demo.ts";
import { env } from "../lib/service/env.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";

/*
 * The demo, with an address whose reverse zone is remembered for a second only and changed from outside: each line on
 * standard input is JSON, `{"publish": "zone text", "absent": ["name"]}`.
 */

const [address, apex] = ["203.0.113.199", "199.113.0.203.in-addr.arpa"];
markDemo({ sections });
const world = await startWorld({
  allowed: env().allowed,
  content: [
    ...samples,
    {
      zones: [{ apex, ns: HOSTER, negativeTtl: 1 }],
      records: `new.example.com. 1 A ${address}`,
    },
  ],
});
lookFrom(world.vantage);
createInterface({ input: process.stdin }).on("line", (line) => {
  const { publish = "", absent = [] } = JSON.parse(line) as { publish?: string; absent?: string[] };
  world.publish(publish, absent);
});
await startServer();
