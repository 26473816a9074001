import type { PresentedFix, PresentedVerdict } from "./present.ts";
import type { Party, Status } from "./signal.ts";
import { plain } from "./text.ts";

/**
 * The order in which fixes work: a PTR is often refused until the forward record is there, EHLO should say the PTR
 * name, SPF and the lists come after the name stands.
 */
const ORDER: readonly Party[] = ["forward-dns", "address-owner", "server", "sender-dns", "list", "us"];
const URGENCY: readonly Status[] = ["fail", "warn"];

/** The fixes of failed and warned verdicts: failures first, in working order; the same advice is given once. */
export function orderFixes(verdicts: readonly PresentedVerdict[]): PresentedFix[] {
  const fixes = verdicts
    .filter(({ status }) => URGENCY.includes(status))
    .flatMap(({ fix, status, signal, subject }) => (fix ? [{ status, fix: { ...fix, signal, subject } }] : []));
  const rank = (f: (typeof fixes)[number]) => URGENCY.indexOf(f.status) * ORDER.length + ORDER.indexOf(f.fix.who);
  const seen = new Set<string>();
  return fixes
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ fix }) => fix)
    .filter((fix) => {
      const advice = `${fix.who} ${plain(fix.does)} ${fix.copy ?? ""}`;
      return !seen.has(advice) && seen.add(advice);
    });
}
