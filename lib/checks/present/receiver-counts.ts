import type { PresentedReceiver } from "./receiver.ts";

/** What a receiver does as far as this report can tell, by how much it matters to a sender. */
export type Stance = "refuses" | "defers" | "adds-points" | "cannot-tell" | "no-objection" | "no-rule";

type Judged = Pick<PresentedReceiver, "action" | "rule">;

/** A rule that says that there is none is another thing than a rule whose answer is not known. */
export function stanceOf({ action, rule }: Judged): Stance {
  if (rule.startsWith("no-rule")) return "no-rule";
  switch (action) {
    case "reject":
      return "refuses";
    case "defer":
      return "defers";
    case "penalise":
      return "adds-points";
    case "accept":
      return "no-objection";
    case "unknown":
      return "cannot-tell";
  }
}

/** Each with the verb for one and for several. */
const WORDS: Readonly<Record<Stance, readonly [string, string]>> = {
  refuses: ["refuses", "refuse"],
  defers: ["defers", "defer"],
  "adds-points": ["adds spam points", "add spam points"],
  "no-objection": ["has no objection", "have no objection"],
  "no-rule": ["publishes no rule", "publish no rule"],
  "cannot-tell": ["is unknown", "are unknown"],
};
/** The order in which they are counted. */
const COUNTED = Object.keys(WORDS) as Stance[];
/** The worst first. */
const BY_WEIGHT: readonly Stance[] = ["refuses", "defers", "adds-points", "cannot-tell", "no-rule", "no-objection"];

export const heaviestFirst = (one: Judged, other: Judged): number =>
  BY_WEIGHT.indexOf(stanceOf(one)) - BY_WEIGHT.indexOf(stanceOf(other));

/** "9 of 19 refuse, 3 defer, 2 add spam points, 2 have no objection, 3 publish no rule": the same words everywhere. */
export function receiverCounts(receivers: readonly Judged[]): string {
  const all = Map.groupBy(receivers, stanceOf);
  return COUNTED.flatMap((stance) => {
    const n = all.get(stance)?.length ?? 0;
    return n > 0 ? [{ n, verb: WORDS[stance][n === 1 ? 0 : 1] }] : [];
  })
    .map(({ n, verb }, i) => (i === 0 ? `${n} of ${receivers.length} ${verb}` : `${n} ${verb}`))
    .join(", ");
}
