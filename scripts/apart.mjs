// Namespaces of their own for the lab tests: real daemons on ports 25 and 53, and not one packet leaves.
import { readlinkSync } from "node:fs";
import { LAB } from "./debian.mjs";
import { run, which } from "./steps.mjs";

const NAMESPACES = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
/** Without root: with the users that /etc/subuid lends us, because mail servers become other users. */
const AS_ROOT_INSIDE = ["--user", "--map-root-user", "--map-auto"];

/**
 * What to put in front of a command, and into its environment, to run it apart from the machine. Where that cannot be
 * done both are empty, and the lab tests, which look for it, are reported skipped.
 */
export async function apart() {
  const flags = process.getuid?.() === 0 ? NAMESPACES : [...AS_ROOT_INSIDE, ...NAMESPACES];
  if (process.platform !== "linux" || !which("unshare")) return { prefix: [], env: {} };
  if ((await run("unshare", [...flags, "true"], { quiet: true })) !== 0) return { prefix: [], env: {} };
  const outside = ["net", "mnt"].map((kind) => readlinkSync(`/proc/self/ns/${kind}`)).join(" ");
  const env = { NAMEPLATE_LAB: LAB, NAMEPLATE_LAB_OUTSIDE: outside };
  return { prefix: ["unshare", ...flags], env };
}
