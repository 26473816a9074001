import { join } from "node:path";
import { beginThread } from "../../service/start-thread.ts";
import { CELLS } from "./messages.ts";

export const FRONT_FILE = join(import.meta.dirname, "serve.ts");
let begun: SharedArrayBuffer | undefined;

const newCells = () => new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT);

/** Has the thread in front load while the rest of the service is still to be loaded. */
export function beginFront(): void {
  begun = newCells();
  beginThread(FRONT_FILE, { workerData: { cells: begun } });
}

/** The numbers of the thread that was begun, once, for whoever takes it over; new ones for any other. */
export function cellsFor(file: string): SharedArrayBuffer {
  const cells = (file === FRONT_FILE && begun) || newCells();
  if (cells === begun) begun = undefined;
  return cells;
}
