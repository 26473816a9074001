import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  fileCircles,
  folderCircles,
  forms,
  isErased,
  isYet,
  selects,
  targetOf,
  unresolved,
  violations,
} from "./boundaries.ts";
import { CODE, codeFiles, readSource, type SourceFile, sourceFile } from "./imports.ts";
import { COMPUTED, ENTRIES, FOLDERS, RULES } from "./rules.ts";

const ROOT = join(import.meta.dirname, "../../..");
let files: SourceFile[];
beforeAll(() => {
  files = codeFiles(ROOT).map((path) => readSource(ROOT, path));
}, 120_000);

const imported = () =>
  files.flatMap(({ path, imports }) => imports.map(({ to }) => ({ from: path, to: targetOf(to) })));

/** The project with one file more, or with another text in it. */
const planting = (path: string, text: string): SourceFile[] => [
  ...files.filter((file) => file.path !== path),
  sourceFile(ROOT, path, text),
];

describe("what is looked at", () => {
  test.skipIf(!existsSync(join(ROOT, ".git")))("is every file of code that git lists", () => {
    const listed = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0");
    const code = listed.filter((path) => CODE.test(path) && existsSync(join(ROOT, path)));
    const seen = new Set(files.map(({ path }) => path));
    expect(code.filter((path) => !seen.has(path))).toEqual([]);
    expect(code.length).toBeGreaterThan(500);
  });

  test("leads somewhere, all of it", () => {
    expect(unresolved(files.filter(({ path }) => !COMPUTED.includes(path)))).toEqual([]);
  });

  test("is a package only where it is one of the project's", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const own = [...Object.keys(dependencies), ...Object.keys(devDependencies)].map((name) => `npm:${name}`);
    const foreign = imported().filter(
      ({ to }) => to.startsWith("npm:") && !own.some((name) => to === name || to.startsWith(`${name}/`)),
    );
    expect(foreign).toEqual([]);
  });

  test("is named by its path alone: no alias leads past the rules", () => {
    const { paths, baseUrl } = JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8")).compilerOptions;
    expect([paths, baseUrl]).toEqual([undefined, undefined]);
    expect(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).imports).toBeUndefined();
  });

  test.each(["./nowhere.ts", "../nowhere/index.ts", "./", "#alias", "file:///etc/passwd", "/nowhere.ts"])(
    "%s would be seen to lead nowhere",
    (specifier) => {
      for (const text of Object.values(forms(specifier)))
        expect(unresolved([sourceFile(ROOT, "lib/planted.ts", text)])).toEqual([expect.stringContaining(specifier)]);
    },
  );

  test("cannot be hidden by working it out", () => {
    for (const text of [
      'import("./a" + b)',
      "import(`./$" + "{name}.ts`)",
      "require(name)",
      "import.meta.resolve(name)",
    ])
      expect(unresolved([sourceFile(ROOT, "lib/planted.ts", text)])).toEqual(["lib/planted.ts:1 (computed)"]);
  });

  test("fails where a file cannot be read", () => {
    expect(() => sourceFile(ROOT, "lib/planted.ts", "import {")).toThrow("lib/planted.ts");
  });
});

describe.each(RULES)("$id: $reason", (rule) => {
  test("holds", () => {
    expect(violations(files, [rule]), `${rule.reason} See docs/architecture.md.`).toEqual([]);
  });

  test("is about files there are", () => {
    expect(files.some(({ path }) => selects(rule.from, path))).toBe(true);
  });

  test("has no exception that nobody needs any more", () => {
    for (const { from, to } of rule.yet ?? []) expect(imported()).toContainEqual({ from, to });
  });

  test.each(rule.planted)("refuses $imports in $file, in every form", ({ file, imports }) => {
    for (const [form, text] of Object.entries(forms(imports))) {
      const planted = planting(file, text);
      const found = violations(planted, [rule]).filter((violation) => violation.file === file);
      // What only a type is imported from is not loaded.
      const harmless = rule.transitive && isErased(planted.at(-1)?.imports ?? []);
      expect(found.map(({ rule: id }) => id).slice(0, 1), form).toEqual(harmless ? [] : [rule.id]);
    }
  });
});

