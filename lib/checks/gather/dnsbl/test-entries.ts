import type { Failure, LookupOf } from "../../facts/lookup.ts";
import type { Vantage } from "../../facts/vantage.ts";

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
/** A test entry that fails is asked again after as long as it has been failing, within these bounds. */
const [SOONEST, LATEST] = [30 * SECOND, 3 * MINUTE];
/** A list whose test entry has been silent for so long is out of service. */
const OUT_OF_SERVICE = 10 * MINUTE;

interface Kept {
  readonly asking: Promise<LookupOf<"A">>;
  until: number;
  failingSince: number | undefined;
  /** Whether it has ever been as it should be. */
  wasRight: boolean;
}

/** Failures that say something about the list; the others are our own. */
const theirs: ReadonlySet<Failure> = new Set(["timeout", "servfail", "refused", "formerr", "malformed", "bogus"]);

const memories = new WeakMap<Vantage, TestEntries>();
export type TestEntries = ReturnType<typeof createTestEntries>;

/** The test entries (RFC 5782 section 5) that this vantage remembers; all its checks share them. */
export function testEntriesOf(vantage: Vantage): TestEntries {
  const known = memories.get(vantage) ?? createTestEntries(vantage.now);
  memories.set(vantage, known);
  return known;
}

export function createTestEntries(now: () => number) {
  const memory = new Map<string, Kept>();
  const isLasting = (kept: Kept | undefined) =>
    kept?.failingSince !== undefined && now() - kept.failingSince >= OUT_OF_SERVICE;
  const remembered = (key: string) => {
    const kept = memory.get(key);
    return kept && now() < kept.until ? kept : undefined;
  };

  function ask(key: string, isRight: (lookup: LookupOf<"A">) => boolean, send: () => Promise<LookupOf<"A">>): Kept {
    const { failingSince, wasRight = false } = memory.get(key) ?? {};
    const kept: Kept = { asking: send(), until: Number.POSITIVE_INFINITY, failingSince, wasRight };
    memory.set(key, kept);
    kept.asking.then((lookup) => {
      if (lookup.kind === "failed" && !theirs.has(lookup.reason)) {
        if (memory.get(key) === kept) memory.delete(key);
      } else if (lookup.kind === "failed") {
        kept.failingSince ??= now();
        kept.until = now() + Math.min(LATEST, Math.max(SOONEST, now() - kept.failingSince));
      } else {
        kept.failingSince = undefined;
        kept.wasRight ||= isRight(lookup);
        kept.until = now() + (isRight(lookup) ? HOUR : 10 * MINUTE);
      }
    });
    return kept;
  }

  return {
    /** Whether the entry is being asked for, or known well enough not to be asked now. */
    state(key: string): "unknown" | "asked" | "known" {
      const kept = remembered(key);
      return !kept ? "unknown" : kept.until === Number.POSITIVE_INFINITY ? "asked" : "known";
    },
    /** Whether it has been silent for so long that the list is out of service. */
    isLasting: (key: string): boolean => isLasting(memory.get(key)),
    /** Whether it has ever been as it should be, as far as this vantage remembers. */
    wasRight: (key: string): boolean => memory.get(key)?.wasRight ?? false,
    /** The entry: remembered for an hour, shortly where something is wrong, asked for with `send` otherwise. */
    async entry(
      key: string,
      isRight: (lookup: LookupOf<"A">) => boolean,
      send: () => Promise<LookupOf<"A">>,
    ): Promise<LookupOf<"A">> {
      for (;;) {
        const others = remembered(key);
        const kept = others ?? ask(key, isRight, send);
        const lookup = await kept.asking;
        // Another check asked, and was stopped before the answer came: that says nothing here.
        const stopped = others && lookup.kind === "failed" && !theirs.has(lookup.reason);
        if (!stopped) return lookup;
        if (memory.get(key) === others) memory.delete(key);
      }
    },
  };
}
