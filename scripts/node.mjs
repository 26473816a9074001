// Which Node runs the project: plain JavaScript on builtins, because it is asked before there is one.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./steps.mjs";

/**
 * What the service is started with. V8 would let what is new grow to 128 MiB in each thread before it looks for garbage; with
 * 16 MiB the service takes no more time. It is read before any of our code runs, so whoever starts `server.ts` has to say it.
 */
export const FLAGS = ["--max-semi-space-size=8"];

/** The Node that came with the packages, or the one that runs this where none came for this platform; or why neither. */
export function projectNode() {
  const own = join(ROOT, "node_modules/.bin/node");
  if (existsSync(own)) return { node: own };
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return { node: process.execPath };
  return { problem: `this needs Node 22.18 or newer on this platform; here is ${process.versions.node}.` };
}
