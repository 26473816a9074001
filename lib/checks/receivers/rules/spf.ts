import type { SpfEvaluation, SpfResult } from "../../facts/spf.ts";
import type { Known } from "../../findings/findings.ts";
import { type Hit, hit, perhaps } from "./score.ts";

type Scores = Readonly<Partial<Record<SpfResult, readonly [symbol: string, ...points: number[]]>>>;

/** What SPF of the sending domain adds: perhaps only, where that domain was read off a PTR name. */
export function spfHits({ sender, spf }: Pick<Known, "sender" | "spf">, scores: Scores): Hit[] {
  if (sender.domain === undefined) return [];
  return hitsOf(spf, scores, sender.origin === "ptr");
}

/** The same for the EHLO name, which is guessed where it is but the PTR name. */
export function heloSpfHits({ heloIdentity, heloSpf }: Pick<Known, "heloIdentity" | "heloSpf">, scores: Scores): Hit[] {
  if (heloIdentity.domain === undefined) return [];
  return hitsOf(heloSpf, scores, heloIdentity.origin === "ptr");
}

function hitsOf(evaluation: SpfEvaluation | undefined, scores: Scores, guessed: boolean): Hit[] {
  if (!evaluation || evaluation.unsettled.length > 0) return [];
  const scored = scores[evaluation.result];
  if (!scored) return [];
  const [symbol, ...points] = scored;
  return [(guessed ? perhaps : hit)(symbol, ...points)];
}
