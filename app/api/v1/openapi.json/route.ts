import { openApiDocument } from "../../../../lib/http/api/openapi.ts";
import { ANYBODY, preflight } from "../../../../lib/http/cors.ts";
import { originOf } from "../../../../lib/http/headers.ts";
import { jsonResponse } from "../../../../lib/http/json.ts";
import { guarded } from "../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** The API's description in OpenAPI 3.1. */
export const GET = guarded(({ headers }) =>
  jsonResponse(openApiDocument(originOf(headers)), {
    headers: { ...ANYBODY, "cache-control": "public, max-age=300" },
  }),
);

export const OPTIONS = preflight;
