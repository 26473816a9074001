import type { z } from "zod";
import { originOf } from "./headers.ts";
import { readJson } from "./json-body.ts";
import { problem } from "./problem.ts";
import { readBody } from "./request-body.ts";
import { isFromHere } from "./same-site.ts";

/** What a program posted, or the answer that says why it is not taken. */
export type JsonRequest<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly response: Response };

/** Reads a POST of JSON that starts something: from our own pages or a program, never from another site's page. */
export async function readJsonRequest<T>(
  request: Request,
  shape: z.ZodType<T>,
  example: string,
  maxBytes?: number,
): Promise<JsonRequest<T>> {
  const { headers } = request;
  if (!isFromHere(headers, originOf(headers))) return { ok: false, response: problem("cross-site") };
  // A type that a form cannot send makes browsers ask first, and we never say yes to other people's pages.
  if (!/^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? ""))
    return { ok: false, response: problem("unsupported-type") };
  const body = await readBody(request, maxBytes);
  if (body === undefined) return { ok: false, response: problem("too-large") };
  const read = readJson(body, shape, example);
  return read.ok ? read : { ok: false, response: problem("invalid-request", { detail: read.detail }) };
}
