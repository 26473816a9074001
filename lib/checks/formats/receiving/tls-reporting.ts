import { isHostname, parseName } from "../../net/domain-name.ts";
import { parseTagList, tagValue, trim } from "../tag-list.ts";

/** TLS reporting records (RFC 8460 section 3). Pure, and linear in the length of the text. */

export const isTlsReporting = (text: string): boolean => /^v=TLSRPTv1[ \t]{0,100}(?:;|$)/.test(text);

/** Where reports go, out of a record that `isTlsReporting`: what can be used, and what cannot. */
export function reportTargets(text: string): { usable: readonly string[]; unusable: readonly string[] } {
  const written = (tagValue(parseTagList(text), "rua") ?? "").split(",", 100).map(trim).filter(Boolean);
  return { usable: written.filter(isTarget), unusable: written.filter((uri) => !isTarget(uri)) };
}

function isTarget(uri: string): boolean {
  const host =
    /^mailto:[^@\s?!]{1,256}@([^@?!\s]{1,255})(?:\?\S{0,1000})?$/i.exec(uri)?.[1] ??
    /^https:\/\/([^/?#:@\s]{1,255})(?::[0-9]{1,5})?(?:[/?]\S{0,1000})?$/i.exec(uri)?.[1];
  const name = host === undefined ? undefined : parseName(host);
  return name !== undefined && isHostname(name);
}
