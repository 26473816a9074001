import { describe, expect, test } from "vitest";
import type { Status } from "../define/signal.ts";
import { oddOnesOut } from "./odd-one-out.ts";
import type { PresentedReport, PresentedVerdict } from "./presented.ts";

function report(statuses: readonly Status[]): Pick<PresentedReport, "subjects" | "verdicts"> {
  const subjects = statuses.map((_, i) => ({
    id: `s${i}`,
    address: `s${i}`,
    scope: "server" as const,
    signals: ["x"],
  }));
  const verdicts = statuses.map(
    (status, i) => ({ subject: `s${i}`, signal: "x", title: "X", status }) as PresentedVerdict,
  );
  return { subjects, verdicts };
}

describe("the odd one out", () => {
  test.each<[string, Status[], string | undefined]>([
    ["is nobody where all agree", ["pass", "pass", "pass"], undefined],
    ["is nobody alone", ["fail"], undefined],
    ["is the one against two", ["pass", "fail", "pass"], "s1 fail pass"],
    ["is the one that passes where the others fail", ["fail", "pass", "fail"], "s1 pass fail"],
    ["is the worse of two", ["pass", "fail"], "s1 fail pass"],
  ])("%s", (_, statuses, expected) => {
    const [odd] = oddOnesOut(report(statuses));
    expect(odd && `${odd.subjects} ${odd.status} ${odd.others}`).toBe(expected);
  });

  test("is looked for among addresses only", () => {
    const { subjects, verdicts } = report(["pass", "fail"]);
    expect(oddOnesOut({ subjects: subjects.map(({ address: _, ...rest }) => rest), verdicts })).toEqual([]);
  });
});
