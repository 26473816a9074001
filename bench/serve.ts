import { startWorld } from "../lib/checks/testing/world.ts";
import { startServer } from "../lib/server/start.ts";
import { markDemo } from "../lib/service/demo.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";

// The process behind `startService`: as demo.ts, with its servers as far away as the bench wants them.
markDemo();
const world = await startWorld({ delayMs: Number(process.env.BENCH_DELAY_MS) });
lookFrom(world.vantage);
await startServer();
