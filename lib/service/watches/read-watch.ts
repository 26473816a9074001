import type { PresentedWatch } from "../../checks/index.ts";
import { watches } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import { presentWatch } from "./present-watch.ts";

/** What there is under an id. */
export type WatchAt =
  | { readonly kind: "watch"; readonly watch: PresentedWatch }
  | { readonly kind: "gone" }
  | { readonly kind: "unknown" };

/** A watch by its id; `origin` is the one that links begin with. */
export async function readWatchAt(id: string, origin: string): Promise<WatchAt> {
  if (!isId(id)) return { kind: "unknown" };
  const kept = await watches();
  const watch = await kept.get(id);
  if (!watch) return { kind: "unknown" };
  if (watch === "gone") return { kind: "gone" };
  return { kind: "watch", watch: presentWatch(watch, await kept.events(id), origin) };
}

/** Whether a watch was there and nothing is left of it. */
export const isGone = async (id: string): Promise<boolean> => isId(id) && (await (await watches()).get(id)) === "gone";
