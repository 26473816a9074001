import type {
  SpfEvaluation,
  SpfRecordNode,
  SpfTermNode,
  SpfWalk,
  SpfWalkReached,
  SpfWalkRecord,
} from "../facts/spf.ts";
import type { Exhibit, TreeNode } from "../signal.ts";
import { isMechanism, type Term } from "./record.ts";

/** The trees shown under SPF verdicts: records, their terms, what lies behind them, and what each costs. */

/** Terms shown of one record; the deciding one is always among them. */
const MAX_TERMS = 40;
/** Addresses in a row that did not match, shown one by one. */
const MAX_ROW = 3;

const lookups = (n: number) => (n === 0 ? [] : [`${n} ${n === 1 ? "lookup" : "lookups"}`]);

/** How check_host() came to its result, the branch that decided marked. */
export function evaluationTree({ root }: SpfEvaluation): Exhibit {
  return { kind: "tree", root: { ...evaluatedRecord(root), mark: true } };
}

function evaluatedRecord({ domain, result, lookups: n, terms }: SpfRecordNode): TreeNode {
  const children = shorten(terms, (term) => term.decided, isPlainMiss, evaluatedTerm);
  return { label: domain, note: [result, ...lookups(n)].join(", "), children };
}

const OUTCOMES: Readonly<Record<SpfTermNode["outcome"], string>> = {
  match: "matches",
  "no-match": "no match",
  temperror: "no answer",
  permerror: "cannot be evaluated",
  "not-reached": "not reached",
  ignored: "ignored",
};

function evaluatedTerm({ text, outcome, lookups: n, void: empty, decided, target, record }: SpfTermNode): TreeNode {
  const note = [OUTCOMES[outcome], ...(empty ? ["leads nowhere"] : []), ...lookups(n)].join(", ");
  const asked = target !== undefined && !text.toLowerCase().includes(target) ? ` (${target})` : "";
  return {
    label: `${text}${asked}`,
    note,
    ...(decided ? { mark: true } : {}),
    ...(record ? { children: [evaluatedRecord(record)] } : {}),
  };
}

const isPlainMiss = ({ outcome, record }: SpfTermNode) =>
  !record && (outcome === "no-match" || outcome === "not-reached");

/** Everything behind a record, with what each term costs a receiver that finds no match before the end. */
export function walkTree({ root }: SpfWalk): Exhibit {
  return { kind: "tree", root: walkedRecord(root) };
}

function walkedRecord(record: SpfWalkRecord): TreeNode {
  const { domain, lookup, records, parsed } = record;
  if (lookup.kind === "failed") return { label: domain, note: "no answer" };
  if (records.length !== 1)
    return { label: domain, note: records.length === 0 ? "no SPF record" : `${records.length} records` };
  const terms = (parsed?.terms ?? []).map((term, i) => ({ term, reached: record.reached[i] }));
  const broken = (parsed?.errors ?? []).map(({ text }) => ({ label: text, note: "cannot be read", mark: true }));
  const children = shorten(
    terms,
    () => false,
    ({ reached }) => !reached,
    walkedTerm,
  );
  return { label: domain, note: `${costOf(record)} lookups`, children: [...broken, ...children] };
}

function walkedTerm({ term, reached }: { term: Term; reached: SpfWalkReached | undefined }): TreeNode {
  if (!reached) return { label: term.text };
  const cost = 1 + (reached.kind === "record" ? costOf(reached.record) : 0);
  const note = [...lookups(cost), ...aside(reached)].join(", ");
  return {
    label: term.text,
    note,
    ...(reached.kind === "record" ? { children: [walkedRecord(reached.record)] } : {}),
  };
}

function aside(reached: SpfWalkReached): string[] {
  if (reached.kind === "dynamic") return ["depends on the message"];
  if (reached.kind === "loop") return ["leads back to itself"];
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
