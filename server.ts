import { startServer } from "./lib/server/start.ts";

await startServer({ dev: process.argv.includes("--dev") });
