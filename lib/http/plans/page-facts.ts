import { lastDayOf } from "../../service/live/last-day.ts";
import type { FoundPlan } from "../../service/plans/read-plan.ts";
import { formQuery, valuesOf } from "./plan-form.ts";

/** What the page of a plan or a move says of itself. */
export function pageFacts(found: FoundPlan, origin: string) {
  const { id, input, state, seenAt, round, latest, rounds, checks } = found;
  const { kind } = input;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    ...{ kind, id, round, latest },
    url: `${origin}/${kind}/${id}`,
    running: state === "running",
    seenAt: iso(seenAt),
    rounds: rounds.map((one) => ({ round: one.round, seenAt: iso(one.seenAt) })),
    checks: checks.map((check) => ({
      ...{ side: check.side, address: check.address, state: check.state },
      ...(check.id === undefined ? {} : { id: check.id }),
      judged: check.report?.verdicts.length ?? 0,
      of: check.report?.subjects.reduce((sum, { signals }) => sum + signals.length, 0) ?? 0,
    })),
    keptUntil: lastDayOf({ seenAt: iso(rounds[0]?.seenAt ?? seenAt) }),
    // Sent by nobody yet: its problems, if rules have changed, are shown once it is.
    change: `/${kind}${(formQuery(kind, valuesOf(input)) ?? "").replace(/&?asked=1$/, "")}`,
  };
}

/** The round that a page's address asks for. Undefined is the latest; an address that names none there is has no page. */
export function roundIn(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}
