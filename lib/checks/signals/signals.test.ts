import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { plain } from "../net/safe-text.ts";
import { judge } from "../run/judge.ts";
import { deepFreeze } from "../testing/deep-freeze.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { signals } from "./index.ts";

test("every file is listed, under its own name", () => {
  const files = readdirSync(import.meta.dirname).filter((f) => f !== "index.ts" && !f.endsWith(".test.ts"));
  expect(signals.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

describe.each(signals.map((signal) => [signal.id, signal] as const))("%s", (_, signal) => {
  test("silence is unknown, never a verdict on the server", () => {
    expect(judge(signal, "subject", nothingAnswered).status).toBe("unknown");
  });
  // Those that did answer: frozen-facts.test.ts.
  test("leaves its facts alone where nothing answered, and judges them the same again", () => {
    const facts = deepFreeze(structuredClone(nothingAnswered));
    expect(judge(signal, "subject", facts)).toEqual(judge(signal, "subject", facts));
  });
  test("cites a standard", () => {
    expect(signal.references.length).toBeGreaterThan(0);
  });
  test("says why it matters, in a sentence", () => {
    expect(signal.why).toMatch(/^[A-Z].{20,}\.$/s);
  });
  test.each(Object.entries(signal.outcomes))(
    "%s speaks, even where an old report lacks its evidence",
    (_code, outcome) => {
      expect(plain(say(outcome.says, {}))).toMatch(/[.?]$/);
      if (outcome.status === "warn" || outcome.status === "fail") {
        expect(outcome.fix && plain(say(outcome.fix, {}).does).length).toBeGreaterThan(0);
        expect(outcome.whoCares && plain(say(outcome.whoCares, {})).length).toBeGreaterThan(0);
      }
    },
  );
  test("its commands can be shown without evidence", () => {
    expect(() => signal.reproduce?.({})).not.toThrow();
  });
});
