import type { FailedLookup, Lookup } from "../../facts/lookup.ts";
import type { SpfWalk, SpfWalkReached, SpfWalkRecord } from "../../facts/spf.ts";
import type { Qualifier, SyntaxCode, Term } from "../../facts/spf-record.ts";
import { isMechanism } from "./spf-syntax.ts";

/** What a domain's SPF record is like for whoever sends, out of what the walk found. Pure. */
export interface SpfAnalysis {
  /** Worst first; a record without any is in order. */
  readonly findings: readonly SpfFinding[];
  /** Terms that ask the DNS, all includes counted, as a receiver counts that finds no match before the end. */
  readonly lookups: number;
  /** Terms whose question finds nothing, for any sender. */
  readonly voids: number;
  /** An include or redirect behind a macro: what stands there cannot be counted without the message. */
  readonly uncounted?: string;
  /** What becomes of everybody else: the qualifier of the `all` that is reached, in this record or by redirect. */
  readonly all: Qualifier | undefined;
  /** Octets of the root record, and of the whole reply that carried it. */
  readonly length: number;
  readonly replySize: number;
  /** Questions without an answer that could make the findings other than they are; with any, no verdict holds. */
  readonly open: readonly FailedLookup[];
}

/** The finding codes, worst first. Those before `plus-all` make an evaluation end in permerror. */
export const FINDINGS = [
  "none",
  "several-records",
  "syntax",
  "include-none",
  "redirect-none",
  "loop",
  "too-many-lookups",
  "too-many-mx",
  "too-many-voids",
  "plus-all",
  "equals-for-colon",
  "ends-open",
  "uses-ptr",
  "terms-after-all",
  "redirect-unused",
  "too-long",
] as const;
export type SpfFindingCode = (typeof FINDINGS)[number];

export interface SpfFinding {
  readonly code: SpfFindingCode;
  /** The domain whose record is concerned. */
  readonly domain: string;
  readonly term?: string;
  readonly syntax?: { readonly code: SyntaxCode; readonly at: number };
}

const UNTIDY: readonly SpfFindingCode[] = ["equals-for-colon", "uses-ptr", "terms-after-all", "redirect-unused"];

const MAX_LOOKUPS = 10;
const MAX_VOIDS = 2;
const MAX_MX = 10;
/** RFC 7208 section 3.4: a record of about 450 octets keeps the whole reply within the 512 of plain DNS over UDP. */
const COMFORTABLE_LENGTH = 450;
const PLAIN_UDP = 512;

export function analyseSpf(walk: SpfWalk): SpfAnalysis {
  const root = survey(walk.root, true);
  const length = walk.root.records[0]?.length ?? 0;
  const replySize = walk.root.lookup.kind === "failed" ? 0 : walk.root.lookup.size;
  const domain = walk.domain;
  const findings = [...root.findings];
  if (root.lookups > MAX_LOOKUPS) findings.push({ code: "too-many-lookups", domain });
  if (root.voids > MAX_VOIDS) findings.push({ code: "too-many-voids", domain });
  if (length > COMFORTABLE_LENGTH || (length > 0 && replySize > PLAIN_UDP)) findings.push({ code: "too-long", domain });
  const broken = findings.some(({ code }) => FINDINGS.indexOf(code) < FINDINGS.indexOf("plus-all"));
  if (!broken && root.ends && (root.all === undefined || root.all === "?"))
    findings.push({ code: "ends-open", domain });
  // A host that does not answer could only be one void more.
  const voidsOpen = root.voids <= MAX_VOIDS && root.voids + root.maybeVoid.length > MAX_VOIDS;
  return {
    findings: findings.toSorted((a, b) => FINDINGS.indexOf(a.code) - FINDINGS.indexOf(b.code)),
    lookups: root.lookups,
    voids: root.voids,
    ...(root.uncounted ? { uncounted: root.uncounted } : {}),
    all: root.all,
    length,
    replySize,
    open: [...root.failed, ...(voidsOpen ? root.maybeVoid.flat() : [])],
  };
}

interface Survey {
  readonly findings: SpfFinding[];
  uncounted?: string;
  lookups: number;
  voids: number;
  all: Qualifier | undefined;
  /** Whether we know how the record ends; not where a redirect leads out of sight. */
  ends: boolean;
  readonly failed: FailedLookup[];
  /** Terms that could be void, with what was asked for them in vain. */
  readonly maybeVoid: FailedLookup[][];
}

