import type { Status } from "../../define/signal.ts";
import { plain, type Text, visible } from "../../net/safe-text.ts";
import { leftOutSentence } from "../../report/left-out.ts";
import { resolverFaultWords } from "../../report/resolver-faults.ts";
import { reportTitle } from "../../report/title.ts";
import { LINE, wrapped } from "../../words/wrap.ts";
import { zoneLine } from "../../words/zone-line.ts";
import { whoActs } from "../plan/step.ts";
import type { PresentedReport, PresentedVerdict } from "../presented.ts";
import { fenceFor } from "./code-span.ts";
import { markdownSentence, markdownWords } from "./markdown.ts";

const MARKS: Readonly<Record<Status, string>> = {
  fail: "FAIL",
  warn: "WARN",
  unknown: "UNKNOWN",
  pass: "PASS",
  info: "NOTE",
  skipped: "SKIPPED",
};

/** What a bounce or headers said that the report was made from, beside what is so now. */
export interface Occasion {
  readonly said: Text;
  readonly means: Text;
  readonly now: { readonly says: Text };
  /** What to do first. */
  readonly next?: Text | undefined;
}

/** A report as plain text, as it is pasted into a ticket. Foreign text stays on its own line, made visible. */
export const reportText = (report: PresentedReport, occasion?: Occasion): string => written(report, occasion, asText);

/** The same in Markdown. Values are code spans, so that nothing foreign is markup. */
export const reportMarkdown = (report: PresentedReport, occasion?: Occasion): string =>
  written(report, occasion, asMarkdown);

/** How one form spells a sentence with values, a title, a heading, a list item and something to copy. */
interface Form {
  readonly sentence: (text: Text) => string;
  readonly title: (words: string) => string;
  readonly heading: (words: string) => string;
  /** A paragraph, and an item of a numbered list with that mark. */
  readonly paragraph: (words: string) => string;
  readonly item: (words: string, mark: string) => string;
  readonly verdict: (verdict: PresentedVerdict, says: string) => string;
  /** A text to send, in lines that fit. */
  readonly letter: (text: string) => string;
  /** Under the list item with that mark in front. */
  readonly copy: (text: string, mark: string) => string;
}

function written(report: PresentedReport, occasion: Occasion | undefined, form: Form): string {
  const { headline, plan, subjects, verdicts, seenAt, vantage, url } = report;
  const many = subjects.length > 1;
  const leftOut = leftOutSentence(report);
  const ticket = plan.find((step) => step.ticket)?.ticket;
  const { sentence } = form;
  const sections = [
    form.title(`Nameplate: ${visible(reportTitle(report))}`),
    form.paragraph(`Seen ${seenAt.slice(0, 19).replace("T", " ")} UTC from ${vantage.label}${url ? `: ${url}` : "."}`),
    ...(vantage.resolverFaults ?? []).map((fault) => form.paragraph(sentence(resolverFaultWords(fault)))),
    ...(occasion
      ? [
          form.paragraph(
            `${sentence(occasion.said)} ${sentence(occasion.means)} ${sentence(occasion.now.says)}${occasion.next ? ` Next: ${sentence(occasion.next)}` : ""}`.trim(),
          ),
        ]
      : []),
    form.paragraph(`${sentence(headline.says)} ${sentence(headline.because)}`.trim()),
    ...(leftOut ? [form.paragraph(sentence(leftOut))] : []),
    ...(plan.length > 0 ? [form.heading("Fix first")] : []),
    ...plan.map((fix, i) => {
      const whom = many ? ` (${sentence([{ code: fix.subject }])})` : "";
      const mark = `${i + 1}. `;
      const line = form.item(`${mark}${sentence(fix.does)}${whom} — ${sentence(whoActs(fix))}`, mark);
      return fix.copy ? `${line}\n${form.copy(fix.copy, mark)}` : line;
    }),
    ...subjects.flatMap((subject) => [
      form.heading(
        many
          ? `Signals of ${visible(subject.id)}${subject.scope === "sender" ? ", judged as a sender" : ""}`
          : "Signals",
      ),
      verdicts
        .filter((verdict) => verdict.subject === subject.id)
        .map((verdict) => form.verdict(verdict, sentence(verdict.says)))
        .join("\n"),
    ]),
    ...(ticket ? [form.heading("Ticket text"), form.letter(`${ticket.subject}\n\n${ticket.body}`)] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

const indented = (text: string, by: string) =>
  text
    .split("\n")
    .map((line) => `${by}${visible(line, 4000)}`)
    .join("\n");

/** No line is longer than a mail's, and none but the first of ours begins at the margin: what others say cannot look like it. */
const asText: Form = {
  sentence: plain,
  title: (words) => underlined(words, "="),
  heading: (words) => underlined(words, "-"),
  paragraph: (words) => wrapped(words, "  "),
  item: (words, mark) => wrapped(words, " ".repeat(mark.length)),
  verdict: ({ status, title }, says) => wrapped(`${MARKS[status].padEnd(8)} ${title}: ${says}`, " ".repeat(9)),
  // A subject is one line in mail, however long its names.
  letter: (text) => text.replace(/^.*/, (subject) => wrapped(subject, "  ")),
  copy: (text) =>
    text
      .split("\n")
      .map((line) => {
        const [owner = ""] = line.split(" ");
        // The reverse name of an IPv6 address takes a whole line.
        const indent = owner.length > LINE - COPY.length - " (".length ? "" : COPY;
        return indented(zoneLine(visible(line, 4000), LINE - indent.length), indent);
      })
      .join("\n"),
};

const COPY = "  ";

const underlined = (words: string, mark: string): string =>
  `${wrapped(words, "  ")}\n${mark.repeat(Math.min(words.length, LINE))}`;

const asMarkdown: Form = {
  sentence: markdownSentence,
  title: (words) => `# ${markdownWords(words)}`,
  heading: (words) => `## ${markdownWords(words)}`,
  paragraph: (words) => words,
  item: (words) => words,
  verdict: ({ status, title }, says) => `- **${MARKS[status]}** ${title}: ${says}`,
  letter: (text) => fenced(text, ""),
  copy: (text, mark) => `\n${fenced(text, " ".repeat(mark.length))}`,
};

function fenced(text: string, indent: string): string {
  const fence = fenceFor(text, 3);
  return indented(`${fence}\n${text}\n${fence}`, indent);
}
