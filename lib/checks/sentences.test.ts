import { describe, expect, test } from "vitest";
import { plain, type Text } from "./net/safe-text.ts";
import { exampleOutcome } from "./present/example-outcome.ts";
import { exampleRule } from "./present/example-rule.ts";
import { receivers } from "./receivers/index.ts";
import { signals } from "./signals/index.ts";

/** Somewhat more than the twenty words that a sentence should have: names of settings and reply codes count as words, too. */
const MOST_WORDS = 27;

/** Sentences with a value for each name in them; a full stop in a name or number ends none. */
const sentencesOf = (words: Text | undefined): string[] => plain(words ?? []).split(/(?<=[.?!])\s+(?=[A-Z‹“])/);
const tooLong = (...words: (Text | undefined)[]): string[] =>
  words.flatMap(sentencesOf).filter((sentence) => sentence.trim().split(/\s+/).length > MOST_WORDS);

describe("no sentence is too long to be read at once", () => {
  test.each(signals.map((signal) => [signal.id, signal] as const))("%s", (_, signal) => {
    const found = Object.keys(signal.outcomes).flatMap((code) => {
      const { says, fix, whoCares } = exampleOutcome(signal, code);
      return tooLong(says, fix?.does, whoCares);
    });
    expect([...found, ...tooLong([{ prose: signal.why }])]).toEqual([]);
  });
  test.each(receivers.map((receiver) => [receiver.id, receiver] as const))("%s", (_, receiver) => {
    expect(Object.keys(receiver.rules).flatMap((code) => tooLong(exampleRule(receiver, code).says))).toEqual([]);
  });
});
