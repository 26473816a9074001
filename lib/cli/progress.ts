import type { CheckEvent } from "../checks/index.ts";
import type { Output, Surroundings } from "./surroundings.ts";

const CLEAR = "\r\u001b[2K";

/** A line on standard error that says how far something is: it changes on a terminal; elsewhere its beginning is said once. */
export interface ProgressLine {
  readonly say: (howFar: string) => void;
  readonly done: () => void;
}

/** `what` is what is being done, such as "Checking 203.0.113.10". */
export function createProgressLine(
  err: Output,
  what: string,
  { quiet, env = {} }: { readonly quiet: boolean; readonly env?: Surroundings["env"] },
): ProgressLine {
  const moves = !quiet && err.isTTY === true && env.TERM !== "dumb";
  if (!quiet && !moves) err.write(`${what} …\n`);
  return {
    say: (howFar) => {
      if (moves) err.write(`${CLEAR}${`${what}: ${howFar}`.slice(0, (err.columns ?? 80) - 1)}`);
    },
    done: () => {
      if (moves) err.write(CLEAR);
    },
  };
}

/** Tells how many of a check's signals are judged, event by event. */
export function createCheckProgress(line: ProgressLine): (event: CheckEvent) => void {
  let judged = 0;
  let planned = 0;
  return (event) => {
    if (event.kind === "subject") planned += event.subject.signals.length;
    else judged++;
    line.say(`${judged} of ${planned} answers`);
  };
}
