import { originOf } from "../../../lib/http/headers.ts";
import { guarded } from "../../../lib/http/problem.ts";
import { securityText } from "../../../lib/http/security-text.ts";
import { env } from "../../../lib/service/env.ts";

export const dynamic = "force-dynamic";

/** Whom to tell of a hole in this service (RFC 9116). */
export const GET = guarded(
  (request) =>
    new Response(securityText(originOf(request.headers), env().securityContact, Date.now()), {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=86400" },
    }),
);
