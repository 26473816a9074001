import type { Pasted } from "../inbound/read-pasted.ts";
import { withoutWrongOptions } from "../service/request.ts";
import { vantage } from "../service/service-vantage.ts";
import { type Starting, start } from "./start.ts";

/**
 * Starts the check of what a pasted text names. What it says beside the address was not put in by anybody: a name that
 * cannot be looked up is left out rather than asked about.
 */
export async function startPasted(request: Request, { ask, context }: Pasted): Promise<Starting | undefined> {
  return ask && start(request, withoutWrongOptions(ask, vantage()), context);
}
