import type { Import, Resolved, SourceFile } from "./imports.ts";
import type { Rule } from "./rules.ts";

/** An import that a rule refuses. */
export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  /** What is imported; for one that comes by way of others, all of the way. */
  readonly imports: string;
}

const globs = new Map<string, RegExp>();

/** A glob as a regular expression: `**` is anything, `*` anything within a folder, `{a,b}` one of these. */
function globOf(pattern: string): RegExp {
  const known = globs.get(pattern);
  if (known) return known;
  const parts = pattern.split(/(\*\*\/|\*\*|\*|\{[^}]*\})/).map((part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    return part.startsWith("{") ? `(?:${part.slice(1, -1).split(",").map(escaped).join("|")})` : escaped(part);
  });
  const glob = new RegExp(`^${parts.join("")}$`);
  globs.set(pattern, glob);
  return glob;
}

const escaped = (text: string) => text.replace(/[.+?^$()|[\]\\]/g, "\\$&");

/** What was found out of paths already, for each list of patterns: all files are looked at anew for each planted one. */
const selected = new WeakMap<readonly string[], Map<string, boolean>>();

/** Whether a path is among these: the last pattern that fits decides. */
export function selects(patterns: readonly string[], path: string): boolean {
  let known = selected.get(patterns);
  if (!known) {
    known = new Map();
    selected.set(patterns, known);
  }
  const before = known.get(path);
  if (before !== undefined) return before;
  const last = patterns.findLast((pattern) => globOf(pattern.replace(/^!/, "")).test(path));
  const is = last !== undefined && !last.startsWith("!");
  known.set(path, is);
  return is;
}

/** What is imported, as rules spell it. */
export function targetOf(to: Resolved): string {
  switch (to.kind) {
    case "file":
      return to.path;
    case "builtin":
      return to.name;
    case "package":
      return `npm:${to.name}`;
    case "unresolved":
      return `unresolved ${to.specifier}`;
  }
}

export function violations(files: readonly SourceFile[], rules: readonly Rule[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return rules.flatMap((rule) =>
    files
      .filter(({ path }) => selects(rule.from, path))
      .flatMap((file) => (rule.transitive ? loaded(file, byPath, rule) : direct(file, rule)))
      .filter(({ file, imports }) => !rule.yet?.some(({ from, to }) => from === file && to === imports)),
  );
}

function direct(file: SourceFile, rule: Rule): Violation[] {
  return file.imports.flatMap(({ to, line }) => {
    const imports = targetOf(to);
    return selects(rule.to, imports) ? [{ rule: rule.id, file: file.path, line, imports }] : [];
  });
}

/** What running a file loads against the rule, by the shortest way to each. */
function loaded(file: SourceFile, files: ReadonlyMap<string, SourceFile>, rule: Rule): Violation[] {
  const seen = new Set([file.path]);
  const found: Violation[] = [];
  let ways = file.imports.map((one) => ({ one, line: one.line, way: "" }));
  while (ways.length > 0) {
    const further: typeof ways = [];
    for (const { one, line, way } of ways) {
      const imports = targetOf(one.to);
      if (one.typeOnly || seen.has(imports)) continue;
      seen.add(imports);
      if (selects(rule.to, imports)) found.push({ rule: rule.id, file: file.path, line, imports: way + imports });
      else
        for (const next of files.get(imports)?.imports ?? [])
          further.push({ one: next, line, way: `${way}${imports} → ` });
    }
    ways = further;
  }
  return found;
}

/** Imports that lead nowhere, and those that nobody can follow. */
export const unresolved = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap((one) => (one.to.kind === "unresolved" ? [`${path}:${one.line} ${one.to.specifier}`] : [])),
  );

/** Groups of files that load each other in a circle. For their types alone, files of one folder may know each other. */
export function fileCircles(files: readonly SourceFile[]): string[][] {
  const edges = new Map(
    files.map(({ path, imports }) => [path, imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => targetOf(to))]),
  );
  return circles(edges);
}

/** The same of the folders right below a root; a file beside them is one by itself. */
export function folderCircles(
  files: readonly SourceFile[],
  { root, except, yet }: FolderRule,
): { readonly folders: readonly string[]; readonly imports: readonly string[] }[] {
  const folderOf = (path: string) => path.slice(root.length + 1).split("/")[0] ?? "";
  const inside = (path: string) => path.startsWith(`${root}/`);
  const edges = new Map<string, string[]>();
  const crossings: { from: string; to: string; says: string }[] = [];
  for (const { path, imports } of files) {
    if (!inside(path) || selects(except, path)) continue;
    for (const one of imports) {
      const target = targetOf(one.to);
      const [from, to] = [folderOf(path), folderOf(target)];
      if (!inside(target) || from === to || isYet(yet, path, target)) continue;
      edges.set(from, [...(edges.get(from) ?? []), to]);
      crossings.push({ from, to, says: `${path}:${one.line} → ${target}` });
    }
  }
  return circles(edges).map((folders) => ({
    folders,
    imports: crossings.filter(({ from, to }) => folders.includes(from) && folders.includes(to)).map(({ says }) => says),
  }));
}

export interface FolderRule {
  readonly root: string;
  readonly except: readonly string[];
  readonly yet: readonly { readonly from: string; readonly to: string }[];
}

export const isYet = (yet: FolderRule["yet"], path: string, target: string): boolean =>
  yet.some(({ from, to }) => globOf(from).test(path) && globOf(to).test(target));

/** Tarjan's strongly connected components, those of more than one node. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const lower = (node: string, to: number | undefined) => low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
  const visit = (node: string) => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) {
        visit(next);
        lower(node, low.get(next));
      } else if (stack.includes(next)) lower(node, order.get(next));
    }
    if (low.get(node) !== order.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) found.push(circle);
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return found;
}

/** One import in each form there is. */
export const forms = (specifier: string): Readonly<Record<string, string>> => ({
  "import …": `import { a } from "${specifier}"; a;`,
  "import for its effects": `import "${specifier}";`,
  "import type": `import type { A } from "${specifier}"; export type B = A;`,
  "import { type … }": `import { type A } from "${specifier}"; export type B = A;`,
  "export … from": `export { a } from "${specifier}";`,
  "export type … from": `export type { A } from "${specifier}";`,
  "export *": `export * from "${specifier}";`,
  "import()": `export const a = () => import("${specifier}");`,
  "import() of a template": `export const a = () => import(\`${specifier}\`);`,
  require: `export const a = require("${specifier}");`,
  "require.resolve": `export const a = require.resolve("${specifier}");`,
  "import = require": `import a = require("${specifier}"); a;`,
  createRequire: `export const a = createRequire(import.meta.url)("${specifier}");`,
  "import.meta.resolve": `export const a = import.meta.resolve("${specifier}");`,
  "typeof import": `export type A = typeof import("${specifier}");`,
  "import type of a name": `export type A = import("${specifier}").Name;`,
});

/** Whether a form is gone at run time. */
export const isErased = (imports: readonly Pick<Import, "typeOnly">[]): boolean =>
  imports.every(({ typeOnly }) => typeOnly);
