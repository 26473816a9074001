import { describe, expect, test } from "vitest";
import { plain } from "../checks/net/safe-text.ts";
import { present } from "../checks/present/present.ts";
import type { ReportContext } from "../checks/report/context.ts";
import { type Report, reportSchema } from "../checks/report/report.ts";
import { fixtureReport } from "../checks/testing/fixture-report.ts";
import { CAUSES, type CauseClass } from "./bounce/causes.ts";
import { causeWords, explain, meaningsOf } from "./explain.ts";

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
    ["a forward lookup that fails still confirms", "fcrdns_mismatch", "yes"],
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

  test.each([
    ["without the word that was said, nothing is concluded about it", { saw: {} }, "open"],
    [
      "a word that is a mere setting is not judged by what the server answers",
      { saw: { helo: "mail.example.com" } },
      "open",
    ],
  ])("HELO: %s", (_, more, agrees) => {
    const passing = fixtureReport.verdicts.map((v) =>
      v.signal === "ehlo-name" ? { ...v, status: "pass" as const, outcome: "same" } : v,
    );
    const now = explained(bounce("helo_not_fqdn", more), { verdicts: passing })?.now;
    expect(now?.agrees).toBe(agrees);
    expect(plain(now?.says ?? [])).not.toContain("It is not so now");
  });

  test("an EHLO name that could not be looked up now is not one that resolves", () => {
    const verdicts = fixtureReport.verdicts.map((v) =>
      v.signal === "ehlo-name" ? { ...v, status: "unknown" as const, outcome: "temperror" } : v,
    );
    const now = explained(bounce("helo_unresolvable", { saw: { helo: "mail.example.com" } }), { verdicts })?.now;
    expect(now?.agrees).toBe("open");
  });

  test.each([
    ["a list that answered and does not have it contradicts", "zen.spamhaus.org", {}, "no"],
    ["one without an answer of its own leaves it open", "zen.spamhaus.org", { absent: ["spamhaus-zen"] }, "open"],
    ["so does one that wants a key", "sbl.spamhaus.org", { keyless: ["spamhaus-zen"] }, "open"],
    ["and one that nobody asked", "bl.example.net", {}, "open"],
  ])("a blocklist: %s", (_, list, evidence, agrees) => {
    const [verdict] = fixtureReport.verdicts;
    if (!verdict) throw new Error("the fixture has verdicts");
    const clean = { ...verdict, signal: "dnsbl", group: "reputation", status: "pass", outcome: "clean" } as const;
    const verdicts = [{ ...clean, evidence: { address: [verdict.subject], answered: ["12"], ...evidence } }];
    expect(explained(bounce("dnsbl_listed", { list }), { verdicts })?.now.agrees).toBe(agrees);
  });

  test("a receiver's own prediction against the server is what it says, not that no reason is seen", () => {
    const [subject] = fixtureReport.subjects;
    const outlook = {
      subject: subject?.id ?? "",
      receiver: "t-online",
      action: "reject" as const,
      rule: "nameless",
      confidence: "documentation" as const,
      evidence: {},
    };
    const passing = fixtureReport.verdicts.map((v) => ({ ...v, status: "pass" as const }));
    const found = explained(bounce("private_blocklist", { receiver: "t-online" }), {
      verdicts: passing,
      receivers: [outlook],
    });
    expect(found?.now.agrees).toBe("yes");
    expect(plain(found?.now.says ?? [])).toContain("by the published rules of T-Online");
    // Another receiver's prediction says nothing about this one.
    const other = explained(bounce("private_blocklist", { receiver: "gmx" }), {
      verdicts: passing,
      receivers: [outlook],
    });
    expect(plain(other?.now.says ?? [])).not.toContain("T-Online");
  });

  test("one of several outcomes says which", () => {
    const { said } = causeWords(bounce("ptr_missing", { outcome: { at: 2, of: 3 } }));
    expect(plain(said)).toMatch(/^Outcome 2 of 3 in this text: They said/);
  });

  test("the receiver's own page, where the reader has to go there", () => {
    expect(causeWords(bounce("private_blocklist", { receiver: "t-online" }))).toMatchObject({
      who: "you, at the postmaster page of T-Online",
      link: { url: "https://postmaster.t-online.de/" },
    });
    expect(causeWords(bounce("private_blocklist")).who).toMatch(/^you, /);
  });

  test("status codes are told as registered", () => {
    expect(meaningsOf(bounce("unknown", { codes: ["550", "5.7.27", "S3140", "5.7.999"] }))).toEqual([
      { code: "5.7.27", means: "sender address has null MX" },
    ]);
  });

  test("every cause has words, with and without a receiver, a list and codes", () => {
    for (const cause of Object.keys(CAUSES) as CauseClass[]) {
      const { said, means, next, link } = causeWords(
        bounce(cause, { receiver: "gmail", codes: ["550"], list: "dnsbl.sorbs.net", permanence: "temporary" }),
      );
      expect(plain(said)).toMatch(/^Gmail said with 550 that .*\.$/);
      expect(plain(means)).toMatch(/\.$/);
      expect(plain(next ?? [])).toMatch(/\.$/);
      if (link) expect(URL.canParse(link.url)).toBe(true);
      expect(plain(causeWords(bounce(cause)).said)).toMatch(/^They said that .*\.$/);
    }
  });
});
