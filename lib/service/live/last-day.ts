import { env } from "../env.ts";
import { keptUntil } from "../store/expiry.ts";

/** When a report will be gone (ISO 8601), where the operator has set `REPORT_DAYS`: else it stays. */
export function lastDayOf({ seenAt }: { readonly seenAt: string }): string | undefined {
  const { reportDays } = env();
  return reportDays === undefined ? undefined : new Date(keptUntil(seenAt, reportDays)).toISOString();
}
