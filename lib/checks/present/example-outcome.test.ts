import { expect, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import { signals } from "../signals/index.ts";
import { exampleOutcome } from "./example-outcome.ts";

test.each(signals.map((signal) => [signal.id, signal] as const))(
  "%s can be explained without a report",
  (_, signal) => {
    for (const code of Object.keys(signal.outcomes)) {
      const { says, fix, whoCares } = exampleOutcome(signal, code);
      for (const words of [says, fix?.does, whoCares]) {
        if (!words) continue;
        expect(plain(words), code).not.toMatch(/NaN|\[object|Invalid Date/);
        expect(words, code).not.toContainEqual({ code: "undefined" });
        expect(plain(words).trim(), code).not.toBe("");
      }
    }
  },
);
