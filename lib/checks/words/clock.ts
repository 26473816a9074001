const MINUTE = 60_000;

/**
 * A moment as readers of a report want it: `14:32 UTC`, with the day where it is not that of `seenAt`. Rounded up to
 * the minute, because it is said of things that will have happened by then. Epoch milliseconds; pure.
 */
export function byTheClock(at: number, seenAt: number): string {
  const moment = new Date(Math.ceil(at / MINUTE) * MINUTE).toISOString();
  const [day = "", time = ""] = moment.split("T");
  const sameDay = new Date(seenAt).toISOString().startsWith(day);
  return `${time.slice(0, 5)} UTC${sameDay ? "" : ` on ${day}`}`;
}
