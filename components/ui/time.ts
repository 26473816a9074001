/** "22 Nov 2026, 14:02:11 UTC": the same for every reader, as a page that never changes has to say it. */
export function utc(at: string | number): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
  return `${format.format(new Date(at))} UTC`;
}

/** "22 Nov 2026". */
export const utcDay = (at: string | number): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(at));
