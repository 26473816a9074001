import type { DomainName } from "../net/domain-name.ts";
import type { LookupOf } from "./lookup.ts";

/** One question of a DNS tree walk (RFC 9989 section 4.10). */
export interface DmarcStep {
  /** The domain whose `_dmarc` was asked for. */
  readonly domain: DomainName;
  readonly lookup: LookupOf<"TXT">;
}

/** A host that reports are to be sent to, and whether it wants them. */
export interface DmarcReportHost {
  readonly host: DomainName;
  /** `<policy domain>._report._dmarc.<host>` (RFC 9990 section 4). */
  readonly authorization: LookupOf<"TXT">;
  /** The host's own walk: one of the same organization needs no authorization. */
  readonly walk: readonly DmarcStep[];
}

/** All that the DNS says about the DMARC policy of one domain. */
export interface DmarcPolicy {
  readonly domain: DomainName;
  /** The whole walk, asked at once; a `psd` tag may end it before its end. */
  readonly walk: readonly DmarcStep[];
  /** A CNAME at the domain's own `_dmarc`, which may not stand beside its record. */
  readonly alias?: LookupOf<"CNAME">;
  /** `_dmarc.<domain>.<domain>`, where a panel that appends the zone puts the record; asked where none applies. */
  readonly doubled?: LookupOf<"TXT">;
  /** Tells whether the domain exists: the policy for subdomains that do not is another one. */
  readonly existence: LookupOf<"MX">;
  /** At most five, of the policy that applies, outside its organization as far as the names tell. */
  readonly reportHosts: readonly DmarcReportHost[];
}
