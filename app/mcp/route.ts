import { originOf } from "../../lib/http/headers.ts";
import { answerMcp } from "../../lib/http/mcp/mcp.ts";
import { guarded, problem } from "../../lib/http/problem.ts";
import { isFromHere } from "../../lib/http/same-site.ts";

export const dynamic = "force-dynamic";

/**
 * The Model Context Protocol over streamable HTTP: tools for language models, without a session. Other sites' pages are
 * refused, as the specification wants it: they must not start checks in their readers' names.
 */
export const POST = guarded((request) =>
  isFromHere(request.headers, originOf(request.headers)) ? answerMcp(request) : problem("cross-site"),
);
