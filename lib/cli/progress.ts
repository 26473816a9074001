import type { CheckEvent } from "../checks/index.ts";
import type { Output, Surroundings } from "./surroundings.ts";

/** How far a check is, on standard error: a line that changes on a terminal, the first one elsewhere. */
export interface Progress {
  readonly event: (event: CheckEvent) => void;
  readonly done: () => void;
}

const CLEAR = "\r\u001b[2K";

export function createProgress(
  err: Output,
  what: string,
  { quiet, env = {} }: { readonly quiet: boolean; readonly env?: Surroundings["env"] },
): Progress {
  if (quiet) return { event: () => undefined, done: () => undefined };
  const moves = err.isTTY === true && env.TERM !== "dumb";
  let judged = 0;
  let planned = 0;
  const say = () => {
    const width = err.columns ?? 80;
    const line = `Checking ${what}: ${judged} of ${planned} answers`;
    err.write(`${CLEAR}${line.slice(0, width - 1)}`);
  };
  if (!moves) err.write(`Checking ${what} …\n`);
  return {
    event: (event) => {
      if (event.kind === "subject") planned += event.subject.signals.length;
      else judged++;
      if (moves) say();
    },
    done: () => {
      if (moves) err.write(CLEAR);
    },
  };
}
