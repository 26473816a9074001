import type { Evidence } from "../signal.ts";
import { prose, type Text, text } from "../text.ts";

/** Our words for what a DMARC policy means. */

const MEANS: Readonly<Record<string, string>> = {
  none: "receivers are asked to do nothing about mail that fails, only to report it",
  quarantine: "receivers are asked to treat mail that fails with suspicion, as spam for instance",
  reject: "receivers are asked to refuse mail that fails",
};

export const policyMeans = (policy: string | undefined): Text => prose(MEANS[policy ?? ""] ?? "receivers decide alone");

/** Where the record stands, if not at the domain itself. */
export const whereFrom = (e: Evidence): Text =>
  e.at?.[0] && e.at[0] !== e.domain?.[0] ? text` (by the record of ${e.at}, tag ${e.tag})` : [];

/** What else there is to know about the record: each a sentence of its own, after a space. */
export function remarks(e: Evidence): Text {
  return [
    ...(e.removed?.length
      ? text` RFC 9989 has no ${e.removed} any more: receivers that follow it pass over that.${e.removed.includes("pct") ? text` What ${"pct"} was for is now ${"t=y"}.` : []}`
      : []),
    ...(e.unknown?.length ? text` Nobody defined ${e.unknown}: receivers pass over it.` : []),
    ...(e.flaws?.length ? text` Receivers cannot read ${e.flaws} and take the default instead.` : []),
    ...(e.strict?.length
      ? text` Alignment is strict for ${e.strict}: the domain has to be the very same, not one of the organization.`
      : []),
  ];
}
