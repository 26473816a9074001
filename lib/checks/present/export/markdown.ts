import { type Text, visible } from "../../net/safe-text.ts";
import { codeSpan } from "./code-span.ts";

/** A value of others as a code span, so that nothing in it is markup. */
export const markdownCode = (value: string): string => codeSpan(visible(value));

/** A sentence, its values as code spans. */
export const markdownSentence = (text: Text): string =>
  text.map((part) => ("prose" in part ? part.prose : markdownCode(part.code))).join("");

/**
 * Our own words with values in them that are not told apart any more; of longer ones `most` UTF-16 code units. GitHub makes
 * links of what looks like an address of a page or a mailbox, without any markup (GFM 6.9).
 */
export const markdownWords = (words: string, most?: number): string =>
  visible(words, most).replace(/[\\`*_{}[\]<>#|!~@]|:(?=\/)|(?<=www)\./gi, "\\$&");

/** A table of GitHub's, of cells that are Markdown already. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(inTable).join(" | ")} |`).join("\n");

/** A bar would end the cell, in a code span too. */
const inTable = (cell: string): string => cell.replaceAll("|", "\\|");
