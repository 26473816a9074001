import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync, visitorKeys } from "oxc-parser";

/** Where one file names another, or a package. */
export interface Import {
  /** As it is written; undefined where it is computed, so that nobody can tell what it loads. */
  readonly specifier: string | undefined;
  /** Whether it is gone at run time: `import type`, `export type … from`, `typeof import("…")`. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** What a specifier leads to. */
export type Resolved =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "unresolved"; readonly specifier: string };

/** One file of the project with its imports. Paths are relative to the root, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly (Import & { readonly to: Resolved })[];
}

export const CODE = /\.[cm]?[jt]sx?$/;

/** Folders without a line of ours, and what Next writes. */
const NOT_OURS = new Set([".git", ".next", "node_modules", "artifacts", "data", "next-env.d.ts"]);

/** Every file of code below a root. */
export function codeFiles(root: string, under = ""): string[] {
  return readdirSync(join(root, under), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return codeFiles(root, path);
    return CODE.test(entry.name) ? [path] : [];
  });
}

export const readSource = (root: string, path: string): SourceFile =>
  sourceFile(root, path, readFileSync(join(root, path), "utf8"));

/** A file with this text, which need not be on the disk. */
export function sourceFile(root: string, path: string, text: string): SourceFile {
  return { path, imports: importsOf(path, text).map((one) => ({ ...one, to: resolved(root, path, one.specifier) })) };
}

/** Every import of a file, of whatever form. Throws where it cannot be parsed. */
export function importsOf(path: string, text: string): Import[] {
  const { program, errors, comments } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const found: Import[] = [];
  const add = (node: { readonly start: number }, source: unknown, typeOnly = false) =>
    found.push({ specifier: literal(source), typeOnly, line: text.slice(0, node.start).split("\n").length });

  walk(program as unknown as Node, (node) => {
    switch (node.type) {
      case "ImportDeclaration":
        return add(node, node.source, isTypeOnly(node.importKind, node.specifiers));
      case "ExportNamedDeclaration":
        return node.source ? add(node, node.source, isTypeOnly(node.exportKind, node.specifiers)) : undefined;
      case "ExportAllDeclaration":
        return add(node, node.source, node.exportKind === "type");
      case "ImportExpression":
        return add(node, node.source);
      // typeof import("…"), and import("…").Name as a type.
      case "TSImportType":
        return add(node, node.source, true);
      // import name = require("…")
      case "TSExternalModuleReference":
        return add(node, node.expression);
      case "CallExpression":
        return LOADERS.has(spelled(node.callee)) ? add(node, (node.arguments as unknown[])[0]) : undefined;
      // new URL("./worker.ts", import.meta.url): how workers and bundled files are named.
      case "NewExpression": {
        const [file, base] = node.arguments as unknown[];
        const named = spelled(node.callee) === "URL" && spelled(base) === "import.meta.url" ? literal(file) : undefined;
        return named && CODE.test(named) ? add(node, file) : undefined;
      }
    }
  });
  for (const comment of comments) {
    const [, file] = /^\/\s*<reference\s+path=["']([^"']+)["']/.exec(comment.value) ?? [];
    if (file) add(comment, { type: "Literal", value: file }, true);
  }
  return found;
}

/** Functions that load, or say where to load from, what their first argument names. */
const LOADERS = new Set([
  "require",
  "require.resolve",
  "import.meta.resolve",
  "process.getBuiltinModule",
  "globalThis.process.getBuiltinModule",
  "createRequire()",
  "createRequire().resolve",
  "module.require",
]);

/** A node of the syntax tree (TS-ESTree). */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

function walk(node: Node, see: (node: Node) => unknown): void {
  see(node);
  for (const key of visitorKeys[node.type] ?? [])
    for (const child of [node[key]].flat()) if (child) walk(child as Node, see);
}

/** A callee as it is spelled: names and dots, and `()` for a call. Anything else is the empty text. */
function spelled(node: unknown): string {
  const { type, name, meta, property, object, callee, computed, expression, value } = (node ?? {}) as Node;
  switch (type) {
    case "Identifier":
      return String(name);
    case "Literal":
      return String(value);
    case "MetaProperty":
      return `${spelled(meta)}.${spelled(property)}`;
    case "ChainExpression":
    case "ParenthesizedExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return spelled(expression);
    case "MemberExpression":
      return !computed || (property as Node)?.type === "Literal" ? `${spelled(object)}.${spelled(property)}` : "";
    case "CallExpression":
      return `${spelled(callee)}()`;
    default:
      return "";
  }
}

/** A string, or a template without holes. */
function literal(node: unknown): string | undefined {
  const { type, value, quasis, expression } = (node ?? {}) as Node;
  if (type === "Literal" && typeof value === "string") return value;
  if (type === "TemplateLiteral" && (quasis as Node[]).length === 1)
    return (quasis as { value: { cooked: string } }[])[0]?.value.cooked;
  return type === "ParenthesizedExpression" || type === "TSAsExpression" ? literal(expression) : undefined;
}

/** `import type { … }` and `import { type …, type … }`: nothing of it is loaded. */
function isTypeOnly(kind: unknown, specifiers: unknown): boolean {
  const kinds = (specifiers as Node[]).map(({ importKind, exportKind }) => importKind ?? exportKind);
  return kind === "type" || (kinds.length > 0 && kinds.every((each) => each === "type"));
}

function resolved(root: string, from: string, specifier: string | undefined): Resolved {
  if (specifier === undefined) return { kind: "unresolved", specifier: "(computed)" };
  if (isBuiltin(specifier)) return { kind: "builtin", name: `node:${specifier.replace(/^node:/, "")}` };
  if (/^(\.{0,2}\/|\.{1,2}$)/.test(specifier)) {
    const file = fileAt(root, resolve(root, dirname(from), specifier.replace(/[?#].*$/, "")));
    return file === undefined ? { kind: "unresolved", specifier } : { kind: "file", path: file };
  }
  const name = /^(@[\w.-]+\/)?[\w.-]+/.exec(specifier)?.[0];
  // "#alias", "file:…" and the like would lead past the paths that rules speak of.
  return name && !/^[a-z]+:/.test(specifier) ? { kind: "package", name: specifier } : { kind: "unresolved", specifier };
}

/** The file a path means, as bundlers find it, by its real path. */
function fileAt(root: string, path: string): string | undefined {
  const bare = path.replace(/\.([cm]?)jsx?$/, ".$1ts");
  const tries = [
    path,
    bare,
    `${bare}x`,
    ...["ts", "tsx", "mts", "js", "mjs", "d.ts"].map((ending) => `${path}.${ending}`),
  ];
  const all = [...tries, ...["ts", "tsx", "js"].map((ending) => join(path, `index.${ending}`))];
  const found = all.find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
  return found && relative(realpathSync(root), realpathSync(found)).replaceAll("\\", "/");
}
