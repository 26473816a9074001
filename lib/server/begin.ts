import { beginChecker } from "../service/checker/begin.ts";
import { keepLittleGarbage } from "./garbage.ts";

/** What goes before all else that the service loads. `checks` is the file that `startServer` is told, too. */
export function begin(checks: string): void {
  keepLittleGarbage();
  beginChecker(checks);
}
