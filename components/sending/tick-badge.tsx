import type { Tick } from "../../lib/checks/view.ts";
import { Badge, type Tone } from "../ui/badge.tsx";

const TICKS: Readonly<Record<Tick, readonly [Tone, string]>> = {
  done: ["pass", "Done"],
  missing: ["fail", "To do"],
  improve: ["warn", "Improve"],
  open: ["info", "Open"],
  waits: ["skipped", "Waits"],
  unknown: ["unknown", "Not known"],
  "not-needed": ["plain", "Not needed"],
};

/** What a line of a checklist has come to: icon, word and colour. */
export function TickBadge({ tick }: { readonly tick: Tick }) {
  const [tone, word] = TICKS[tick];
  return <Badge tone={tone}>{word}</Badge>;
}
