import type { Action, Score, Status } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";

/** The word for what a receiver does, and the colour and icon it shares with the statuses. */
const ACTIONS: Readonly<Record<Action, readonly [Status, string]>> = {
  accept: ["pass", "Accepts"],
  penalise: ["warn", "Penalises"],
  defer: ["warn", "Defers"],
  reject: ["fail", "Rejects"],
  unknown: ["unknown", "Cannot tell"],
};

/** What a receiver does; for points, how many. */
export function ActionBadge({ action, score }: { readonly action: Action; readonly score?: Score }) {
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
