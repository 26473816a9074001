import { startWorld } from "../lib/checks/testing/world.ts";
import { markDemo } from "../lib/demo.ts";
import { startServer } from "../lib/server/start.ts";
import { lookFrom } from "../lib/vantage.ts";

// The process behind `startService`: as demo.ts, with its servers as far away as the bench wants them.
markDemo();
const world = await startWorld({ delayMs: Number(process.env.BENCH_DELAY_MS) });
lookFrom(world.vantage);
await startServer();
