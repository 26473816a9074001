import type { Exhibit, TreeNode } from "../../facts/evidence.ts";
import type {
  SpfEvaluation,
  SpfRecordNode,
  SpfTermNode,
  SpfWalk,
  SpfWalkReached,
  SpfWalkRecord,
} from "../../facts/spf.ts";
import type { Term } from "../../facts/spf-record.ts";
import { isMechanism } from "./spf-syntax.ts";

/** The trees shown under SPF verdicts: records, their terms, what lies behind them, and what each costs. */

/** Terms shown of one record; the deciding one is always among them. */
const MAX_TERMS = 40;
/** Addresses in a row that did not match, shown one by one. */
const MAX_ROW = 3;

const lookups = (n: number) => (n === 0 ? [] : [`${n} ${n === 1 ? "lookup" : "lookups"}`]);

/** How check_host() came to its result, the branch that decided marked. */
export function evaluationTree({ root }: SpfEvaluation): Exhibit {
  const note = [root.result, ...lookups(root.lookups)].join(", ");
  return { kind: "tree", root: { label: root.domain, note, mark: true, children: evaluatedTerms(root, true) } };
}

/** `onPath`: whether this record is on the branch that decided; behind another include a match decides nothing. */
function evaluatedTerms({ terms, problem }: SpfRecordNode, onPath: boolean): TreeNode[] {
  // A record with a syntax error is not evaluated; what is wrong with it is all there is to see.
  if (problem?.code === "syntax" && terms.length === 0)
    return [{ label: problem.term ?? "", note: "cannot be read", mark: onPath }];
  return shorten(
    terms,
    ({ decided }) => decided,
    ({ outcome, record }) => !record && (outcome === "no-match" || outcome === "not-reached"),
    (term) => evaluatedTerm(term, onPath),
  );
}

const OUTCOMES: Readonly<Record<SpfTermNode["outcome"], string>> = {
  match: "matches",
  "no-match": "no match",
  temperror: "no answer",
  permerror: "cannot be evaluated",
  "not-reached": "not reached",
  ignored: "ignored",
};

function evaluatedTerm(term: SpfTermNode, onPath: boolean): TreeNode {
  const { text, outcome, target, record } = term;
  const mark = onPath && term.decided;
  const note = [
    OUTCOMES[outcome],
    ...(record ? [`its record says ${record.result}`] : []),
    ...(term.void ? ["leads nowhere"] : []),
    ...lookups(term.lookups),
  ].join(", ");
  const children = record ? evaluatedTerms(record, mark) : [];
  return {
    label: target !== undefined && !text.toLowerCase().includes(target) ? `${text} (${target})` : text,
    note,
    ...(mark ? { mark } : {}),
    ...(children.length > 0 ? { children } : {}),
  };
}

/** Everything behind a record, with what each term costs a receiver that finds no match before the end. */
export function walkTree({ root }: SpfWalk): Exhibit {
  const note = [`${costOf(root)} of 10 lookups`, ...recordFault(root)].join(", ");
  return { kind: "tree", root: { label: root.domain, note, children: walkedTerms(root) } };
}

function recordFault({ lookup, records }: SpfWalkRecord): string[] {
  if (lookup.kind === "failed") return ["no answer"];
  if (records.length === 0) return ["no SPF record"];
  return records.length > 1 ? [`${records.length} SPF records`] : [];
}

function walkedTerms({ parsed, reached }: SpfWalkRecord): TreeNode[] {
  const broken = (parsed?.errors ?? []).map(({ text }) => ({ label: text, note: "cannot be read", mark: true }));
  const terms = (parsed?.terms ?? []).map((term, i) => ({ term, behind: reached[i] }));
  const children = shorten(
    terms,
    () => false,
    ({ behind }) => !behind,
    ({ term, behind }) => walkedTerm(term, behind),
  );
  return [...broken.slice(0, MAX_ROW), ...children];
}

function walkedTerm(term: Term, behind: SpfWalkReached | undefined): TreeNode {
  if (!behind) return { label: term.text };
  const record = behind.kind === "record" ? behind.record : undefined;
  const cost = 1 + (record ? costOf(record) : 0);
  const note = [...lookups(cost), ...(record ? recordFault(record) : []), ...aside(behind)].join(", ");
  const children = record ? walkedTerms(record) : [];
  return { label: term.text, note, ...(children.length > 0 ? { children } : {}) };
}

function aside(reached: SpfWalkReached): string[] {
  if (reached.kind === "dynamic") return ["depends on the message"];
  if (reached.kind === "loop") return ["a loop"];
  if (reached.kind === "bad-name") return ["not a name that can be asked"];
  if (reached.kind === "left-out") return ["not followed"];
  const lookups =
    reached.kind === "hosts"
      ? [reached.a, reached.aaaa]
      : reached.kind === "mx"
        ? [reached.mx]
        : reached.kind === "exists"
          ? [reached.a]
          : [];
  if (lookups.some(({ kind }) => kind === "failed")) return ["no answer"];
  return lookups.length > 0 && lookups.every(({ kind }) => kind !== "answer") ? ["leads nowhere"] : [];
}

/** Terms that ask the DNS in a record and below, as far as evaluation can come: not beyond `all`. */
export function costOf(record: SpfWalkRecord): number {
  const terms = record.parsed?.terms ?? [];
  const all = terms.findIndex(({ kind }) => kind === "all");
  return terms.reduce((sum, term, i) => {
    const reached = record.reached[i];
    if (!reached || (all >= 0 && (i > all || !isMechanism(term)))) return sum;
    return sum + 1 + (reached.kind === "record" ? costOf(reached.record) : 0);
  }, 0);
}

/** Rows of plain terms are drawn together, and long records cut, around what must be seen. */
function shorten<T>(
  all: readonly T[],
  keep: (term: T) => boolean,
  plain: (term: T) => boolean,
  draw: (term: T) => TreeNode,
): TreeNode[] {
  const nodes: TreeNode[] = [];
  const more = (n: number) => ({ label: `… ${n} more ${n === 1 ? "term" : "terms"}` });
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (end < all.length && plain(all[end] as T)) end++;
    const row = all.slice(i, end);
    const shown = row.length > MAX_ROW + 1 ? row.slice(0, MAX_ROW) : row;
    nodes.push(...shown.map(draw), ...(shown.length < row.length ? [more(row.length - shown.length)] : []));
    if (end < all.length) nodes.push(draw(all[end] as T));
    i = end + 1;
  }
  if (nodes.length <= MAX_TERMS) return nodes;
  const kept = all.filter(keep).map(draw);
  return [...nodes.slice(0, MAX_TERMS - kept.length), ...kept, more(nodes.length - MAX_TERMS)];
}
