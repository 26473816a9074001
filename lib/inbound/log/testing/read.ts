import { readLog } from "../read-log.ts";
import type { LogReading } from "../reading.ts";

/** What lines of a log give, on a day in 2026. */
export const readLines = (...lines: readonly string[]) => readLog(lines.join("\n"), new Date("2026-11-26T12:00:00Z"));

/** The only reading of lines. */
export function readingOf(...lines: readonly string[]): Partial<LogReading> {
  const { readings } = readLines(...lines);
  return readings.length === 1 && readings[0] ? readings[0] : { receiver: `${readings.length} readings` };
}
