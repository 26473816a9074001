import type { Evidence } from "../../facts/evidence.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";

/** Our words for what a DMARC policy means. */

const MEANS: Readonly<Record<string, string>> = {
  none: "receivers should treat mail that fails as usual and only report it",
  quarantine: "receivers should treat mail that fails as suspicious, for instance as spam",
  reject: "receivers should refuse mail that fails",
};

export const policyMeans = (policy: string | undefined): Text =>
  prose(MEANS[policy ?? ""] ?? "receivers decide by their own rules");

/** Where the record stands, if not at the domain itself. */
export const whereFrom = (e: Evidence): Text =>
  e.at?.[0] && e.at[0] !== e.domain?.[0] ? text` (by the record of ${e.at}, tag ${e.tag})` : [];

/** What receivers that still follow RFC 7489 make of `pct`: the rest of the mail gets the next milder policy (6.6.4). */
export function legacy(e: Evidence): Text {
  const [percent, policy] = [e.percent?.[0], e.effective?.[0]];
  if (percent === undefined || percent === "100") return [];
  const milder = policy === "reject" ? "quarantine" : "none";
  return percent === "0"
    ? text` Receivers that still follow RFC 7489 honour ${"pct=0"}: they apply ${milder} to all of the mail.`
    : text` Receivers that still follow RFC 7489 apply it to ${`${percent} %`} of the mail and ${milder} to the rest.`;
}

/** What receivers that still follow RFC 7489 do where there are several records (6.6.3). */
export const severalMeans = (e: Evidence): Text =>
  text` Receivers that still follow RFC 7489 stop there${e.effective?.[0] ? " and do not look at the parent domain" : ""}: they do not apply DMARC.`;

/** What else there is to know about the record: each a sentence of its own, after a space. */
export function remarks(e: Evidence): Text {
  return [
    ...(e.removed?.length
      ? text` RFC 9989 has removed ${e.removed}: receivers that follow it ignore that tag.${e.removed.includes("pct") ? text` For testing, use ${"t=y"} instead of ${"pct"}.` : []}`
      : []),
    ...(e.unknown?.length ? text` ${e.unknown} is not a defined tag: receivers ignore it.` : []),
    ...(e.flaws?.length ? text` ${e.flaws} is not valid: receivers use the default instead.` : []),
    ...(e.strict?.length
      ? text` Alignment is strict for ${e.strict}: the domain must be identical, not just in the same organization.`
      : []),
  ];
}
