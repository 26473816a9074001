import type { CallToolResult } from "@modelcontextprotocol/server";
import { log } from "../../service/log.ts";
import { isUnavailable } from "../../service/store/unavailable.ts";
import { REQUEST_ID } from "../headers.ts";
import { toJson } from "../json.ts";
import { type ProblemCode, problemStatus, problemTitle, RETRY_SECONDS } from "../problem.ts";
import { problemMembers, type Starting } from "../start.ts";

/** An answer: as it is declared, and as text for clients that know no structured content. */
export const answered = (value: Record<string, unknown>): CallToolResult => ({
  content: [{ type: "text", text: toJson(value) }],
  structuredContent: value,
});

/** Why there is none, in the API's own form (RFC 9457). A model can read it and do something else. */
export const refused = (code: ProblemCode, more: Readonly<Record<string, unknown>> = {}): CallToolResult => ({
  isError: true,
  content: [
    {
      type: "text",
      text: toJson({ type: `/api#${code}`, code, title: problemTitle(code), status: problemStatus(code), ...more }),
    },
  ],
});

/** Why a check could not be started; where it is a matter of time, `retryAfter` says when to come back, in seconds. */
export function notStarted({ code, problems, headers }: Starting & { readonly ok: false }): CallToolResult {
  const retry = headers.get("retry-after");
  return refused(code, { ...problemMembers(problems), ...(retry ? { retryAfter: Number(retry) } : {}) });
}

/** A tool in which a fault of ours is logged once and answered without its words. */
export async function guardedTool(request: Request, work: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) {
      log().error(`the database does not answer: ${String(error)}`);
      return refused("unavailable", { retryAfter: RETRY_SECONDS.unavailable });
    }
    const requestId = request.headers.get(REQUEST_ID) ?? crypto.randomUUID();
    log().error({ err: error, requestId }, "a tool failed by a fault of ours");
    return refused("internal", { requestId });
  }
}
