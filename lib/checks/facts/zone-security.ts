import type { DomainName } from "../net/domain-name.ts";
import type { FailedLookup, LookupOf } from "./lookup.ts";

/** How the zone of the sending domain is signed, as far as questions of ordinary types tell. */
export type ZoneSecurity =
  | {
      readonly kind: "found";
      readonly zone: DomainName;
      /** In the zone above: how the zone's keys are vouched for. */
      readonly ds: LookupOf<"DS">;
      /** At the zone's apex, asked with checking disabled so that those that ended are seen; only where there is a DS. */
      readonly signatures?: LookupOf<"RRSIG">;
    }
  | { readonly kind: "failed"; readonly lookup: FailedLookup };
