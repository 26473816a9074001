import type { PresentedReport } from "./presented.ts";

/** What may be said where a report has nothing to fix. */
export type Standing =
  /** Everything was judged, and nothing is wrong. */
  | "nothing-to-fix"
  /** Nothing wrong was found, but not everything could be looked at. */
  | "nothing-found"
  /** What an identity rests on was not answered, or the check did not come to its end. */
  | "nothing-can-be-said";

/** Without these nobody can say whether receivers can tell who a server is. */
const IDENTITY: readonly string[] = ["reverse-dns", "ptr-hostname", "fcrdns", "ehlo-name", "host-addresses"];

/** Silence is never absence: what was not answered is not fine, and there may be much to fix. */
export function standingOf({ ended, verdicts }: Pick<PresentedReport, "ended" | "verdicts">): Standing {
  const open = verdicts.filter(({ status }) => status === "unknown");
  const cutOff = ended !== undefined && ended !== "complete";
  if (cutOff || open.length === verdicts.length || open.some(({ signal }) => IDENTITY.includes(signal)))
    return "nothing-can-be-said";
  return open.length > 0 ? "nothing-found" : "nothing-to-fix";
}
