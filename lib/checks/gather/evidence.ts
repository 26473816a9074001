import type { LookupEvidence, LookupOf, RecordType } from "../facts/lookup.ts";
import type { DomainName } from "../name.ts";
import type { AskOptions, DnsClient, Resolver } from "./dns/client.ts";
import { withoutKeys } from "./keys.ts";

type ReportedLookup = LookupEvidence & { readonly subjects: readonly string[] };

/**
 * The questions of one check. Asked twice, for two facts or two subjects, a question is sent once, answered once (also
 * when the answer is a failure) and counted once; the evidence remembers everything it was asked for.
 */
export function createQuestions(resolver: Resolver, options: QuestionOptions) {
  const asked = new Map<string, { lookup: Promise<LookupOf<RecordType>>; tags: Tag[]; evidence: ReportedLookup[] }>();
  const lookups: ReportedLookup[] = [];
  let spent = 0;
  const spend = () => spent < options.limit && ++spent > 0;

  function ask<K extends RecordType>(tag: Tag, name: DomainName, type: K, how?: AskOptions): Promise<LookupOf<K>> {
    const key = `${name} ${type} ${JSON.stringify(how ?? {})}`;
    const known = asked.get(key);
    if (known) {
      known.tags.push(tag);
      for (const entry of known.evidence) remember(entry, tag);
      return known.lookup as Promise<LookupOf<K>>;
    }
    const tags = [tag];
    const evidence: ReportedLookup[] = [];
    const record = (seen: Omit<LookupEvidence, "facts">) => {
      const entry: ReportedLookup = { ...hideKeys(seen, options.keys ?? []), facts: [], subjects: [] };
      for (const each of tags) remember(entry, each);
      evidence.push(entry);
      lookups.push(entry);
    };
    const lookup = resolver.client({ signal: options.signal, record, spend }).ask(name, type, how);
    asked.set(key, { lookup: lookup as Promise<LookupOf<RecordType>>, tags, evidence });
    return lookup;
  }

  return {
    /** Everything seen so far, in the order it came in. */
    lookups: lookups as readonly ReportedLookup[],
    /** A client whose evidence says which fact of which subject it was asked for. */
    clientFor: (subject: string, fact: string): DnsClient => ({
      ask: (name, type, how) => ask({ subject, fact }, name, type, how),
    }),
  };
}

export interface QuestionOptions {
  readonly signal: AbortSignal;
  /** Questions that may be sent. */
  readonly limit: number;
  /** The operator's keys, which some lists want as a part of the name: no reader ever sees them. */
  readonly keys?: readonly string[];
}

/** The only place where questions become evidence, and so the only one where keys are taken out of them. */
function hideKeys<T extends Omit<LookupEvidence, "facts">>(seen: T, keys: readonly string[]): T {
  if (keys.length === 0) return seen;
  return { ...seen, name: withoutKeys(seen.name, keys), records: seen.records.map((each) => withoutKeys(each, keys)) };
}

interface Tag {
  readonly subject: string;
  readonly fact: string;
}

function remember(entry: ReportedLookup, { subject, fact }: Tag): void {
  if (!entry.facts.includes(fact)) (entry.facts as string[]).push(fact);
  if (!entry.subjects.includes(subject)) (entry.subjects as string[]).push(subject);
}
