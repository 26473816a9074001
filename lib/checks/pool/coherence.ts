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

const isWarnOrFail = (_: string, status: string): boolean => status === "warn" || status === "fail";
const isFail = (_: string, status: string): boolean => status === "fail";

/** What makes an address odd by itself: the signal that tells, and with which outcomes it does. */
const FAULTS: Readonly<
  Record<string, { readonly code: OddCode; readonly isOdd: (outcome: string, status: string) => boolean }>
> = {
  "reverse-dns": { code: "no-ptr", isOdd: isFail },
  fcrdns: { code: "forward", isOdd: isFail },
  // A name that cannot be looked up can never resolve back.
  "ptr-hostname": { code: "forward", isOdd: isFail },
  "generic-ptr": { code: "generic", isOdd: isWarnOrFail },
  // A name that resolves to another address is a name that resolves: a shared one, as a rule.
  "ehlo-name": { code: "ehlo", isOdd: (outcome, status) => isWarnOrFail(outcome, status) && outcome !== "elsewhere" },
  dnsbl: { code: "listed", isOdd: (outcome, status) => isWarnOrFail(outcome, status) || outcome === "listed-partly" },
  "ipv6-parity": { code: "ipv6", isOdd: isWarnOrFail },
};

/** What SPF says without letting the address send; what could not be found out is none of it. */
const NOT_LET: ReadonlySet<string> = new Set(["fail", "softfail", "neutral", "none", "permerror"]);

function ownFaults(look: PoolLook): readonly OddCode[] {
  return [
    ...look.verdicts.flatMap(({ signal, outcome, status }) => {
      const fault = FAULTS[signal];
      return fault?.isOdd(outcome, status) ? [fault.code] : [];
    }),
    ...(look.spf !== undefined && NOT_LET.has(look.spf) ? (["spf"] as const) : []),
  ];
}

/** What shows only beside the other addresses. */
export const BESIDE: readonly OddCode[] = ["organisation", "name"];
/** What depends on the PTR name. */
const OF_THE_NAME: readonly OddCode[] = ["no-ptr", "forward", "generic", "organisation", "name", "ipv6"];

/** What is not known of an address, because a question had no answer or was not asked. */
export function openCodes({ verdicts, ptr, isConfirmed, smtp, spf }: PoolLook): readonly OddCode[] {
  const codes = new Set<OddCode>([
    ...verdicts.flatMap(({ signal, status }) => (status === "unknown" ? (FAULTS[signal]?.code ?? []) : [])),
    ...(ptr ? [] : OF_THE_NAME),
    // Which of its names stands for the address rests on those that resolve back.
    ...(isConfirmed === null ? BESIDE : []),
    ...(smtp ? [] : (["ehlo"] as const)),
    ...(spf === undefined || spf === "temperror" ? (["spf"] as const) : []),
  ]);
  return ODD_CODES.filter((code) => codes.has(code));
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