describe("a component that runs in the browser loads nothing of the core, for every reader would load all of view.ts", () => {
  const clients = () => files.filter(({ path }) => isClient(path)).map(({ path }) => path);
  const isClient = (path: string) => /^["']use client["']/.test(readFileSync(join(ROOT, path), "utf8"));
  const rule = () => ({
    id: "client",
    reason: "",
    from: clients(),
    to: ["lib/checks/**"],
    transitive: true as const,
    planted: [],
  });

  test("holds", () => {
    expect(clients()).toContain("components/report/live-report.tsx");
    expect(violations(files, [rule()])).toEqual([]);
  });

  test.each(["../../lib/checks/view.ts", "../ui/rich-text.tsx"])("refuses %s", (imports) => {
    const planted = planting("components/report/live-report.tsx", `import { a } from "${imports}"; a;`);
    expect(violations(planted, [rule()])).toHaveLength(1);
  });
});

describe("a page that is kept goes without the framework's client, so no component of it may need that", () => {
  // lib/server/kept-pages.ts lists their addresses.
  const KEPT = [
    ...["", "pool/", "bounce/", "api/", "tools/", "signals/", "receivers/", "providers/"],
    ...["signals/[id]/", "receivers/[id]/", "providers/[id]/", "check/[target]/", "r/[id]/"],
  ].map((folder) => `app/${folder}page.tsx`);
  /** One is for pages that are not kept, the other says that the client is there. */
  const HARMLESS = ["components/report/live-report.tsx", "components/page-script/hydrated.tsx"];
  const HOOK = /\buse[A-Z]\w+(?=[\s\S]*?\} from "(react|next\/navigation)")/;
  const acting = () =>
    files.flatMap(({ path }) => {
      const text = /\.tsx?$/.test(path) ? readFileSync(join(ROOT, path), "utf8") : "";
      return /^["']use client["']/.test(text) && HOOK.test(text) ? [path] : [];
    });
  // Brackets mean something in a pattern.
  const literal = (path: string) => path.replaceAll(/\[\w+\]/g, "*");
  const rule = () => ({
    id: "kept",
    reason: "",
    from: [...KEPT.map(literal), "app/layout.tsx"],
    to: acting().filter((path) => !HARMLESS.includes(path)),
    transitive: true as const,
    planted: [],
  });

  test("holds", () => {
    expect(acting()).toEqual(expect.arrayContaining([...HARMLESS, "components/pool/pool-grid.tsx"]));
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(KEPT));
    expect(violations(files, [rule()])).toEqual([]);
  });

  test.each([
    ["app/page.tsx", "../components/pool/pool-grid.tsx"],
    ["app/r/[id]/page.tsx", "../../../components/pool/pool-grid.tsx"],
    ["components/ui/page.tsx", "../pool/pool-grid.tsx"],
  ])("refuses one that %s would load", (path, imports) => {
    const planted = planting(path, `import { a } from "${imports}"; a;`);
    expect(violations(planted, [rule()]).length).toBeGreaterThan(0);
  });
});

test("docs/architecture.md, which the rules cite, is there and names both entry points", () => {
  const page = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
  for (const entry of ENTRIES) expect(page).toContain(entry);
});

describe("nothing goes round in circles", () => {
  test("no files", () => {
    expect(fileCircles(files)).toEqual([]);
    const [circle] = fileCircles(planting("lib/checks/net/safe-text.ts", 'export * from "../present/present.ts";'));
    expect(circle).toContain("lib/checks/net/safe-text.ts");
  });

  test("no folders of the core", () => {
    expect(folderCircles(files, FOLDERS)).toEqual([]);
    const [found] = folderCircles(planting("lib/checks/facts/planted.ts", 'import "../signals/fcrdns.ts";'), FOLDERS);
    expect(found?.folders).toEqual(expect.arrayContaining(["facts", "signals"]));
    expect(found?.imports).toContain("lib/checks/facts/planted.ts:1 → lib/checks/signals/fcrdns.ts");
  });

  test("no exception that nobody needs any more", () => {
    for (const one of FOLDERS.yet)
      expect([one, imported().some(({ from, to }) => isYet([one], from, to))]).toEqual([one, true]);
  });
});
