import type { Json } from "../../../../lib/checks/index.ts";
import { type startedWatch, watchRequest } from "../../../../lib/http/api/watch-schemas.ts";
import { originOf } from "../../../../lib/http/headers.ts";
import { jsonResponse } from "../../../../lib/http/json.ts";
import { readJsonRequest } from "../../../../lib/http/json-request.ts";
import { guarded, problem } from "../../../../lib/http/problem.ts";
import { problemMembers } from "../../../../lib/http/start.ts";
import { startWatchOf } from "../../../../lib/http/start-watch.ts";

export const dynamic = "force-dynamic";

/** Starts a watch. The token in the header and the secret in the body are given here once. */
export const POST = guarded(async (request) => {
  const read = await readJsonRequest(request, watchRequest, '{"target": "203.0.113.20", "until": "ptr"}');
  if (!read.ok) return read.response;
  const { target = "", until, selectors, ...rest } = read.data;
  const starting = await startWatchOf(request, { ...rest, target, until, selector: selectors });
  const { headers } = starting;
  if (!starting.ok) return problem(starting.code, { headers, ...problemMembers(starting.problems) });
  const { id, token, secret, expiresAt } = starting.started;
  headers.set("location", `/api/v1/watches/${id}`);
  headers.set("nameplate-delete-token", token);
  headers.set("cache-control", "no-store");
  const url = `${originOf(request.headers)}/watch/${id}`;
  const body: Json<typeof startedWatch> = {
    ...{ id, url, feed: `${url}.atom`, expiresAt: new Date(expiresAt).toISOString(), secret },
  };
  return jsonResponse(body, { status: 201, headers });
});
