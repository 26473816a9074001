import type { Evidence, Fix, Outcome } from "../define/signal.ts";
import type { Lookup, LookupOf } from "../facts/lookup.ts";
import { txtLine } from "../formats/spf/publish.ts";
import { asName, type DomainName, organisationalDomain } from "../net/domain-name.ts";
import { readable } from "../net/octets.ts";
import { prose, type Text, text } from "../net/safe-text.ts";

/** What the signals about TXT records share: aliases at the name, aliases beside the record, the record to publish. */

/** Where the aliases of a name end; undefined where it has none, or nobody could be asked. */
export const aliasOf = (lookup: Lookup<unknown>): DomainName | undefined =>
  lookup.kind === "failed" ? undefined : lookup.aliases.at(-1);

/** The end of the aliases as evidence: what a fix at this name has to heed. */
export function aliasEvidence(lookup: Lookup<unknown>): Evidence {
  const end = aliasOf(lookup);
  return end ? { alias: [end], aliasEnds: [lookup.kind] } : {};
}

/**
 * An alias that stands beside a record of its own at one name. No other data may (RFC 1034 section 3.6.2, RFC 2181
 * section 10.1): which of the two a client gets depends on its resolver.
 */
export function aliasBeside(own: Lookup<unknown>, alias: LookupOf<"CNAME"> | undefined): DomainName | undefined {
  if (own.kind !== "answer" || own.aliases.length > 0 || alias?.kind !== "answer" || alias.name !== own.name)
    return undefined;
  return alias.records[0];
}

/** The outcome of every signal that finds one. `at` and `alias` are in the evidence. */
export const besideAlias: Outcome = {
  status: "warn",
  says: (e) =>
    text`${e.at} has both a record and an alias (CNAME) to ${e.alias}. A CNAME must be the only record at a name; what receivers find depends on their resolver.`,
  fix: (e) => ({
    who: "sender-dns",
    does: text`Keep only one of the two at ${e.at}: remove the CNAME record, or the TXT record if the one at ${e.alias} is the right one.`,
  }),
  whoCares: prose("Receivers use the record at the alias's target, and not this one."),
};

/**
 * A TXT record to be put at a name. Behind an alias nothing can be published (RFC 1034 section 3.6.2), so the fix is at
 * the alias's end, with whoever runs that, or takes the alias away.
 */
export function putAt(e: Evidence, owner: string, does: Text, value?: string): Fix {
  const alias = e.alias?.[0];
  if (!alias) return { who: "sender-dns", does, ...(value === undefined ? {} : { copy: txtLine(owner, value) }) };
  const runs = organisationalDomain(asName(alias)) ?? asName(alias);
  const own = e.domain?.[0] !== undefined && runs === organisationalDomain(asName(e.domain[0]));
  return own
    ? {
        who: "sender-dns",
        does: text`${owner} is an alias (CNAME) to ${alias}, so nothing can be published there. Publish the record at ${alias}, or replace the alias with the record.`,
        ...(value === undefined ? {} : { copy: txtLine(alias, value) }),
      }
    : {
        who: "sender-dns",
        does: text`${owner} is an alias (CNAME) to ${alias}, so nothing can be published there. Ask the operator of ${runs} to correct the record at ${alias}, or replace the alias with your own record.`,
      };
}

/** TXT records as evidence: octets as the text they were meant to be. */
export const shown = (records: readonly string[], most = 3): string[] => records.slice(0, most).map(readable);
