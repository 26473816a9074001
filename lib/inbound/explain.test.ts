import { describe, expect, test } from "vitest";
import { present } from "../checks/present.ts";
import { type Report, reportSchema } from "../checks/report.ts";
import type { ReportContext } from "../checks/report-context.ts";
import { fixtureReport } from "../checks/testing/fixture-report.ts";
import { plain } from "../checks/text.ts";
import { CAUSES, type CauseClass } from "./bounce/causes.ts";
import { causeWords, explain } from "./explain.ts";

const bounce = (cause: string, more: Partial<ReportContext> = {}): ReportContext => ({
  kind: "bounce",
  cause,
  codes: [],
  saw: {},
  ...more,
});
/** The fixture passes reverse-dns, fails fcrdns, warns at ehlo-name and spf. */
const explained = (context: ReportContext, more: Partial<Report> = {}) => {
  const report = reportSchema.parse({ ...fixtureReport, context, ...more });
  return explain(present(report, { id: "x", url: "" }));
};

describe("what they said beside what is so now", () => {
  test.each([
    ["a name there is now contradicts", "ptr_missing", "no"],
    ["a way back that is missing still confirms", "fcrdns_mismatch", "yes"],
    ["a policy of their own stays open", "local_policy", "open"],
    ["what is not about the server stays open", "mailbox_full", "open"],
    ["a cause of another version of the rules stays open", "no-such-cause", "open"],
  ])("%s", (_, cause, agrees) => {
    expect(explained(bounce(cause))?.now.agrees).toBe(agrees);
  });

  test("rows that are still to come keep it open", () => {
    expect(explained(bounce("ptr_missing"), { verdicts: [], state: "running" })?.now.agrees).toBe("open");
  });

  test("a signal that could not be checked neither confirms nor contradicts", () => {
    const { verdicts } = fixtureReport;
    const unknown = verdicts.map((v) =>
      v.signal === "reverse-dns" ? { ...v, status: "unknown" as const, outcome: "temperror" } : v,
    );
    expect(explained(bounce("ptr_missing"), { verdicts: unknown })?.now.agrees).toBe("open");
  });

  test("headers: each record has the row that shows it as it is now", () => {
    const context: ReportContext = {
      kind: "headers",
      codes: [],
      saw: { address: "203.0.113.10", name: "none", helo: "srv", spf: "fail" },
      below: 2,
    };
    const seen = explained(context)?.seen ?? [];
    expect(seen.map(({ row }) => row?.signal)).toEqual([undefined, "reverse-dns", "ehlo-name", "spf"]);
    expect(plain(seen[1]?.then ?? [])).toBe("none");
  });

  test("a report that was made from neither has nothing to explain", () => {
    expect(explain(present(fixtureReport, { id: "x", url: "" }))).toBeUndefined();
  });

  test("every cause has words, with and without a receiver, a list and codes", () => {
    for (const cause of Object.keys(CAUSES) as CauseClass[]) {
      const { said, means } = causeWords(
        bounce(cause, { receiver: "gmail", codes: ["550"], list: "dnsbl.sorbs.net", permanence: "temporary" }),
      );
      expect(plain(said)).toMatch(/^Gmail said with 550 that .*\.$/);
      expect(plain(means)).toMatch(/\.$/);
      expect(plain(causeWords(bounce(cause)).said)).toMatch(/^They said that .*\.$/);
    }
  });
});
