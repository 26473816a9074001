import { markdownCode, markdownSentence, markdownTable, markdownWords } from "../present/export/markdown.ts";
import { NOT_ASKED } from "./pool-json.ts";
import { oddFirst } from "./present-pool.ts";
import type { PresentedPool, PresentedPoolRow } from "./presented-pool.ts";

/** A pool in Markdown, odd ones first. Values are code spans, so that nothing foreign is markup. */
export function poolMarkdown(pool: PresentedPool): string {
  const { verdict, rejected, notes, createdAt, progress } = pool;
  const state = pool.state === "done" ? "" : ` (${pool.state}: ${progress.done} of ${progress.total} looked at)`;
  const sections = [
    `# Pool: ${markdownCode(pool.title)}`,
    `Seen ${createdAt.slice(0, 19).replace("T", " ")} UTC${state}: ${pool.url}`,
    `**${markdownSentence(verdict.says)}** ${markdownSentence(verdict.because)}`.trim(),
    ...(notes.length > 0 ? [notes.map(({ says }) => `- ${markdownSentence(says)}`).join("\n")] : []),
    markdownTable(HEAD, oddFirst(pool.rows).map(cellsOf)),
    ...(rejected.length > 0
      ? [
          "## Lines that could not be used",
          rejected
            .map(({ line, text, why }) => `- Line ${line}, ${markdownCode(text)}: ${markdownWords(why, 1000)}`)
            .join("\n"),
        ]
      : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

const HEAD = ["Address", "Status", "What makes it odd", "PTR record", "Confirmed", "EHLO name", "SPF", "Blocklists"];

const cellsOf = (row: PresentedPoolRow): readonly string[] => [
  markdownCode(row.address),
  row.status.toUpperCase(),
  row.odd.map(({ says }) => markdownSentence(says)).join(" "),
  row.ptr === null ? "?" : row.ptr.length > 0 ? row.ptr.map(markdownCode).join(" ") : "none",
  row.confirmed === null ? "?" : row.confirmed ? "yes" : "no",
  row.ehlo.kind === "name" ? markdownCode(row.ehlo.name) : row.ehlo.kind === "not-asked" ? NOT_ASKED : "not known",
  row.spf ?? "",
  row.listed.length > 0 ? row.listed.join(", ") : row.open.includes("listed") ? "?" : "none",
];
