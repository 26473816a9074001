import { constants } from "node:os";
import { runBuilt } from "./lib/service/built.ts";

// The command line: what `npx nameplate` runs. The same core as the service, without a server and without a store.
if (!(await runBuilt(import.meta.filename))) await main();

async function main(): Promise<never> {
  process.env.VANTAGE_LABEL ||= "this machine";

  const { text: wholeOf } = await import("node:stream/consumers");
  const { EXIT } = await import("./lib/cli/exit.ts");
  const { runCli } = await import("./lib/cli/run-cli.ts");
  const { guardKnown, vantage } = await import("./lib/service/service-vantage.ts");
  const stop = new AbortController();
  let stoppedBy: NodeJS.Signals | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      // Asked twice, somebody means it.
      if (stoppedBy) process.exit(128 + constants.signals[signal]);
      stoppedBy = signal;
      stop.abort();
    });

  // Who reads what we write may leave (`| head`): there is nobody left to tell anything.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(128 + constants.signals.SIGPIPE);
  });
  process.stderr.on("error", () => undefined);

  const code = await runCli(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    input: () => wholeOf(process.stdin),
    inputIsTerminal: process.stdin.isTTY === true,
    stop: stop.signal,
    env: process.env,
    vantage: async () => {
      const own = vantage();
      await guardKnown(own);
      return own;
    },
    // Only for `--demo`: the small internet is not loaded otherwise.
    demo: async () => (await (await import("./lib/checks/testing/world.ts")).startWorld()).vantage,
  });
  // Sockets and timers of the check may outlive it; what was written has to be out.
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => void stream.write("", () => resolve()));
  process.exit(code === EXIT.stopped && stoppedBy ? 128 + constants.signals[stoppedBy] : code);
}
