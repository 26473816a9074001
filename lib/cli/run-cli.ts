import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnv } from "../service/env.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { bounceCommand } from "./bounce-command.ts";
import { checkCommand } from "./check-command.ts";
import { EXIT } from "./exit.ts";
import { HELP } from "./help.ts";
import { poolCommand } from "./pool-command.ts";
import { Refusal, type Surroundings } from "./surroundings.ts";

/**
 * The command line: reads what is asked for, does it, gives the exit code. The answer goes to `out` and nothing else
 * does. Rejects with nothing: what cannot be read or done is said in a sentence.
 */
export async function runCli(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await commandFor(readArguments(argv), around);
  } catch (error) {
    if (error instanceof Refusal) {
      around.err.write(`nameplate: ${error.message}\n`);
      return error.code;
    }
    around.err.write(`nameplate: a fault of this program: ${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.fault;
  }
}

async function commandFor(args: Arguments, around: Surroundings): Promise<number> {
  switch (args.command) {
    case "help":
      around.out.write(HELP);
      return EXIT.pass;
    case "version":
      around.out.write(`nameplate ${version()}\n`);
      return EXIT.pass;
    case "check":
      mindSettings(args);
      return checkCommand(args, around);
    case "bounce":
      mindSettings(args);
      return bounceCommand(args, around);
    case "pool":
      mindSettings(args);
      return poolCommand(args, around);
  }
}

/** Settings that cannot be used are said before anything is sent. The demo has settings of its own. */
function mindSettings({ demo }: Arguments): void {
  if (demo) return;
  const read = readEnv(process.env);
  if ("problems" in read) throw new Refusal(read.problems.join("\n"), EXIT.settings);
}

const version = (): string => JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")).version;
