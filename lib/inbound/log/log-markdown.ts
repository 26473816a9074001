import { codeSpan, visible } from "../../checks/view.ts";
import type { LogReading } from "./reading.ts";
import { causeTitle, headlineOf, receiverSentences, tableOf } from "./table.ts";

const HEAD = ["Receiver", "Recipients", "Outcome", "Sent from", "Cause", "Codes", "First", "Last"];
const ENDS = { permanent: "Refused", unknown: "Refused", temporary: "Deferred", accepted: "Accepted" } as const;

/** The table in Markdown, refusals first. Values are code spans, so that nothing foreign is markup. */
export function logMarkdown({ readings, unread }: { readings: readonly LogReading[]; unread: number }, url: string) {
  const rows = tableOf(readings);
  const cells = rows.map((row) => [
    row.receiver === "" ? "Not named" : code(row.receiver),
    String(row.count),
    ENDS[row.permanence],
    row.address === null ? "Not said" : code(row.address),
    causeTitle(row.cause),
    row.codes.map(code).join(" "),
    row.first ?? "",
    row.last ?? "",
  ]);
  const sections = [
    "# Table of a mail log",
    `**${headlineOf(rows)}** ${url}`,
    receiverSentences(rows, 12)
      .map((sentence) => `- ${visible(sentence).replace(/[\\`*_{}[\]<>#|!~]/g, "\\$&")}`)
      .join("\n"),
    [HEAD, HEAD.map(() => "---"), ...cells].map((one) => `| ${one.join(" | ")} |`).join("\n"),
    ...(unread > 0 ? [`Lines not read: ${unread}.`] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** A bar would end the cell, in a code span too (GitHub's tables). */
const code = (value: string): string => codeSpan(visible(value)).replaceAll("|", "\\|");
