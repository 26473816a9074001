import { startServer } from "./lib/server/start.ts";

await startServer();
