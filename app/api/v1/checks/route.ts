import { checkRequest } from "../../../../lib/http/api/schemas.ts";
import { readJsonRequest } from "../../../../lib/http/json-request.ts";
import { wantsStream } from "../../../../lib/http/ndjson.ts";
import { guarded, problem } from "../../../../lib/http/problem.ts";
import { reportResponse, reportStream } from "../../../../lib/http/report-body.ts";
import { problemMembers, start } from "../../../../lib/http/start.ts";
import { follow } from "../../../../lib/service/live/read-report.ts";

export const dynamic = "force-dynamic";

/**
 * Starts a check, or joins the one that runs for the same target and options. Answers when it is done; with
 * `Prefer: respond-async` at once; with `Accept: application/x-ndjson` line by line. The same
 * again within a minute is answered with the report that is there already.
 */
export const POST = guarded(async (request) => {
  const { headers: from } = request;
  const read = await readJsonRequest(request, checkRequest, '{"target": "203.0.113.10"}');
  if (!read.ok) return read.response;

  const { selectors, ...rest } = read.data;
  const starting = await start(request, { ...rest, selector: selectors });
  const { headers } = starting;
  if (!starting.ok) {
    const { code, problems } = starting;
    return problem(code, { headers, ...problemMembers(problems) });
  }
  const { id, deleteToken } = starting.started;
  headers.set("location", `/api/v1/reports/${id}`);
  if (deleteToken) headers.set("nameplate-delete-token", deleteToken);
  const status = starting.repeated ? 200 : 201;
  if (wantsStream(from)) return reportStream(id, request, { status, headers });
  if (!starting.repeated && /(^|[,\s])respond-async\b/i.test(from.get("prefer") ?? "")) {
    headers.set("preference-applied", "respond-async");
    return reportResponse(id, request, { status: 202, headers });
  }
  for await (const _ of follow(id));
  return reportResponse(id, request, { status, headers });
});
