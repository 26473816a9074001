import type { Status } from "../define/signal.ts";
import type { NameState } from "../findings/forward-confirmation.ts";
import type { Chain, ChainPoint, Relation } from "../report/report.ts";
import { outcomeOf } from "./outcome-of.ts";
import type { PresentedChain, PresentedEdge, PresentedPoint, PresentedVerdict, Row } from "./presented.ts";

/** Puts the verdicts' statuses and words to a stored chain. It decides nothing: every box and edge names its signal. */
export function presentChain(chain: Chain, rows: readonly Row[]): PresentedChain {
  const { subject, address } = chain;
  const verdictOf = (signal: string): PresentedVerdict | undefined =>
    rows.find(
      (row): row is PresentedVerdict => row.subject === subject && row.signal === signal && row.status !== "pending",
    );
  const pending = (signal: string) => rows.some((row) => row.subject === subject && row.signal === signal);

  const shown = (signal: string, stored: Relation | undefined): PresentedEdge & { readonly relation: Relation } => {
    const verdict = verdictOf(signal);
    if (verdict) return { signal, status: verdict.status, says: shortOf(verdict), relation: relationOf(verdict) };
    if (pending(signal)) return { signal, status: "pending", says: "not judged yet", relation: "unknown" };
    // An older report that did not judge this yet: what it drew then is all there is.
    const relation = stored ?? "unknown";
    return { signal, status: STORED[relation], says: SHORT_BY_STATUS[STORED[relation]], relation };
  };
  const box = (point: ChainPoint, signal: string): PresentedPoint => ({
    label: point.label,
    ...shown(point.signal ?? signal, point.relation),
    ...(point.detail ? { detail: point.detail } : {}),
  });
  const edge = (signal: string, stored?: Relation): PresentedEdge => {
    const { relation: _, ...rest } = shown(signal, stored);
    return rest;
  };

  // A certificate that has expired matches nothing, whatever names it has.
  const checkOf = ({ label, signal = CHECK_LABELS[label] ?? label }: ChainPoint): string =>
    signal === "certificate-name" && verdictOf("certificate-trust")?.status === "warn" ? "certificate-trust" : signal;

  const back = shown(chain.edges?.back ?? "fcrdns", chain.back);
  return {
    subject,
    address,
    names: chain.names.map((point, i) => nameBox(point, i, box)),
    addresses: chain.addresses.map((point) => ({
      ...box(point, "fcrdns"),
      says: point.label === address ? "the same address" : "another address of the name",
    })),
    back: back.relation,
    hangers: chain.hangers.map((point) => box({ ...point, signal: checkOf(point) }, point.label)),
    edges: {
      ptr: edge(chain.edges?.ptr ?? "reverse-dns"),
      forward: edge(chain.edges?.forward ?? "fcrdns", chain.back),
      back: edge(chain.edges?.back ?? "fcrdns", chain.back),
    },
  };
}

/** A PTR name: the first one shows whether any resolves back, the others that there are several. */
function nameBox(
  point: ChainPoint,
  i: number,
  box: (point: ChainPoint, signal: string) => PresentedPoint,
): PresentedPoint {
  const shown = box(point, point.label === "" ? "reverse-dns" : i === 0 ? "fcrdns" : "single-ptr");
  const state = point.state ?? (point.relation && STATES[point.relation]);
  if (shown.signal !== "single-ptr" || !state) return shown;
  return { ...shown, says: NAME_SAYS[state], relation: NAME_RELATIONS[state] };
}

const NAME_SAYS: Readonly<Record<NameState, string>> = {
  confirmed: "resolves back as well",
  elsewhere: "resolves elsewhere",
  "no-address": "has no matching address",
  nxdomain: "does not exist",
  unknown: "not known where it resolves to",
};
const NAME_RELATIONS: Readonly<Record<NameState, Relation>> = {
  confirmed: "same",
  elsewhere: "unrelated",
  "no-address": "unrelated",
  nxdomain: "unrelated",
  unknown: "unknown",
};
const STATES: Readonly<Partial<Record<Relation, NameState>>> = {
  same: "confirmed",
  unrelated: "elsewhere",
  unknown: "unknown",
};

/** The signals behind the points of older reports, which do not name them. */
const CHECK_LABELS: Readonly<Record<string, string>> = {
  greeting: "greeting-name",
  ehlo: "ehlo-name",
  certificate: "certificate-name",
  spf: "spf",
};
const STORED: Readonly<Record<Relation, Status>> = {
  same: "pass",
  "same-organisation": "info",
  unrelated: "info",
  missing: "skipped",
  unknown: "unknown",
};

const shortOf = (verdict: PresentedVerdict): string => outcomeOf(verdict)?.short ?? SHORT_BY_STATUS[verdict.status];
const SHORT_BY_STATUS: Readonly<Record<Status, string>> = {
  pass: "in order",
  info: "worth knowing",
  warn: "some receivers mind",
  fail: "at fault",
  skipped: "nothing to compare",
  unknown: "not known",
};

/** What `relation` has always said of an outcome; of others, what their status comes to. */
const RELATIONS: Readonly<Record<string, Readonly<Record<string, Relation>>>> = {
  "reverse-dns": { none: "missing", "alias-to-nothing": "missing" },
  "greeting-name": {
    "same-organisation": "same-organisation",
    unrelated: "unrelated",
    masked: "unknown",
    nameless: "unknown",
    alone: "unknown",
    "not-listening": "unknown",
  },
  "ehlo-name": { "same-organisation": "same-organisation", "leads-back": "unrelated", alone: "unknown" },
  "certificate-name": {
    "same-organisation": "same-organisation",
    unrelated: "unrelated",
    nameless: "unrelated",
    "nothing-to-compare": "unknown",
  },
  spf: { none: "missing", neutral: "unrelated", "inferred-softfail": "unrelated", "broken-record": "unrelated" },
};
const BY_STATUS: Readonly<Record<Status, Relation>> = {
  pass: "same",
  info: "same-organisation",
  warn: "unrelated",
  fail: "unrelated",
  skipped: "missing",
  unknown: "unknown",
};
const relationOf = ({ signal, outcome, status }: PresentedVerdict): Relation =>
  RELATIONS[signal]?.[outcome] ?? BY_STATUS[status];
