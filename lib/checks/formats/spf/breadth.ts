import type { SpfWalk, SpfWalkRecord } from "../../facts/spf.ts";
import { family } from "../../net/address.ts";
import { type DomainName, isWithin, parseName } from "../../net/domain-name.ts";
import { isMechanism } from "./spf-syntax.ts";

/** From so few bits on a block is wider than what one sender has: 131,072 IPv4 addresses, an IPv6 registry block. */
const WIDE = { 4: 15, 6: 28 } as const;

/**
 * Services whose customers all send from the same addresses, by the names their documentation has people include. The
 * message's own domain is then proved by DKIM, not by SPF.
 */
const SHARED = [
  "amazonses.com",
  "sendgrid.net",
  "mailgun.org",
  "mcsv.net",
  "mandrillapp.com",
  "mtasv.net",
  "sparkpostmail.com",
  "sendinblue.com",
  "brevo.com",
  "mailjet.com",
  "smtp2go.com",
  "createsend.com",
  "cust-spf.exacttarget.com",
  "constantcontact.com",
  "_spf.google.com",
  "spf.protection.outlook.com",
  "zoho.com",
  "zoho.eu",
].map((text) => parseName(text) as DomainName);

export interface SpfBreadth {
  /** Blocks let in that are wider than one sender's, with the record they stand in. */
  readonly wide: readonly { readonly text: string; readonly domain: DomainName }[];
  /** Names of services with many customers whose records are included. */
  readonly shared: readonly DomainName[];
}

/** How many others a walked SPF record lets send beside its owner, as far as it was followed. */
export function breadthOf(walk: SpfWalk): SpfBreadth {
  const wide = new Map<string, SpfBreadth["wide"][number]>();
  const shared = new Set<DomainName>();
  const visit = ({ domain, parsed, reached }: SpfWalkRecord) => {
    // A record with an error lets nobody in.
    if (!parsed || parsed.errors.length > 0) return;
    const all = parsed.terms.findIndex(({ kind }) => kind === "all");
    for (const [i, term] of parsed.terms.entries()) {
      // What stands behind `all` is not reached, and a redirect only counts without it (RFC 7208 section 5.1).
      if (all >= 0 && (i > all || term.kind === "redirect")) continue;
      if (isMechanism(term) && term.qualifier !== "+") continue;
      if ("block" in term && term.block.bits <= WIDE[family(term.block.address)])
        wide.set(`${domain} ${term.text}`, { text: term.text, domain });
      const next = reached[i];
      if (next?.kind !== "record") continue;
      const service = SHARED.find((name) => isWithin(next.record.domain, name));
      if (service) shared.add(service);
      else visit(next.record);
    }
  };
  visit(walk.root);
  return { wide: [...wide.values()], shared: [...shared] };
}
