import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import { about, answer, failed, nxdomain } from "../testing/facts.ts";
import { failureWords, rfc, say, shell, temperror, unanswered } from "./signal.ts";

describe("a quoted value", () => {
  test.each([
    ["192.0.2.1", "192.0.2.1"],
    ["mail.example.com", "mail.example.com"],
    ["[2001:db8::1]", "'[2001:db8::1]'"],
    ["", "''"],
    [undefined, "''"],
    ["-rf", "'-rf'"],
    ["@8.8.8.8", "'@8.8.8.8'"],
    ["+short", "'+short'"],
    ["a b", "'a b'"],
    ["$(id)", "'$(id)'"],
    ["`id`", "'`id`'"],
    ["a;id", "'a;id'"],
    ["it's", "'it'\\''s'"],
    ["~root", "'~root'"],
    ["=ls", "'=ls'"],
    ["a\nb", "'a\nb'"],
    ["mail.example.com\n", "'mail.example.com\n'"],
  ])("%j is %j", (value, quoted) => expect(shell(value)).toBe(quoted));

  test("a POSIX shell reads it as one word, the very same", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }).map(sendable), { minLength: 20, maxLength: 40 }), (values) => {
        const out = execFileSync("sh", ["-c", `printf '%s\\0' ${values.map(shell).join(" ")}`], { encoding: "utf8" });
        expect(out.split("\0").slice(0, -1)).toEqual(values);
      }),
      { numRuns: 20 },
    );
  });
});
/** No argument of a program can hold NUL or a lone surrogate. */
const sendable = (value: string): string => value.replaceAll("\0", "").toWellFormed();

test("an unanswered question is told with its name, type and reason", () => {
  const finding = unanswered(
    about("mail.example", "A", failed("servfail")),
    about("ok.example", "A", answer("x")),
    nxdomain,
  );
  expect(finding).toEqual({ outcome: "temperror", evidence: { question: ["mail.example A"], reason: ["servfail"] } });
  expect(plain(say(temperror.says, finding.evidence ?? {}))).toContain("mail.example A");
  expect(temperror.status).toBe("unknown");
});
test("evidence an old report lacks, or a reason it has no words for, still makes a sentence", () => {
  expect(plain(say(temperror.says, {}))).toBe("Could not be checked: no answer came.");
  expect(plain(failureWords("a reason from the future"))).toBe("no answer came");
});
test("a reference leads to the section", () => {
  expect(rfc(8601, "3")).toEqual({
    label: "RFC 8601, section 3",
    url: "https://www.rfc-editor.org/rfc/rfc8601#section-3",
  });
  expect(rfc(1123).url).toBe("https://www.rfc-editor.org/rfc/rfc1123");
});
