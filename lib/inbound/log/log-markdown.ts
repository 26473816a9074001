import { markdownCode, markdownTable, markdownWords } from "../../checks/view.ts";
import type { LogReading } from "./reading.ts";
import { causeTitle, headlineOf, receiverSentences, tableOf } from "./table.ts";

const HEAD = ["Receiver", "Recipients", "Outcome", "Sent from", "Cause", "Codes", "First", "Last"];
const ENDS = { permanent: "Refused", unknown: "Refused", temporary: "Deferred", accepted: "Accepted" } as const;

/** The table in Markdown, refusals first. Values are code spans, so that nothing foreign is markup. */
export function logMarkdown({ readings, unread }: { readings: readonly LogReading[]; unread: number }, url: string) {
  const rows = tableOf(readings);
  const cells = rows.map((row) => [
    row.receiver === "" ? "Not named" : markdownCode(row.receiver),
    String(row.count),
    ENDS[row.permanence],
    row.address === null ? "Not said" : markdownCode(row.address),
    causeTitle(row.cause),
    row.codes.map(markdownCode).join(" "),
    // As the log spells them, or whoever has sent us a table.
    markdownWords(row.first ?? ""),
    markdownWords(row.last ?? ""),
  ]);
  const sections = [
    "# Table of a mail log",
    `**${headlineOf(rows)}** ${url}`,
    receiverSentences(rows, 12)
      .map((sentence) => `- ${markdownWords(sentence)}`)
      .join("\n"),
    markdownTable(HEAD, cells),
    ...(unread > 0 ? [`Lines not read: ${unread}.`] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}
