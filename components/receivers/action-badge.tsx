import type { Action, Score, Status } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";

/** The word for what a receiver does, and the colour and icon it shares with the statuses. */
const ACTIONS: Readonly<Record<Action, readonly [Status, string]>> = {
  // Nothing in the identity is against it: more than that cannot be seen from outside.
  accept: ["pass", "No objection"],
  penalise: ["warn", "Adds points"],
  defer: ["warn", "Defers"],
  reject: ["fail", "Refuses"],
  unknown: ["unknown", "Cannot tell"],
};

interface Props {
  readonly action: Action;
  readonly rule: string;
  readonly score?: Score;
}

/** What a receiver does; for points, how many. A rule that says that there is none is called that. */
export function ActionBadge({ action, rule, score }: Props) {
  if (rule.startsWith("no-rule")) return <StatusBadge status="unknown">No rule</StatusBadge>;
  const [status, word] = ACTIONS[action];
  return <StatusBadge status={status}>{action === "penalise" && score ? points(score) : word}</StatusBadge>;
}

/** "+2.5 points", "+0.8 to 2.4 points", "up to +3 points". */
export function points({ least, most }: Score): string {
  const [low, high] = [short(least), short(most)];
  if (low === high) return `+${high} ${high === "1" ? "point" : "points"}`;
  return low === "0" ? `up to +${high} points` : `+${low} to ${high} points`;
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
