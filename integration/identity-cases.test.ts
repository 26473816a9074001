import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { outcomesOf, readCases, reportOn, situationOf } from "../lib/checks/testing/situation.ts";

/*
 * Situations of people who run mail servers, kept outside the repository: skipped where they are absent. Their
 * expectations are coarse: a status, or part of an outcome, for each of the signals in question.
 */

const file = resolve(import.meta.dirname, "../../shared/cases/identity-cases.json");
const { holds } = existsSync(file) ? readCases(file) : { holds: [] };

/** `spf: fail/fail; spf-record: pass|info`; a bare `warn/cloud-default` names no signal. */
const expectations = (right: string): [signal: string, words: string[]][] =>
  right.split("; ").flatMap((part) => {
    const [, signal, words] = /^([a-z-]+): (.+)$/.exec(part) ?? [];
    return signal && words ? [[signal, words.split("|")]] : [];
  });

/** What has an outcome of its own since the file was written, and what it was counted as. */
const SINCE: Readonly<Record<string, string>> = {
  "/sends-and-takes-nothing": "null",
  // Shown as a fault of the record, in the row of the record.
  "/broken-record": "fail",
};

describe("situations that are judged rightly stay so", () => {
  const asked = holds.flatMap((each) => {
    const situation = situationOf(each);
    return situation ? [{ ...each, made: situation }] : [];
  });
  test.skipIf(asked.length === 0).each(asked)("$id", async ({ made, right }) => {
    const wanted = expectations(right);
    const outcomes = outcomesOf(
      await reportOn(made),
      wanted.map(([signal]) => signal),
    );
    for (const [signal, words] of wanted) {
      const said = outcomes[signal] ?? "nothing";
      const also = Object.entries(SINCE).flatMap(([since, word]) => (said.endsWith(since) ? [word] : []));
      expect(
        words.some((word) => said.includes(word) || also.includes(word)),
        `${signal} says ${said}`,
      ).toBe(true);
    }
  });
});
