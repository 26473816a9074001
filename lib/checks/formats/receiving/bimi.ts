import type { FailedLookup } from "../../facts/lookup.ts";
import type { Bimi } from "../../facts/receiving.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { parseTagList, tagValue } from "../tag-list.ts";

/** BIMI assertion records (draft-brand-indicators-for-message-identification section 4). Pure, linear. */

export const isBimi = (text: string): boolean => /^v=BIMI1[ \t]{0,100}(?:;|$)/i.test(text);

export interface BimiRecord {
  /** `l=`, where the logo is. */
  readonly logo: string;
  /** `a=`, the evidence (a mark certificate) behind it. */
  readonly evidence: string;
  /** Both are empty: the domain says that it takes no part. */
  readonly declined: boolean;
  /** An `l=` or `a=` that is no https URI, or no `l=` at all. */
  readonly valid: boolean;
}

export function parseBimi(text: string): BimiRecord {
  const list = parseTagList(text);
  const [logo, evidence] = [tagValue(list, "l") ?? "", tagValue(list, "a") ?? ""];
  const isHttps = (uri: string) => /^https:\/\/[^\s/]{1,255}\/\S{1,2000}$/i.test(uri);
  const declined = logo === "" && (evidence === "" || evidence.toLowerCase() === "self");
  return { logo, evidence, declined, valid: isHttps(logo) && (evidence === "" || isHttps(evidence)) };
}

/** The record that counts: the domain's own, or its organisation's where it has none. */
export type EffectiveBimi =
  | { readonly kind: "record"; readonly at: DomainName; readonly records: readonly string[]; readonly read: BimiRecord }
  | { readonly kind: "failed"; readonly lookup: FailedLookup }
  | { readonly kind: "none" };

export function effectiveBimi({
  domain,
  record,
  organisation,
}: Pick<Bimi, "domain" | "record" | "organisation">): EffectiveBimi {
  for (const [at, lookup] of [
    [domain, record] as const,
    ...(organisation ? [[organisation.domain, organisation.record] as const] : []),
  ]) {
    if (lookup.kind === "failed") return { kind: "failed", lookup };
    const records = lookup.kind === "answer" ? lookup.records.filter(isBimi) : [];
    const [only] = records;
    if (only === undefined) continue;
    const read = parseBimi(only);
    return {
      kind: "record",
      at,
      records,
      read: records.length > 1 ? { ...read, valid: false, declined: false } : read,
    };
  }
  return { kind: "none" };
}

/** What is wrong with the octets of a logo: it has to be SVG Tiny PS (draft-svg-tiny-ps-abrotman section 2). */
export function logoFault(mediaType: string | undefined, body: string): "type" | "no-svg" | "not-tiny-ps" | undefined {
  if (mediaType !== "image/svg+xml") return "type";
  const start = body.indexOf("<svg");
  if (start < 0) return "no-svg";
  const end = body.indexOf(">", start);
  const element = body.slice(start, end < 0 ? undefined : end);
  return /baseProfile=["']tiny-ps["']/.test(element) ? undefined : "not-tiny-ps";
}
