import { type Action, type Score, type Stance, stanceOf } from "../../lib/checks/view.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icon.tsx";

/** The word for what a receiver does, with the colour and the icon that go with it. */
const STANCES: Readonly<Record<Stance, readonly [Tone, IconName, string]>> = {
  // Nothing in the identity is against it: more than that cannot be seen from outside, so it is no green light.
  "no-objection": ["plain", "pass", "No objection"],
  "adds-points": ["warn", "plus", "Adds points"],
  defers: ["warn", "defer", "Defers"],
  refuses: ["fail", "fail", "Refuses"],
  "no-rule": ["plain", "skipped", "No rule"],
  "cannot-tell": ["unknown", "unknown", "Unknown"],
};

interface Props {
  readonly action: Action;
  readonly rule: string;
  readonly score?: Score;
}

/** What a receiver does; for points, how many. */
export function ActionBadge({ action, rule, score }: Props) {
  const stance = stanceOf({ action, rule });
  const [tone, icon, word] = STANCES[stance];
  return (
    <Badge tone={tone} icon={icon}>
      {stance === "adds-points" && score ? points(score) : word}
    </Badge>
  );
}

/** "+2.5 points", "+0.8 to 2.4 points", "up to +3 points". */
export function points({ least, most }: Score): string {
  const [low, high] = [short(least), short(most)];
  if (low === high) return `+${high} ${high === "1" ? "point" : "points"}`;
  return low === "0" ? `up to +${high} points` : `+${low} to ${high} points`;
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
