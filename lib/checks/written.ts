import { PARTIES } from "./parties.ts";
import type { PresentedReport, PresentedVerdict } from "./present.ts";
import { reportTitle } from "./report-title.ts";
import type { Status } from "./signal.ts";
import { plain, type Text, visible } from "./text.ts";

const MARKS: Readonly<Record<Status, string>> = {
  fail: "FAIL",
  warn: "WARN",
  unknown: "UNKNOWN",
  pass: "PASS",
  info: "NOTE",
  skipped: "SKIPPED",
};

/** A report as plain text, as it is pasted into a ticket. Foreign text stays on its own line, made visible. */
export const reportText = (report: PresentedReport): string => written(report, asText);

/** The same in Markdown. Values are code spans, so that nothing foreign is markup. */
export const reportMarkdown = (report: PresentedReport): string => written(report, asMarkdown);

/** How one form spells a sentence with values, a title, a heading, a list item and something to copy. */
interface Form {
  readonly sentence: (text: Text) => string;
  readonly title: (words: string) => string;
  readonly heading: (words: string) => string;
  readonly verdict: (verdict: PresentedVerdict, says: string) => string;
  readonly copy: (text: string) => string;
}

function written(report: PresentedReport, form: Form): string {
  const { headline, fixes, subjects, verdicts, seenAt, vantage, url } = report;
  const many = subjects.length > 1;
  const { sentence } = form;
  const sections = [
    form.title(`Nameplate: ${visible(reportTitle(report))}`),
    `Seen ${seenAt.slice(0, 19).replace("T", " ")} UTC from ${vantage.label}: ${url}`,
    `${sentence(headline.says)} ${sentence(headline.because)}`.trim(),
    ...(fixes.length > 0 ? [form.heading("Fix first")] : []),
    ...fixes.map((fix, i) => {
      const whom = many ? ` (${sentence([{ code: fix.subject }])})` : "";
      const line = `${i + 1}. ${sentence(fix.does)}${whom} — ${PARTIES[fix.who]}`;
      return fix.copy ? `${line}\n${form.copy(fix.copy)}` : line;
    }),
    ...subjects.flatMap((subject) => [
      form.heading(many ? `Signals of ${visible(subject.id)}` : "Signals"),
      verdicts
        .filter((verdict) => verdict.subject === subject.id)
        .map((verdict) => form.verdict(verdict, sentence(verdict.says)))
        .join("\n"),
    ]),
  ];
  return `${sections.join("\n\n")}\n`;
}

const indented = (text: string, by: string) =>
  text
    .split("\n")
    .map((line) => `${by}${visible(line, 4000)}`)
    .join("\n");

const asText: Form = {
  sentence: plain,
  title: (words) => `${words}\n${"=".repeat(words.length)}`,
  heading: (words) => `${words}\n${"-".repeat(words.length)}`,
  verdict: ({ status, title }, says) => `${MARKS[status].padEnd(8)} ${title}: ${says}`,
  copy: (text) => indented(text, "      "),
};

const asMarkdown: Form = {
  sentence: (text) => text.map((part) => ("prose" in part ? part.prose : codeSpan(visible(part.code)))).join(""),
  title: (words) => `# ${words}`,
  heading: (words) => `## ${words}`,
  verdict: ({ status, title }, says) => `- **${MARKS[status]}** ${title}: ${says}`,
  copy: (text) => `\n${indented(text, "       ")}`,
};

/** A code span whose fence is longer than any run of backticks inside (CommonMark 6.1). */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}
