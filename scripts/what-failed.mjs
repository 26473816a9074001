// Which tests did not hold, from the results that vitest and Playwright write: so that the end of a log says it.
import { relative } from "node:path";

/** The longest line, in characters. */
const LONGEST = 300;
const LAST_LINES = 6;

/** The first line of a message, without colours, and short enough for a line of a log. */
const firstLine = (message) => {
  const [line = ""] = plain(message)
    .split("\n")
    .map((each) => each.trim())
    .filter(Boolean);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};

const ESC = String.fromCharCode(27);
const plain = (text) => String(text ?? "").replaceAll(new RegExp(`${ESC}\\[[\\d;]*m`, "g"), "");

/** Tests that failed, and files that did not load, of vitest's JSON report. */
export function failedInVitest(read, root) {
  return (read?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults
      .filter((each) => each.status === "failed")
      .map((each) => ({ file, test: each.fullName, why: firstLine(each.failureMessages[0]) }));
    if (failed.length > 0 || status !== "failed") return failed;
    return [{ file, test: "the file as a whole", why: firstLine(message) }];
  });
}

/** Tests that failed, or held only at the second try, of Playwright's JSON report, and errors outside of tests. */
export function failedInPlaywright(read) {
  const outside = (read?.errors ?? []).map(({ message }) => ({ file: "", test: "", why: firstLine(message) }));
  const inside = (read?.suites ?? []).flatMap((suite) => specsOf(suite, []));
  const notGood = inside.flatMap(({ spec, title }) =>
    spec.tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) => ({
        file: `${spec.file}:${spec.line}`,
        test: title,
        why: firstLine(results.flatMap(({ error }) => (error ? [error.message] : []))[0]),
        ...(status === "flaky" && { flaky: true }),
      })),
  );
  return [...notGood, ...outside];
}

function specsOf(suite, above) {
  const own = (suite.specs ?? []).map((spec) => ({ spec, title: [...above, spec.title].join(" › ") }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, [...above, inner.title]))];
}

/** What a command wrote last, for one that failed without a failed test. */
export const lastLines = (text) =>
  plain(text)
    .split("\n")
    .filter((line) => line.trim())
    .slice(-LAST_LINES)
    .map((line) => `    ${line.slice(0, LONGEST)}`)
    .join("\n");

/**
 * A line for each, the step first.
 * @param {{ step: string, file?: string, test?: string, why?: string, flaky?: boolean }} what
 */
export const inWords = ({ step, file, test, why, flaky }) =>
  `  ${[step, file, test].filter(Boolean).join(" · ")}${flaky ? " (held at the second try)" : ""}${why ? `: ${why}` : ""}`;
