import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { methodsOf } from "./routes.ts";

const APP = join(import.meta.dirname, "../../app");

/** What the framework would serve: addresses, and the methods their files answer. */
function served(): [string, string[]][] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" }).flatMap((file): [string, string[]][] => {
    const path = join("/", dirname(file))
      .replaceAll("[file]", "x.svg")
      .replaceAll(/\[\w+\]/g, "x");
    if (/(^|\/)page\.tsx$/.test(file)) return [[path, ["GET", "HEAD"]]];
    // What catches everything else is no address of its own.
    if (!/(^|\/)route\.ts$/.test(file) || file.includes("[...")) return [];
    const source = readFileSync(join(APP, file), "utf8");
    const methods = [...source.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm)].map(
      (m) => m[1] ?? "",
    );
    return [[path, methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]))]];
  });
}

test("every page and route is listed, with the methods it answers", () => {
  const all = served();
  expect(all.length).toBeGreaterThan(25);
  for (const [path, methods] of all) expect([path, methodsOf(path)?.toSorted()]).toEqual([path, methods.toSorted()]);
});

test("a report's other forms answer like the routes behind them", () => {
  expect(methodsOf("/r/x.json")).toEqual(methodsOf("/api/v1/reports/x"));
  for (const [ending, route] of [
    ["md", "markdown"],
    ["txt", "text"],
    ["png", "card"],
  ] as const)
    expect(methodsOf(`/r/x.${ending}`)).toEqual(methodsOf(`/r/x/${route}`));
});

test("a pool's other forms answer like the routes behind them", () => {
  expect(methodsOf("/pool/x.json")).toEqual(methodsOf("/api/v1/pools/x"));
  expect(methodsOf("/pool/x.csv")).toEqual(methodsOf("/pool/x/csv"));
  expect(methodsOf("/pool/x.md")).toEqual(methodsOf("/pool/x/markdown"));
});

test("nothing else is", () => {
  for (const path of ["/nowhere", "/r", "/r/x/y", "/api/v1/checks/x", "/signals/x/y", "/_next/static/x.js"])
    expect(methodsOf(path)).toBeUndefined();
});
