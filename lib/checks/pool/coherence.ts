import { designOf, type Naming, namePattern } from "./naming.ts";
import { ODD_CODES, type OddCode, type PoolLook, type PoolRow } from "./pool.ts";
import type { NamingDesign, PoolOutcome, PoolRowStatus } from "./presented-pool.ts";
import { primaryOf } from "./primary-name.ts";

/** What was concluded of one address, in the light of the others. */
export interface JudgedRow {
  readonly row: PoolRow;
  readonly status: PoolRowStatus;
  /** Heaviest first. */
  readonly odd: readonly OddCode[];
}

/** What was concluded of a pool. */
export interface Coherence {
  readonly rows: readonly JudgedRow[];
  readonly status: "pass" | "warn" | "fail" | "unknown";
  readonly outcome: PoolOutcome;
  readonly naming: NamingDesign;
  /** The name that most addresses share, where some share one. */
  readonly shared: string | undefined;
  /** The organisational domain of most names. */
  readonly organisation: string | undefined;
  /** What most names look like, as `out{n}.example.com`; undefined where they have no pattern. */
  readonly pattern: { readonly name: string; readonly of: number } | undefined;
}

/**
 * Whether several addresses are one pool: pure, and the same for the same rows. Each address is judged by its own
 * verdicts; what only shows beside the others is added here: one organisation, and one naming design. Blocklists that
 * could not be asked, and servers that were not, count for nothing.
 */
export function judgePool(rows: readonly PoolRow[], over: boolean, from?: string): Coherence {
  const looked = rows.filter((row): row is PoolRow & { readonly look: PoolLook } => row.look !== undefined);
  const own = new Map(looked.map((row) => [row.index, ownFaults(row.look)]));
  const named = looked.flatMap((row) => primaryOf(row, own.get(row.index) ?? []) ?? []);
  const naming = designOf(named, from);
  const judged = rows.map((row): JudgedRow => {
    if (!row.look) return { row, status: "pending", odd: [] };
    const codes = new Set([...(own.get(row.index) ?? []), ...beside(row.index, naming)]);
    const odd = ODD_CODES.filter((code) => codes.has(code));
    return { row, status: statusOf(row.look, odd), odd };
  });
  return {
    rows: judged,
    ...conclude(judged, over),
    naming: naming.design,
    shared: naming.shared,
    organisation: naming.organisation,
    pattern: namePattern(named.map(({ name }) => name)),
  };
}

/** Signals that say nothing of the whole where they are open: lists that kept silent, servers that did. */
const MAY_BE_OPEN: ReadonlySet<string> = new Set(["dnsbl", "ehlo-name"]);

const WEIGHTS: readonly PoolRowStatus[] = ["pass", "unknown", "warn", "fail"];

/** The worst of its verdicts; an address that is odd only beside the others is a warning. */
function statusOf({ verdicts }: PoolLook, odd: readonly OddCode[]): PoolRowStatus {
  const all = verdicts.flatMap(({ signal, status }): PoolRowStatus[] => {
    if (status === "fail" || status === "warn") return [status];
    return status === "unknown" && !MAY_BE_OPEN.has(signal) ? ["unknown"] : [];
  });
  if (odd.length > 0) all.push("warn");
  return all.reduce<PoolRowStatus>(
    (worst, status) => (WEIGHTS.indexOf(status) > WEIGHTS.indexOf(worst) ? status : worst),
    "pass",
  );
}

/** Outcomes of a signal that make an address odd by itself. */
const FAULTS: Readonly<Record<string, (outcome: string, status: string) => OddCode | undefined>> = {
  "reverse-dns": (_, status) => (status === "fail" ? "no-ptr" : undefined),
  fcrdns: (_, status) => (status === "fail" ? "forward" : undefined),
  // A name that cannot be looked up can never resolve back.
  "ptr-hostname": (_, status) => (status === "fail" ? "forward" : undefined),
  "generic-ptr": (_, status) => (status === "warn" || status === "fail" ? "generic" : undefined),
  // A name that resolves to another address is a name that resolves: a shared one, as a rule.
  "ehlo-name": (outcome, status) =>
    (status === "warn" || status === "fail") && outcome !== "elsewhere" ? "ehlo" : undefined,
  dnsbl: (outcome, status) =>
    status === "warn" || status === "fail" || outcome === "listed-partly" ? "listed" : undefined,
  "ipv6-parity": (_, status) => (status === "warn" || status === "fail" ? "ipv6" : undefined),
};

/** What SPF says without letting the address send; what could not be found out is none of it. */
const NOT_LET: ReadonlySet<string> = new Set(["fail", "softfail", "neutral", "none", "permerror"]);

function ownFaults(look: PoolLook): readonly OddCode[] {
  return [
    ...look.verdicts.flatMap(({ signal, outcome, status }) => FAULTS[signal]?.(outcome, status) ?? []),
    ...(look.spf !== undefined && NOT_LET.has(look.spf) ? (["spf"] as const) : []),
  ];
}

const beside = (index: number, { odd }: Naming): readonly OddCode[] => odd.get(index) ?? [];

function conclude(rows: readonly JudgedRow[], over: boolean): Pick<Coherence, "status" | "outcome"> {
  const looked = rows.filter(({ status }) => status !== "pending");
  if (looked.length === 0) return { status: "unknown", outcome: over ? "nothing" : "pending" };
  const odd = looked.filter((row) => row.odd.length > 0);
  if (odd.length > 0) {
    const status = odd.some((row) => row.status === "fail") ? "fail" : "warn";
    const kinds = new Set(odd.map((row) => row.odd.join(" ")));
    if (kinds.size === 1 && kinds.has("name")) return { status, outcome: "mixed-naming" };
    const isSame = odd.length === looked.length && looked.length > 1 && kinds.size === 1;
    return { status, outcome: isSame ? "same-fault" : "odd" };
  }
  if (looked.some(({ status }) => status === "unknown")) return { status: "unknown", outcome: "partly" };
  // What every address has by itself, all of them alike or not, makes none of them odd.
  const isFaulty = looked.some(({ status }) => status === "fail" || status === "warn");
  return { status: isFaulty ? "warn" : "pass", outcome: "coherent" };
}
