import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { FLAGS } from "../../scripts/node.mjs";
import { SETTINGS } from "../service/env.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What describes the project as it is now; a decision and the changelog say how it was when they were written. */
const DOCS = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const FOLDERS = "app|bench|components|docs|e2e|integration|lab|lib|public|scripts";
/** Variables that are no settings of the service. */
const OTHER_VARIABLES = ["NAMEPLATE_CORPORA", "NODE_ENV", "NO_COLOR"];

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((m) => m[1] ?? "")),
];

describe.each(DOCS)("%s", (path) => {
  const text = read(path);

  test("names files and folders that are there", () => {
    const named = all(text, new RegExp(`\`((?:${FOLDERS})/[\\w./@-]*)\``, "g"));
    const linked = all(text, /\]\((?!https?:|#|mailto:)([^)#\s]+)/g).map((to) => join(dirname(path), to));
    const isThere = (name: string) => ["", ".ts", "/index.ts"].some((ending) => existsSync(join(ROOT, name + ending)));
    expect([...named, ...linked].filter((name) => !isThere(name))).toEqual([]);
  });

  test("names scripts of npm that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    expect(all(text, /npm run ([\w:-]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  });

  test("names settings that are read", () => {
    const named = all(text, /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g);
    const known = [...SETTINGS, ...OTHER_VARIABLES];
    expect(named.filter((name) => !known.includes(name) && !/^RDNS_|^HFILTER_/.test(name))).toEqual([]);
  });
});

test("the operator's guide names figures that are counted", () => {
  const counted = readFileSync(join(ROOT, "lib/service/metrics.ts"), "utf8");
  const named = all(read("docs/operate.md"), /`(nameplate_\w+)/g);
  expect(named.length).toBeGreaterThan(5);
  expect(
    named.filter((name) => !counted.includes(`"${name}"`) && !counted.includes(`"${name.replace("nameplate_", "")}"`)),
  ).toEqual([]);
});

test.each(["lib", "lib/checks", "lib/service", "components"])("the architecture has every folder of %s", (parent) => {
  const folders = readdirSync(join(ROOT, parent), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const text = read("docs/architecture.md");
  expect(folders.map(({ name }) => name).filter((name) => !text.includes(`${name}/`))).toEqual([]);
});

test("each decision has a number of its own, and those that docs name are there", () => {
  const numbers = readdirSync(join(ROOT, "docs/decisions")).map((name) => name.slice(0, 4));
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  const named = DOCS.flatMap((path) => all(read(path), /decisions? (\d{4})/g));
  expect(named.filter((number) => !numbers.includes(number))).toEqual([]);
});

test("whoever starts the service starts it with the same flags", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const starts = [
    ...[scripts.serve, scripts["serve:demo"]].map((command = "") => command.split(" ")),
    ...all(read("docs/operate.md"), /node_modules\/\.bin\/(node(?:",? "?| )[^`\n]*server\.ts)/g).map((command) =>
      command.split(/[", ]+/),
    ),
  ];
  // The unit's is the one that the text names.
  expect(starts.length).toBe(4);
  for (const [, ...args] of starts) expect(args.slice(0, -1)).toEqual(FLAGS);
});
