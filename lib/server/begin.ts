import { beginChecker } from "../service/checker/begin.ts";
import { beginFront } from "./front/begin.ts";
import { keepLittleGarbage } from "./garbage.ts";

/**
 * What goes before all else that the service loads: its threads, which load beside it. `checks` and `dev` are what `startServer` is
 * told, too.
 */
export function begin(checks: string, { dev = false } = {}): void {
  keepLittleGarbage();
  beginChecker(checks);
  // As there: these have none.
  if (!dev && process.env.ROLE?.trim() !== "work") beginFront();
}
