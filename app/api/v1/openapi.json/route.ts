import { openApiDocument } from "../../../../lib/http/api/openapi.ts";
import { ANYBODY, preflight } from "../../../../lib/http/cors.ts";
import { originOf } from "../../../../lib/http/headers.ts";
import { guarded } from "../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** The API's description in OpenAPI 3.1. */
export const GET = guarded(({ headers }) =>
  Response.json(openApiDocument(originOf(headers)), {
    headers: { ...ANYBODY, "cache-control": "public, max-age=300" },
  }),
);

export const OPTIONS = preflight;
