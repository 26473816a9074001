import type { Scope } from "../define/signal.ts";
import type { FactName } from "../facts/facts.ts";
import type { Until } from "./until.ts";

/** What one look of a watch asks. */
interface LookFocus {
  /** What is judged, by the scope of the subject: the signal that decides, and what explains it. */
  readonly signals: Readonly<Partial<Record<Scope, readonly string[]>>>;
  /** The signals whose verdicts decide. */
  readonly decides: readonly string[];
  /** Gathered beside them, so that readers see who answers what. */
  readonly facts: readonly FactName[];
  /** The facts whose TTL says when another answer can be had. */
  readonly paced: readonly FactName[];
}

/**
 * A look is light: it asks what can change, and nothing else. `any-change` has no focus: whatever is judged may change, so
 * each of its looks is a whole check.
 */
const FOCUS: Readonly<Record<Exclude<Until, "any-change">, LookFocus>> = {
  ptr: {
    signals: { host: ["host-addresses"], server: ["reverse-dns"] },
    decides: ["reverse-dns"],
    facts: ["resolverViews"],
    paced: ["reverse", "resolverViews"],
  },
  confirmed: {
    signals: { host: ["host-addresses"], server: ["reverse-dns", "fcrdns"] },
    decides: ["fcrdns"],
    facts: ["resolverViews"],
    paced: ["reverse", "forward", "resolverViews"],
  },
  delisted: {
    signals: { host: ["host-addresses"], server: ["dnsbl"], domain: ["dnsbl-domain"] },
    decides: ["dnsbl", "dnsbl-domain"],
    facts: [],
    paced: ["dnsbl", "nameLists"],
  },
  "resolvers-agree": {
    signals: { host: ["host-addresses"], server: ["reverse-dns", "resolver-agreement"] },
    decides: ["resolver-agreement"],
    facts: [],
    paced: ["reverse", "resolverViews"],
  },
};

/** Undefined where a look is a whole check. */
export const focusOf = (until: Until): LookFocus | undefined => (until === "any-change" ? undefined : FOCUS[until]);
