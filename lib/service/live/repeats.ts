import { env } from "../env.ts";
import { store } from "../store/current.ts";

/** A report that is shown instead of checking the same again so soon. */
export interface Repeated {
  readonly id: string;
  /** How old it is, in seconds. */
  readonly ageSeconds: number;
  /** When the same can be checked again, in seconds. */
  readonly againSeconds: number;
}

/** When a target may be checked again that was seen then, in seconds from now; 0 where it may be at once. */
export function againIn(seenAt: number): number {
  return Math.max(0, Math.ceil((seenAt + env().repeatSeconds * 1000 - Date.now()) / 1000));
}

/**
 * The report of an equal check that has just been made. One that was stopped, or broke off, is none: nobody has seen
 * what it would have found.
 */
export async function repeated(key: string): Promise<Repeated | undefined> {
  const { repeatSeconds } = env();
  if (repeatSeconds === 0) return undefined;
  const kept = await store();
  const last = await kept.lastOf(key, Date.now() - repeatSeconds * 1000);
  const row = last && (await kept.get(last.id));
  if (!row || !("report" in row) || row.report.ended === "cancelled" || row.report.ended === "interrupted")
    return undefined;
  const ageSeconds = Math.max(0, Math.floor((Date.now() - last.seenAt) / 1000));
  return { id: last.id, ageSeconds, againSeconds: Math.max(1, againIn(last.seenAt)) };
}
