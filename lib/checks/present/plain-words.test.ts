import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wordsOfRule } from "../define/receiver.ts";
import { type Evidence, say } from "../define/signal.ts";
import { plain, type Text } from "../net/safe-text.ts";
import { providers } from "../providers/index.ts";
import { receivers } from "../receivers/index.ts";
import { signals } from "../signals/index.ts";
import { anything } from "./example-evidence.ts";
import { attempt } from "./example-outcome.ts";

/** Private idiom and its standard term: a reader has met the second. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/\bleads? back\b/i, "resolves to the address, is forward-confirmed"],
  [/\bways? back\b/i, "forward confirmation"],
  [/\bnames? of (?:its|their|your) own\b/i, "a PTR record in your own domain"],
  [/\bwho cares\b/i, "receivers that act on it"],
  [/\bhangs? on\b/i, "depends on"],
  [/\bwants a name\b/i, "requires"],
  [/\btakes this name\b/i, "accepts"],
  [/\bcannot be told\b/i, "is not known"],
  [/\bfor want of\b/i, "without"],
  [/\bintroduces? itself\b/i, "EHLO name"],
  [/\bidentity stands\b/i, "PTR record, address record and EHLO name agree"],
];

/** Words that comments may use and readers do not see. */
const QUAINT: readonly RegExp[] = [
  /\bwhoever\b/i,
  /\bshall\b/i,
  /\bmend(?:s|ed|ing)?\b/i,
  /\bheard\b/i,
  /\banew\b/i,
  /\bleads? (?:to|nowhere|elsewhere)\b/i,
  /\bkeeps? (?:the )?mail back\b/i,
  /\bgive it in the options\b/i,
  /\btaken? (?:away|out)\b/i,
  /\bpass(?:es)? over\b/i,
  /\bset up to\b/i,
  /\bcame about\b/i,
  /\bvouch/i,
  /\bsays? so\b/i,
  /\bput it right\b/i,
];

/** Says what a sentence has of either. */
const quaint = (words: string): string[] => [
  ...IDIOMS.flatMap(([idiom, better]) => (idiom.test(words) ? [`${idiom.exec(words)?.[0]} → ${better}`] : [])),
  ...QUAINT.flatMap((word) => word.exec(words)?.[0] ?? []),
];

const EVIDENCES: readonly Evidence[] = [{}, anything];
const spoken = (words: Text | ((e: Evidence) => Text) | undefined): string[] =>
  words === undefined ? [] : EVIDENCES.flatMap((e) => attempt(() => plain(say(words, e))) ?? []);

describe.each(signals.map((signal) => [signal.id, signal] as const))("%s", (_, signal) => {
  test("its title and reason", () => {
    expect(quaint(`${signal.title}. ${signal.why}`)).toEqual([]);
  });
  test.each(Object.entries(signal.outcomes))("%s", (_code, { says, fix, whoCares, short }) => {
    const fixes = fix ? EVIDENCES.flatMap((e) => attempt(() => plain(say(fix, e).does)) ?? []) : [];
    for (const words of [...spoken(says), ...fixes, ...spoken(whoCares), short ?? ""])
      expect(quaint(words), words).toEqual([]);
  });
});

describe.each(receivers.map((receiver) => [receiver.id, receiver] as const))("%s", (_, { rules, setting = "" }) => {
  test.each(Object.entries(rules))("%s", (_code, rule) => {
    // A receiver's own reply is quoted as it is.
    const { score: _score, reply: _reply, ...worded } = rule;
    for (const evidence of EVIDENCES) {
      const says = attempt(() => plain(wordsOfRule(worded, evidence).says)) ?? "";
      expect(quaint(`${says} ${setting}`), says).toEqual([]);
    }
  });
});

test.each(providers.map(({ id, guides }) => [id, guides] as const))("guide of %s", (_, guides) => {
  for (const { panel = [], restrictions = [], ticket } of guides)
    for (const words of [...panel, ...restrictions, ...(ticket ? [ticket] : [])])
      expect(quaint(plain(words)), plain(words)).toEqual([]);
});

const ROOT = join(import.meta.dirname, "../../..");
const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|\/vocabulary\//.test(file)),
);

/** Every line but comments. */
const lines = (file: string): string[] =>
  readFileSync(join(ROOT, file), "utf8")
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line));

test("no source file has an idiom of ours, comments included", () => {
  expect(sources.length).toBeGreaterThan(400);
  const found = sources.flatMap((file) =>
    readFileSync(join(ROOT, file), "utf8")
      .split("\n")
      .flatMap((line) => IDIOMS.filter(([idiom]) => idiom.test(line)).map(() => `${file}: ${line.trim()}`)),
  );
  expect(found).toEqual([]);
});

test("neither do tests, the demo's notes and what is to be read about the project", () => {
  const folders = ["app", "bench", "components", "docs", "e2e", "integration", "lab", "lib", "scripts"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const [back, ways] = IDIOMS;
  const found = [...files, "README.md", "CONTRIBUTING.md", "SECURITY.md"]
    .filter((file) => /\.(tsx?|mjs|md)$/.test(file) && !file.endsWith("plain-words.test.ts"))
    .filter((file) => [back, ways].some((idiom) => idiom?.[0].test(readFileSync(join(ROOT, file), "utf8"))));
  expect(found).toEqual([]);
});

test("no sentence in a page or a component is quaint", () => {
  const found = sources
    .filter((file) => file.endsWith(".tsx") || file.startsWith("lib/inbound/bounce/causes"))
    .flatMap((file) =>
      lines(file).flatMap((line) => QUAINT.flatMap((word) => (isSaid(word, line) ? `${file}: ${line.trim()}` : []))),
    );
  expect(found).toEqual([]);
});

/** In a sentence: identifiers are no words. */
function isSaid(word: RegExp, line: string): boolean {
  const at = word.exec(line);
  if (!at) return false;
  const around = line.slice(Math.max(0, at.index - 12), at.index + at[0].length + 12);
  return (
    /[A-Za-z,’'] [a-z]/.test(around) &&
    !/[=(){}.<]\s*$/.test(line.slice(0, at.index)) &&
    !/^[\s]*[({=.:]/.test(line.slice(at.index + at[0].length))
  );
}
