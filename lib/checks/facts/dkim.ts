import type { DomainName } from "../net/domain-name.ts";
import type { LookupOf } from "./lookup.ts";

/** What stands under one selector. */
export interface DkimSelector {
  readonly selector: string;
  /** Named by the reader; the others are guesses. */
  readonly given: boolean;
  readonly lookup: LookupOf<"TXT">;
  /** A CNAME at the same name; asked for the selectors given. */
  readonly alias?: LookupOf<"CNAME">;
  /** `<selector>._domainkey.<domain>.<domain>`, where a panel that appends the zone puts it; asked where none is found. */
  readonly doubled?: LookupOf<"TXT">;
}

/** The DKIM keys of one domain, as far as they can be found. */
export interface DkimKeys {
  readonly domain: DomainName;
  readonly selectors: readonly DkimSelector[];
  /** A selector that nobody has: an answer means that every selector answers. */
  readonly control: LookupOf<"TXT">;
}
