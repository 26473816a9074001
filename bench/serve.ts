import { samples } from "../lib/checks/testing/internet.ts";
import { startWorld } from "../lib/checks/testing/world.ts";
import { startServer } from "../lib/server/start.ts";
import { markDemo } from "../lib/service/demo.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";
import { manyRecords } from "./many.ts";

// The process behind `startService`: as demo.ts, with its servers as far away as the bench wants them, and with so many
// addresses more.
markDemo();
const { BENCH_DELAY_MS, BENCH_ADDRESSES = "0" } = process.env;
const world = await startWorld({
  delayMs: Number(BENCH_DELAY_MS),
  content: [...samples, manyRecords(Number(BENCH_ADDRESSES))],
});
lookFrom(world.vantage);
await startServer();
