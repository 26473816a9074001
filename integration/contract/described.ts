import { expect } from "vitest";
import { z } from "zod";
import { PUBLIC } from "../../lib/checks/report/public-parts.ts";
import { openApiDocument } from "../../lib/http/api/openapi.ts";
import { OPERATIONS, type Operation, PROBLEM } from "../../lib/http/api/operations.ts";
import { problemStatus } from "../../lib/http/problem.ts";
import { undeclared } from "./declared.ts";
import type { Answer } from "./fixtures.ts";

/** What the OpenAPI document describes. */
export const { schemas: SCHEMAS } = openApiDocument("").components;

/** Holds JSON against a schema of the API: it fits, and nothing in it is undeclared. */
export function expectDeclared(value: unknown, schema: z.ZodType): void {
  expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
  const described = SCHEMAS[PUBLIC.get(schema)?.id ?? ""];
  if (!described) throw new Error("the schema has no name");
  expect(undeclared(value, described, SCHEMAS)).toEqual([]);
}

/** Holds an answer against what its operation declares for that status and type. */
export function expectAnswered(operation: Operation, status: number, type: string, body: unknown): void {
  const media = type.split(";")[0] ?? "";
  const answer = operation.answers.find((one) => one.status === status);
  if (!answer) {
    expect(operation.problems.map(problemStatus), `${operation.id} ${status}`).toContain(status);
    expect(media).toBe("application/problem+json");
    expectDeclared(body, PROBLEM[media] as z.ZodType);
    expect(operation.problems).toContain((body as { code: string }).code);
    return;
  }
  expect(answer.content ? Object.keys(answer.content) : [""]).toContain(media);
  const schema = answer.content?.[media];
  if (!(schema instanceof z.ZodType)) return;
  for (const one of media.endsWith("x-ndjson") ? (body as unknown[]) : [body]) expectDeclared(one, schema);
}

const operationOf = (method: string, path: string): Operation | undefined =>
  OPERATIONS.find((one) => {
    const parts = one.path.split(/\{\w+\}/).map((part) => part.replaceAll(".", "\\."));
    return one.method === method && new RegExp(`^${parts.join("[^/]+")}$`).test(path);
  });

/** Holds what came of a call against what is said of the route that it asked. */
export function expectDescribed({ asked, status, headers, body }: Answer): void {
  if (!asked) throw new Error("the call does not say what it asked for");
  // Browsers ask this before they read a report from another page; no program does.
  if (asked.method === "options") return;
  const operation = operationOf(asked.method, asked.path);
  if (!operation) throw new Error(`${asked.method} ${asked.path} is not described`);
  expectAnswered(operation, status, headers["content-type"] ?? "", body);
}
