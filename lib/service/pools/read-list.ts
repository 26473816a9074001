import { expandPool, type RejectedLine, readPoolInput } from "../../checks/index.ts";
import { vantage } from "../service-vantage.ts";

/** What can be said of a list before a name in it is looked up. */
export interface ListReading {
  readonly rejected: readonly RejectedLine[];
  /** Whether there is an address in it that may be looked at, or a name that may have some. */
  readonly isUsable: boolean;
}

/** Reads a list as a pool would, and asks nobody: a form that a link has filled in is read by this. */
export async function readList(text: string): Promise<ListReading> {
  const from = vantage();
  const { items, rejected } = readPoolInput({ text }, from);
  const ranges = items.filter(({ kind }) => kind === "range");
  const { entries, rejected: all } = await expandPool({ items: ranges, rejected }, from);
  return { rejected: all, isUsable: entries.length > 0 || items.length > ranges.length };
}
