import type { LookupEvidence, LookupOf, RecordType } from "../facts/lookup.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { Budget } from "./budget.ts";
import type { AskOptions, DnsClient, Resolver } from "./dns/client.ts";
import { withoutKeys } from "./keys.ts";
import { createTurns, type Turn } from "./turns.ts";

/** Octets of records that are kept of one question; as many as they are, the rest is left out and counted. */
const MAX_RECORD_OCTETS = 8 * 1024;

type ReportedLookup = LookupEvidence & { readonly subjects: readonly string[] };

/**
 * The questions of one check. Asked twice, for two facts or two subjects, a question is sent once, answered once (also
 * when the answer is a failure) and paid for once; the evidence remembers everything it was asked for.
 */
export function createQuestions(resolver: Resolver, options: QuestionOptions) {
  const { signal, budget, keys = [] } = options;
  const asked = new Map<string, AskedOnce>();
  const lookups: ReportedLookup[] = [];
  const takeTurn = createTurns(signal);
  let room = options.octets;
  let leftOut = 0;

  /** As much of an entry as there is room for; none where there is no room for anything. */
  function keep(entry: ReportedLookup): void {
    const bare = octetsOf({ ...entry, records: [] });
    if (bare > room) {
      leftOut += octetsOf(entry);
      return;
    }
    const most = Math.min(MAX_RECORD_OCTETS, room - bare);
    const kept: string[] = [];
    let octets = 0;
    for (const record of entry.records) {
      const size = octetsOf(record) + 1;
      if (octets + size > most) break;
      octets += size;
      kept.push(record);
    }
    room -= bare + octets;
    leftOut += entry.records.slice(kept.length).reduce((sum, record) => sum + octetsOf(record), 0);
    (entry as { records: readonly string[] }).records = kept;
    lookups.push(entry);
  }

  function ask<K extends RecordType>(
    { rank, ...tag }: Tag & { rank: number },
    name: DomainName,
    type: K,
    how?: AskOptions,
  ): Promise<LookupOf<K>> {
    const key = `${name} ${type} ${JSON.stringify(how ?? {})}`;
    const known = asked.get(key);
    if (known) {
      if (rank < known.rank) known.turn.hurry();
      known.tags.push(tag);
      for (const entry of known.evidence) room -= remember(entry, tag);
      return known.lookup as Promise<LookupOf<K>>;
    }
    const tags = [tag];
    const evidence: ReportedLookup[] = [];
    const record = (seen: Omit<LookupEvidence, "facts">) => {
      const entry: ReportedLookup = { ...hideKeys(seen, keys), facts: [], subjects: [] };
      for (const each of tags) remember(entry, each);
      evidence.push(entry);
      keep(entry);
    };
    const turn = takeTurn(rank);
    const send = () => resolver.client({ signal, record, spend: budget.spendQuestion }).ask(name, type, how);
    const lookup = (turn.ready ? turn.ready.then(send) : send()).finally(turn.end);
    asked.set(key, { lookup: lookup as Promise<LookupOf<RecordType>>, tags, evidence, rank, turn });
    return lookup;
  }

  return {
    /** Everything seen so far, in the order it came in. */
    lookups: lookups as readonly ReportedLookup[],
    /** Octets of evidence for which there was no room. */
    leftOut: () => leftOut,
    /** Settles when a question of this rank would be sent: for work that has a deadline of its own from there. */
    turn: async (rank: number): Promise<void> => {
      const turn = takeTurn(rank);
      await turn.ready;
      turn.end();
    },
    /**
     * A client whose evidence says which fact of which subject it was asked for. Questions of rank 0 are sent at once,
     * others give way to those of a lower rank.
     */
    clientFor: (subject: string, fact: string, rank = 0): DnsClient => ({
      ask: (name, type, how) => ask({ subject, fact, rank }, name, type, how),
    }),
  };
}

export interface QuestionOptions {
  readonly signal: AbortSignal;
  /** What the check may still send. */
  readonly budget: Pick<Budget, "spendQuestion">;
  /** Octets of evidence that are kept. */
  readonly octets: number;
  /** The operator's keys, which some lists want as a part of the name: no reader ever sees them. */
  readonly keys?: readonly string[];
}

/** The only place where questions become evidence, and so the only one where keys are taken out of them. */
function hideKeys<T extends Omit<LookupEvidence, "facts">>(seen: T, keys: readonly string[]): T {
  if (keys.length === 0) return seen;
  return { ...seen, name: withoutKeys(seen.name, keys), records: seen.records.map((each) => withoutKeys(each, keys)) };
}

interface AskedOnce {
  readonly lookup: Promise<LookupOf<RecordType>>;
  readonly tags: Tag[];
  readonly evidence: ReportedLookup[];
  readonly rank: number;
  readonly turn: Turn;
}

interface Tag {
  readonly subject: string;
  readonly fact: string;
}

/** Returns the octets that this takes. */
function remember(entry: ReportedLookup, { subject, fact }: Tag): number {
  const add = (list: readonly string[], one: string) => {
    if (list.includes(one)) return 0;
    (list as string[]).push(one);
    return octetsOf(one) + 1;
  };
  return add(entry.facts, fact) + add(entry.subjects, subject);
}

const octetsOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
