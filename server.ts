import { keepCompiled } from "./lib/server/compile-cache.ts";

keepCompiled();
const { startServer } = await import("./lib/server/start.ts");
await startServer({ dev: process.argv.includes("--dev") });
