import type { Finding, Signal } from "../define/signal.ts";
import { pick } from "../derive/index.ts";
import type { Known, KnownName } from "../findings/findings.ts";
import { nothingAnswered } from "./nothing-answered.ts";

/** What a signal concludes from these facts, all others being without an answer. For table tests. */
export const concludes = <Need extends KnownName, Code extends string>(
  signal: Signal<Need, Code>,
  known: Partial<Known>,
): Finding<Code> => signal.judge(pick({ ...nothingAnswered, ...known }, signal.needs));
