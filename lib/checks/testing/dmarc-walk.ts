import type { DmarcStep } from "../facts/dmarc.ts";
import { walkNames } from "../formats/dmarc/discovery.ts";
import { answer, failed, name, nxdomain } from "./facts.ts";

/** The DNS tree walk for a domain where these `_dmarc` records exist; null is a question without an answer. */
export function walkOf(
  domain: string,
  records: Readonly<Record<string, string | readonly string[] | null>>,
): DmarcStep[] {
  return walkNames(name(domain)).map((each) => {
    const found = records[each];
    const lookup = found === null ? failed() : found === undefined ? nxdomain : answer(...[found].flat());
    return { domain: each, lookup };
  });
}
