import { listenRequest } from "../../../../lib/http/api/schemas.ts";
import { jsonResponse } from "../../../../lib/http/json.ts";
import { readJsonRequest } from "../../../../lib/http/json-request.ts";
import { madeJson, makeListen } from "../../../../lib/http/listens.ts";
import { guarded, problem } from "../../../../lib/http/problem.ts";
import { problemMembers } from "../../../../lib/http/start.ts";

export const dynamic = "force-dynamic";

/** Makes a mail address: whoever sends to it sees what it was seen as. */
export const POST = guarded(async (request) => {
  const read = await readJsonRequest(request, listenRequest, '{"expect": {"address": "203.0.113.10"}}');
  if (!read.ok) return read.response;
  const making = await makeListen(request, read.data.expect ?? {});
  const { headers } = making;
  if (!making.ok) return problem(making.code, { headers, ...problemMembers(making.problems) });
  headers.set("location", `/api/v1/listens/${making.listen.id}`);
  headers.set("cache-control", "no-store");
  return jsonResponse(madeJson(making.listen), { status: 201, headers });
});
