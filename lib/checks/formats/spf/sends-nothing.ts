import type { FailedLookup } from "../../facts/lookup.ts";
import type { SpfWalk } from "../../facts/spf.ts";
import { isMechanism } from "./spf-syntax.ts";

/**
 * Whether the domain says that no address sends its mail: its first mechanism is `-all` (RFC 7208 section 10.1.2).
 * The question itself where that got no answer.
 */
export function sendsNothing(walk: SpfWalk | undefined): boolean | FailedLookup {
  if (!walk) return false;
  const { lookup, records, parsed } = walk.root;
  if (lookup.kind === "failed") return lookup;
  if (records.length !== 1 || !parsed || parsed.errors.length > 0) return false;
  const first = parsed.terms.find(isMechanism);
  return first?.kind === "all" && first.qualifier === "-";
}
