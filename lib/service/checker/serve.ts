import { parentPort } from "node:worker_threads";
import type { Vantage } from "../../checks/index.ts";
import type { LookupMarks } from "../instances/wire.ts";
import { guardKnown } from "../service-vantage.ts";
import { standBack } from "../stand-back.ts";
import { checkHere, type PlacedCheck, type PlacedLooker } from "./checker.ts";
import type { Instruction, Order, Question, Told, Word } from "./messages.ts";

/** In a thread of its own: makes the checks that the thread which started it asks for. */
export async function serveChecks(vantage: Vantage): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("checks are served to another thread, and there is none");
  standBack();
  const say = (word: Word) => port.postMessage(word);
  const checker = checkHere(vantage);
  const checks = new Map<number, PlacedCheck>();
  const pools = new Map<number, PlacedLooker>();

  // Nothing is sent to anybody before; but a start does not wait for resolvers that do not answer.
  const guarded = guardKnown(vantage);

  async function answer(order: Question): Promise<unknown> {
    switch (order.kind) {
      case "prepare": {
        const { id, target, looking } = order;
        const news = createNews();
        const check = await checker.prepare(target, looking, (event) =>
          say({ kind: "event", id, json: JSON.stringify({ event, marks: news(check.lookups()) } satisfies Told) }),
        );
        checks.set(id, check);
        return check.first;
      }
      case "begin":
      case "snapshot":
        return known(checks, order.id)[order.kind]();
      case "look":
        return known(pools, order.id).look(order.entry);
      case "ask":
        return known(pools, order.id).ask(order.entry, order.look);
      case "errand": {
        // Which arguments belong to which name is seen to where they are put in.
        const errand = checker[order.name] as (...args: readonly unknown[]) => Promise<unknown>;
        return errand(...order.args);
      }
    }
  }

  function obey(order: Instruction): void {
    switch (order.kind) {
      case "pool":
        pools.set(order.id, checker.openPool(order.options));
        return;
      case "stop":
        checks.get(order.id)?.stop();
        pools.get(order.id)?.stop();
        return;
      case "forget":
        checks.delete(order.id);
        pools.delete(order.id);
    }
  }

  port.on("message", (order: Order) => {
    if (!("call" in order)) return obey(order);
    (isOfOwnNetwork(order) ? answer(order) : guarded.then(() => answer(order))).then(
      (value) => say({ kind: "answer", call: order.call, json: JSON.stringify(value) }),
      (error: unknown) => say({ kind: "fault", call: order.call, error }),
    );
  });
  say({ kind: "ready" });
}

/** How our resolvers are is asked before the guard knows anything: they may be why it does not. */
const isOfOwnNetwork = (order: Question): boolean =>
  order.kind === "errand" && (order.name === "lookAtResolvers" || order.name === "lookAtOwnNetwork");

/** Tells what is new of what has been looked up, since it was asked the last time. */
function createNews(): (lookups: readonly LookupMarks[]) => Told["marks"] {
  const told: number[] = [];
  return (lookups) =>
    lookups.flatMap(({ subjects, facts }, place) => {
      // Of both there are more and more.
      const count = subjects.length + facts.length;
      if (told[place] === count) return [];
      told[place] = count;
      return [[place, { subjects, facts }] as const];
    });
}

function known<T>(all: ReadonlyMap<number, T>, id: number): T {
  const one = all.get(id);
  if (!one) throw new Error(`there is no check ${id}`);
  return one;
}
