import { type Text, visible } from "../net/safe-text.ts";
import { codeSpan } from "../present/export/code-span.ts";
import { NOT_ASKED } from "./pool-json.ts";
import { oddFirst } from "./present-pool.ts";
import type { PresentedPool, PresentedPoolRow } from "./presented-pool.ts";

/** A pool in Markdown, odd ones first. Values are code spans, so that nothing foreign is markup. */
export function poolMarkdown(pool: PresentedPool): string {
  const { verdict, rejected, notes, createdAt, progress } = pool;
  const state = pool.state === "done" ? "" : ` (${pool.state}: ${progress.done} of ${progress.total} looked at)`;
  const sections = [
    `# Pool: ${code(pool.title)}`,
    `Seen ${createdAt.slice(0, 19).replace("T", " ")} UTC${state}: ${pool.url}`,
    `**${sentence(verdict.says)}** ${sentence(verdict.because)}`.trim(),
    ...(notes.length > 0 ? [notes.map(({ says }) => `- ${sentence(says)}`).join("\n")] : []),
    table(oddFirst(pool.rows)),
    ...(rejected.length > 0
      ? [
          "## Lines that could not be used",
          rejected.map(({ line, text, why }) => `- Line ${line}, ${code(text)}: ${plainWords(why)}`).join("\n"),
        ]
      : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

const HEAD = ["Address", "Status", "What makes it odd", "PTR record", "Confirmed", "EHLO name", "SPF", "Blocklists"];

const table = (rows: readonly PresentedPoolRow[]): string =>
  [HEAD, HEAD.map(() => "---"), ...rows.map(cellsOf)].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const cellsOf = (row: PresentedPoolRow): readonly string[] => [
  inTable(code(row.address)),
  row.status.toUpperCase(),
  inTable(row.odd.map(({ says }) => sentence(says)).join(" ")),
  row.ptr === null ? "?" : row.ptr.length > 0 ? inTable(row.ptr.map(code).join(" ")) : "none",
  row.confirmed === null ? "?" : row.confirmed ? "yes" : "no",
  row.ehlo.kind === "name" ? inTable(code(row.ehlo.name)) : row.ehlo.kind === "not-asked" ? NOT_ASKED : "not known",
  row.spf ?? "",
  row.listed.length > 0 ? row.listed.join(", ") : "none",
];

const code = (value: string): string => codeSpan(visible(value));
const sentence = (text: Text): string => text.map((part) => ("prose" in part ? part.prose : code(part.code))).join("");
/** A reason is our own words with values in them that are not told apart any more. */
const plainWords = (words: string): string => visible(words, 1000).replace(/[\\`*_{}[\]<>#|!~]/g, "\\$&");
/** A bar would end the cell, in a code span too (GitHub's tables). */
const inTable = (text: string): string => text.replaceAll("|", "\\|");
