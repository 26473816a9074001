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
