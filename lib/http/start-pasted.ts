import type { Pasted } from "../inbound/read-pasted.ts";
import type { AskFields } from "../service/request.ts";
import { type Starting, start } from "./start.ts";

/**
 * Starts the check of what a pasted text names. What it says beside the address was not put in by anybody: a name that
 * cannot be looked up is left out rather than asked about.
 */
export async function startPasted(request: Request, { ask, context }: Pasted): Promise<Starting | undefined> {
  if (!ask) return undefined;
  const first = await start(request, ask, context);
  if (first.ok || first.code !== "invalid-target" || first.problems.some(({ field }) => field === "target"))
    return first;
  const wrong = new Set(first.problems.map(({ field }) => field));
  const fields = Object.fromEntries(Object.entries(ask).filter(([field]) => !wrong.has(field)));
  return start(request, { target: ask.target, ...fields } satisfies AskFields, context);
}
