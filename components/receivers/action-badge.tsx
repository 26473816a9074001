import type { Action, Score } from "../../lib/checks/view.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icon-sprite.tsx";

/** The word for what a receiver does, with the colour and the icon that go with it. */
const ACTIONS: Readonly<Record<Action, readonly [Tone, IconName, string]>> = {
  // Nothing in the identity is against it: more than that cannot be seen from outside, so it is no green light.
  accept: ["plain", "pass", "No objection"],
  penalise: ["warn", "plus", "Adds points"],
  defer: ["warn", "defer", "Defers"],
  reject: ["fail", "fail", "Refuses"],
  unknown: ["unknown", "unknown", "Unknown"],
};

interface Props {
  readonly action: Action;
  readonly rule: string;
  readonly score?: Score;
}

/** What a receiver does; for points, how many. A rule that says that there is none is called that. */
export function ActionBadge({ action, rule, score }: Props) {
  if (rule.startsWith("no-rule"))
    return (
      <Badge tone="plain" icon="skipped">
        No rule
      </Badge>
    );
  const [tone, icon, word] = ACTIONS[action];
  return (
    <Badge tone={tone} icon={icon}>
      {action === "penalise" && score ? points(score) : word}
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
