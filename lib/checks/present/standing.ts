import { ofProvider } from "./plan/identity.ts";
import type { PresentedReport, PresentedVerdict } from "./presented.ts";

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
  const open = stillOpen(verdicts);
  if (isCutOff(ended) || open.length === verdicts.length || open.some(({ signal }) => IDENTITY.includes(signal)))
    return "nothing-can-be-said";
  return open.length > 0 ? "nothing-found" : "nothing-to-fix";
}

/** What was not answered. Name and greeting of a shared sender are its provider's: nobody waits for them here. */
function stillOpen(verdicts: readonly PresentedVerdict[]): readonly PresentedVerdict[] {
  const isProviders = ofProvider(verdicts);
  return verdicts.filter((verdict) => verdict.status === "unknown" && !isProviders(verdict));
}

/** Whether a check did not come to its end. */
const isCutOff = (ended: PresentedReport["ended"]): boolean => ended !== undefined && ended !== "complete";

/** Whether only the EHLO name is missing, which the reader may be able to supply. */
export function lacksEhloOnly({ ended, verdicts }: Pick<PresentedReport, "ended" | "verdicts">): boolean {
  const missing = stillOpen(verdicts).filter(({ signal }) => IDENTITY.includes(signal));
  return !isCutOff(ended) && missing.length > 0 && missing.every(({ signal }) => signal === "ehlo-name");
}