/** One record and all below it. Terms after `all` are never reached and cost nothing. */
function survey(record: SpfWalkRecord, isRoot: boolean): Survey {
  const { domain, lookup, records, parsed } = record;
  const found: Survey = { findings: [], lookups: 0, voids: 0, all: undefined, ends: true, failed: [], maybeVoid: [] };
  const note = (code: SpfFindingCode, more: Partial<SpfFinding> = {}) => found.findings.push({ code, domain, ...more });
  if (lookup.kind === "failed") {
    found.failed.push(lookup);
    return { ...found, ends: false };
  }
  if (records.length > 1) note("several-records");
  if (records.length === 0 && isRoot) note("none");
  for (const { text, code, at } of parsed?.errors ?? []) note("syntax", { term: text, syntax: { code, at } });

  const terms = parsed?.terms ?? [];
  const end = terms.findIndex(({ kind }) => kind === "all");
  for (const [i, term] of terms.entries()) {
    const reached = record.reached[i];
    const afterAll = end >= 0 && i > end && isMechanism(term);
    if (term.kind === "all" && i === end) {
      found.all = term.qualifier;
      if (term.qualifier === "+") note("plus-all", { term: term.text });
    } else if (afterAll) note("terms-after-all", { term: term.text });
    else if (term.kind === "redirect" && end >= 0) note("redirect-unused", { term: term.text });
    else if (reached) add(found, term, reached, domain);
    if (term.kind === "ptr" && !afterAll) note("uses-ptr", { term: term.text });
    if (term.kind === "other" && /^(include|ip4|ip6|a|mx|ptr|exists|all)$/.test(term.name))
      note("equals-for-colon", { term: term.text });
  }
  return found;
}

function add(found: Survey, term: Term, reached: SpfWalkReached, domain: string): void {
  found.lookups++;
  const note = (code: SpfFindingCode) => found.findings.push({ code, domain, term: term.text });
  if (term.kind === "redirect") found.ends = reached.kind === "record";
  if (reached.kind === "dynamic" && (term.kind === "include" || term.kind === "redirect"))
    found.uncounted ??= term.text;
  if (reached.kind === "loop") note("loop");
  if (reached.kind === "hosts" && [reached.a, reached.aaaa].every(isVoid)) found.voids++;
  if (reached.kind === "exists" && isVoid(reached.a)) found.voids++;
  if (reached.kind === "mx" && isVoid(reached.mx)) found.voids++;
  if (reached.kind === "mx" && reached.mx.kind === "answer" && reached.mx.records.length > MAX_MX) note("too-many-mx");
  if (reached.kind === "bad-name" && term.kind === "include") note("include-none");
  if (reached.kind === "bad-name" && term.kind === "redirect") note("redirect-none");
  if (reached.kind === "mx" && reached.mx.kind === "failed") found.failed.push(reached.mx);
  const unknown = hostLookups(reached).filter((lookup) => lookup.kind === "failed");
  if (unknown.length > 0 && !hostLookups(reached).some(({ kind }) => kind === "answer")) found.maybeVoid.push(unknown);
  if (reached.kind === "record") addRecord(found, term, reached.record, note);
}

function addRecord(found: Survey, term: Term, record: SpfWalkRecord, note: (code: SpfFindingCode) => void): void {
  const below = survey(record, false);
  if (below.uncounted) found.uncounted ??= below.uncounted;
  found.lookups += below.lookups;
  found.voids += below.voids;
  found.failed.push(...below.failed);
  found.maybeVoid.push(...below.maybeVoid);
  if (record.lookup.kind !== "failed" && record.records.length === 0)
    note(term.kind === "redirect" ? "redirect-none" : "include-none");
  if (term.kind === "redirect") {
    found.all = below.all;
    found.ends = below.ends;
  }
  // What is merely untidy in somebody else's record is not this domain's to mend.
  // One by one: a hostile record has more findings than a call may have arguments.
  for (const finding of below.findings)
    if (term.kind === "redirect" || !UNTIDY.includes(finding.code)) found.findings.push(finding);
}

const isVoid = (lookup: Lookup<unknown>) => lookup.kind === "nodata" || lookup.kind === "nxdomain";

function hostLookups(reached: SpfWalkReached): readonly Lookup<never>[] {
  if (reached.kind === "hosts") return [reached.a, reached.aaaa] as readonly Lookup<never>[];
  return reached.kind === "exists" ? [reached.a as Lookup<never>] : [];
}
