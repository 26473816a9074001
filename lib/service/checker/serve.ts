import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { setTimeout } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { Vantage } from "../../checks/index.ts";
import { checkHere, type PlacedCheck } from "./checker.ts";
import type { Order, Question, Word } from "./messages.ts";

/** How far checks stand back behind readers where both want the same processor (nice(1)). */
const NICENESS = 5;
/** How long to wait until the guard knows the service's own addresses, in milliseconds; they are looked up again later. */
const GUARD_MS = 3_000;

/** In a thread of its own: makes the checks that the thread which started it asks for. */
export async function serveChecks(vantage: Vantage): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("checks are served to another thread, and there is none");
  standBack();
  const say = (word: Word) => port.postMessage(word);
  const checker = checkHere(vantage);
  const checks = new Map<number, PlacedCheck>();
  const known = (id: number): PlacedCheck => {
    const check = checks.get(id);
    if (!check) throw new Error(`there is no check ${id}`);
    return check;
  };

  async function answer(order: Question): Promise<unknown> {
    switch (order.kind) {
      case "prepare": {
        const { id, target } = order;
        const check = await checker.prepare(target, (event) => say({ kind: "event", id, event }));
        checks.set(id, check);
        return check.first;
      }
      case "begin":
        return known(order.id).begin();
      case "snapshot":
        return known(order.id).snapshot();
      case "lookups":
        return (await known(order.id).lookups()).map(({ subjects, facts }) => ({ subjects, facts }));
      case "lookAtOwnNetwork":
      case "lookAtResolvers":
        return checker[order.kind]();
    }
  }

  port.on("message", (order: Order) => {
    if ("call" in order)
      answer(order).then(
        (value) => say({ kind: "answer", call: order.call, value }),
        (error: unknown) => say({ kind: "fault", call: order.call, error }),
      );
    else if (order.kind === "stop") checks.get(order.id)?.stop();
    else checks.delete(order.id);
  });
  await Promise.race([vantage.ready, setTimeout(GUARD_MS, undefined, { ref: false })]);
  say({ kind: "ready" });
}

/** On Linux each thread has a priority of its own. Elsewhere all of them keep the process's. */
function standBack(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)), NICENESS);
  } catch {
    // As good as it was.
  }
}
