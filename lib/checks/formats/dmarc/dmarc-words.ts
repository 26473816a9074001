import type { Evidence } from "../../facts/evidence.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";

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

/** What receivers that still follow RFC 7489 make of `pct`: the rest of the mail gets the next milder policy (6.6.4). */
export function legacy(e: Evidence): Text {
  const [percent, policy] = [e.percent?.[0], e.effective?.[0]];
  if (percent === undefined || percent === "100") return [];
  const milder = policy === "reject" ? "quarantine" : "none";
  return percent === "0"
    ? text` Receivers that still follow RFC 7489 heed ${"pct=0"}: they apply ${milder} to all of it.`
    : text` Receivers that still follow RFC 7489 apply it to ${`${percent} %`} of the mail and ${milder} to the rest.`;
}

/** What receivers that still follow RFC 7489 do where there are several records (6.6.3). */
export const severalMeans = (e: Evidence): Text =>
  text` Receivers that still follow RFC 7489 look no further${e.effective?.[0] ? ", not even at the record above" : ""}: they do not apply DMARC at all.`;

/** What else there is to know about the record: each a sentence of its own, after a space. */
export function remarks(e: Evidence): Text {
  return [
    ...(e.removed?.length
      ? text` RFC 9989 has no ${e.removed} any more: receivers that follow it pass over that.${e.removed.includes("pct") ? text` ${"t=y"} is what ${"pct"} was mostly used for.` : []}`
      : []),
    ...(e.unknown?.length ? text` Nobody defined ${e.unknown}: receivers pass over it.` : []),
    ...(e.flaws?.length ? text` Receivers cannot read ${e.flaws} and take the default instead.` : []),
    ...(e.strict?.length
      ? text` Alignment is strict for ${e.strict}: the domain has to be the very same, not one of the organization.`
      : []),
  ];
}
