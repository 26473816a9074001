import { styleText } from "node:util";
import type { Output, Surroundings } from "./surroundings.ts";

type Style = Parameters<typeof styleText>[0];

const STATUS: Readonly<Record<string, Style>> = {
  FAIL: ["red", "bold"],
  WARN: ["yellow", "bold"],
  UNKNOWN: ["magenta", "bold"],
  PASS: "green",
  NOTE: "cyan",
  SKIPPED: "dim",
};

/** Whether colours are wanted there: on a terminal, unless `NO_COLOR` (no-color.org) or a dumb terminal says no. */
export const wantsColours = ({ isTTY }: Output, env: Surroundings["env"] = {}): boolean =>
  isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";

const style = (how: Style, words: string) => styleText(how, words, { validateStream: false });

/**
 * A written report in colours. Only lines of ours begin at the margin with such a word: what strangers' servers said is
 * never painted as a verdict.
 */
export const painted = (report: string): string =>
  report
    .replace(/^(FAIL|WARN|UNKNOWN|PASS|NOTE|SKIPPED)(?= )/gm, (word) => style(STATUS[word] ?? "reset", word))
    .replace(
      /^(.+)\n([=-]{3,})$/gm,
      (_, title: string, line: string) => `${style("bold", title)}\n${style("dim", line)}`,
    );
