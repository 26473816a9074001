import type { WorkerOptions } from "node:worker_threads";
import { beginThread } from "../start-thread.ts";

/** What is new in the thread that checks may take so much before garbage is looked for, in MiB: of 128 that V8 would let it have. */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** What the thread that checks is started with. */
export const checkerOptions = (): WorkerOptions => ({ argv: process.argv.slice(2), resourceLimits: LIMITS });

/**
 * Has the thread that checks load what it needs while the rest of the service is still to be loaded: `startChecker` of the same file
 * takes it over. Both take about as long, and whoever waits for a start waits for both.
 */
export const beginChecker = (file: string): void => beginThread(file, checkerOptions());
