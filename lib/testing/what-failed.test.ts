import { expect, test } from "vitest";
import { failedInPlaywright, failedInVitest, inWords, lastLines } from "../../scripts/what-failed.mjs";

const words = (step: string, failed: readonly object[]) => failed.map((each) => inWords({ step, ...each }));

const RED = "\u001b[31m";

test("of vitest: tests that failed and files that did not load, with the first line of why", () => {
  const passed = { status: "passed", fullName: "a holds", failureMessages: [] };
  const failed = {
    status: "failed",
    fullName: "a group a test",
    failureMessages: [`\n${RED}AssertionError: expected 1 to be 2\n  at x`],
  };
  const read = {
    testResults: [
      { name: "/house/lib/a.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
      { name: "/house/lib/b.test.ts", status: "failed", message: "Cannot find module", assertionResults: [] },
      { name: "/house/lib/c.test.ts", status: "passed", message: "", assertionResults: [passed] },
    ],
  };
  expect(words("Unit tests", failedInVitest(read, "/house"))).toEqual([
    "  Unit tests · lib/a.test.ts · a group a test: AssertionError: expected 1 to be 2",
    "  Unit tests · lib/b.test.ts · the file as a whole: Cannot find module",
  ]);
});

test("of Playwright: tests that failed, those that held at the second try, and errors outside of tests", () => {
  const spec = (title: string, status: string, ...errors: string[]) => ({
    title,
    file: "a.spec.ts",
    line: 3,
    tests: [{ status, results: [...errors.map((message) => ({ error: { message } })), {}] }],
  });
  const read = {
    errors: [{ message: "the server did not start" }],
    suites: [
      {
        title: "a.spec.ts",
        specs: [spec("holds", "expected"), spec("fails", "unexpected", "one", "two")],
        suites: [{ title: "a group", specs: [spec("wavers", "flaky", "three\nmore")] }],
      },
    ],
  };
  expect(words("e2e", failedInPlaywright(read))).toEqual([
    "  e2e · a.spec.ts:3 · fails: one",
    "  e2e · a.spec.ts:3 · a group › wavers (held at the second try): three",
    "  e2e: the server did not start",
  ]);
});

test("of whatever wrote no results: nothing, and its last lines without colours", () => {
  expect([failedInVitest(undefined, "/house"), failedInPlaywright(undefined)]).toEqual([[], []]);
  expect(lastLines(`1\n2\n3\n4\n5\n6\n\n${RED}7\u001b[0m\n`)).toBe("    2\n    3\n    4\n    5\n    6\n    7");
});
