import { badgeOf, type PresentedReport } from "../checks/index.ts";

/**
 * Exit codes. 0 to 3 are those of monitoring plugins (OK, WARNING, CRITICAL, UNKNOWN), so that the command can be one;
 * those from 64 on are from sysexits.h.
 */
export const EXIT = {
  /** Nothing to do. */
  pass: 0,
  /** Some receivers trust this less. */
  warn: 1,
  /** Some receivers refuse mail because of this. */
  fail: 2,
  /** It could not be found out, or not all of it. */
  unknown: 3,
  /** What was asked for cannot be read. */
  usage: 64,
  /** A fault of ours. */
  fault: 70,
  /** A setting cannot be used. */
  settings: 78,
  /** Stopped by the user, as shells say it. */
  stopped: 130,
} as const;

/** The code of a report: what its badge says, in a number. */
export function exitOf({ seenAt, ended, headline, counts }: PresentedReport): number {
  if (ended === "cancelled") return EXIT.stopped;
  const at = Date.parse(seenAt);
  const { tone } = badgeOf({ seenAt: at, ended, headline, counts }, at);
  return tone === "grey" ? EXIT.unknown : EXIT[tone];
}
