import type { z } from "zod";

/** What a program sent, or what is wrong with it in one sentence. */
export type JsonBody<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly detail: string };

/** Reads JSON of one shape. */
export function readJson<T>(text: string, shape: z.ZodType<T>, example: string): JsonBody<T> {
  const read = shape.safeParse(parse(text));
  if (read.success) return { ok: true, data: read.data };
  const [issue] = read.error.issues;
  const field = issue?.path.join(".");
  const what = field
    ? `The field ${field} does not fit: ${lower(issue?.message ?? "")}.`
    : "The body is not the JSON object expected.";
  return { ok: false, detail: `${what} It should look like ${example}.` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
