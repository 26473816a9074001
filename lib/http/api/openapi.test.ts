import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PUBLIC } from "../../checks/report/public-parts.ts";
import { PROBLEM_CODES } from "../problem.ts";
import { openApiDocument } from "./openapi.ts";
import { OPERATIONS } from "./operations.ts";

const ROOT = join(import.meta.dirname, "../../..");
const api = JSON.parse(JSON.stringify(openApiDocument("https://np.example")));

describe("the document", () => {
  test("is OpenAPI 3.1, and all its references lead somewhere", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(api));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, "3.1"]);
    for (const [, id] of JSON.stringify(api).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(api.components.schemas).toHaveProperty(String(id));
  });

  test("would not be taken with a mistake in it", async () => {
    const broken = { ...structuredClone(api), paths: { "/x": { get: { responses: { 200: {} } } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  test("has every API route of the service with its methods, and no other", () => {
    // A catch-all is no route of the API: it says in the API's own form that there is none.
    const isCatchAll = (file: string) => file.includes("[[...");
    const files = globSync("app/{api/v1,ip,healthz,badge}/**/route.ts", { cwd: ROOT });
    expect(files.filter(isCatchAll)).toEqual(["app/api/v1/[[...rest]]/route.ts"]);
    const routes = files
      .filter((file) => !isCatchAll(file))
      .flatMap((file) => {
        const path = file.replace(/^app|\/route\.ts$/g, "").replace(/\[(\w+)\]/g, "{$1}");
        const source = readFileSync(join(ROOT, file), "utf8");
        return [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(
          ([, method]) => `${method} ${path}`,
        );
      });
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map(
        (method) => `${method.toUpperCase()} ${path.replace("{target}.svg", "{file}")}`,
      ),
    );
    // The forms of a report are rewritten to routes of their own.
    const forms = described.filter((one) => /^GET \/(r|pool|log)\//.test(one));
    expect(forms).toEqual([
      ...["json", "txt", "md", "png"].map((ending) => `GET /r/{id}.${ending}`),
      ...["log", "pool"].flatMap((kind) => ["json", "csv", "md"].map((ending) => `GET /${kind}/{id}.${ending}`)),
    ]);
    expect(described.filter((one) => !forms.includes(one)).toSorted()).toEqual(routes.toSorted());
    for (const route of ["r/[id]/text", "pool/[id]/csv", "pool/[id]/markdown", "log/[id]/csv", "log/[id]/markdown"])
      expect(existsSync(join(ROOT, "app", route, "route.ts"))).toBe(true);
  });

  test("names each operation once, and an example of each that answers JSON", () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    for (const { id, answers, examples } of OPERATIONS)
      if (answers.some(({ content }) => content && Object.keys(content).some((type) => type.includes("json"))))
        expect(examples.length, id).toBeGreaterThan(0);
  });

  test("knows every problem that a route can be answered with", () => {
    const known = new Set(OPERATIONS.flatMap(({ problems }) => problems));
    // This one is of every address, whatever the route.
    expect(PROBLEM_CODES.filter((code) => !known.has(code))).toEqual(["method-not-allowed"]);
  });
});

describe("the schemas", () => {
  const named = Object.entries(api.components.schemas) as [string, object][];

  test("say the same of what is sent and of what is read: no transforms", () => {
    const [input, output] = (["input", "output"] as const).map((io) => z.toJSONSchema(PUBLIC, { io }));
    expect(input).toEqual(output);
  });

  test.each(named)("%s is loose where it is answered and strict where it is asked", (name, schema) => {
    const asked = name.endsWith("Request");
    for (const one of objectsIn(schema)) expect(one.additionalProperties).toEqual(asked ? false : expect.any(Object));
  });

  test("take every example", () => {
    for (const { body, examples } of OPERATIONS)
      for (const example of examples) if (body) expect(body.safeParse(example.body).success).toBe(true);
  });
});

interface Schema {
  readonly additionalProperties?: unknown;
}

/** Every object with fields in a schema, itself included. */
function objectsIn(schema: unknown): Schema[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inner = Object.values(schema).flatMap(objectsIn);
  return "properties" in schema && "type" in schema ? [schema as Schema, ...inner] : inner;
}
