// For each vitest project: a run that leaves a process or a temporary folder behind has failed.
import { constants } from "node:os";
import { beginRun } from "./leftovers.mjs";

export default function setup() {
  const run = beginRun();
  if (!run) return undefined;
  process.once("exit", run.end);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => {
      run.end();
      process.exit(128 + constants.signals[signal]);
    });
  return async () => {
    const left = await run.left();
    run.end();
    if (left.length === 0) return;
    process.exitCode = 1;
    throw new Error(`The tests have left behind:\n${left.join("\n")}`);
  };
}
