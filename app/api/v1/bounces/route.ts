import { readingJson } from "../../../../lib/http/api/reading-json.ts";
import { bounceRequest } from "../../../../lib/http/api/schemas.ts";
import { originOf } from "../../../../lib/http/headers.ts";
import { jsonResponse } from "../../../../lib/http/json.ts";
import { readJsonRequest } from "../../../../lib/http/json-request.ts";
import { keepReading, TOO_MANY_ROWS } from "../../../../lib/http/kept-logs/keep.ts";
import { meantBy } from "../../../../lib/http/meant.ts";
import { guarded, problem } from "../../../../lib/http/problem.ts";
import { readInTurn } from "../../../../lib/http/read-in-turn.ts";
import { problemMembers } from "../../../../lib/http/start.ts";
import { startPasted } from "../../../../lib/http/start-pasted.ts";
import type { Meant } from "../../../../lib/inbound/log/table.ts";
import { type Pasted, tooMuch } from "../../../../lib/inbound/read-pasted.ts";

export const dynamic = "force-dynamic";

/** 2 MB of text, which JSON may write in up to six times as many bytes (`\\u0061`). */
const MAX_BYTES = 13 * 1024 * 1024;

/**
 * Reads bounces, a mail log or headers. With `check` it also starts the check of what they name, and answers 201 with the report's
 * address; with `keep` it keeps the table and answers 201 with its address. The text is not kept.
 */
export const POST = guarded(async (request) => {
  const { headers: from } = request;
  const read = await readJsonRequest(request, bounceRequest, '{"text": "550 5.7.25 …"}', MAX_BYTES);
  if (!read.ok) return read.response;

  if (read.data.keep && read.data.check)
    return problem("invalid-request", {
      detail: "check and keep make something each, and have a token each: ask twice.",
    });
  const more = tooMuch(read.data.text);
  if (more) return problem("too-large", { detail: more });
  const pasted = await readInTurn(read.data.text);
  const { mine } = read.data;
  const meant = mine && pasted.kind !== "headers" ? await meantBy(mine.join("\n")) : undefined;
  if (read.data.keep) return kept(request, pasted, meant);
  if (!read.data.check) return jsonResponse(readingJson(pasted, meant), { headers: { "cache-control": "no-store" } });
  const starting = await startPasted(request, pasted);
  if (!starting)
    return problem("invalid-target", {
      detail: "The text names nothing that can be checked.",
      ...readingJson(pasted, meant),
    });
  if (!starting.ok) {
    const { code, headers, problems } = starting;
    return problem(code, { headers, ...problemMembers(problems) });
  }
  const { headers, started } = starting;
  headers.set("location", `/api/v1/reports/${started.id}`);
  headers.set("cache-control", "no-store");
  if (started.deleteToken) headers.set("nameplate-delete-token", started.deleteToken);
  const report = { id: started.id, url: `${originOf(from)}/r/${started.id}` };
  return jsonResponse({ ...readingJson(pasted, meant), report }, { status: starting.repeated ? 200 : 201, headers });
});

/** Keeps the table of what was read, and says where it is. */
async function kept(request: Request, pasted: Pasted, meant: Meant | undefined): Promise<Response> {
  if (!pasted.log || pasted.log.readings.length === 0)
    return problem("invalid-target", {
      detail: "There is no table to keep: the text has no log line or notification that names a recipient.",
    });
  const keeping = await keepReading(request, pasted.log, meant ?? { addresses: [], names: [] });
  if (!keeping.ok) {
    const { code, headers } = keeping;
    return problem(code, { headers, ...(code === "too-large" ? { detail: TOO_MANY_ROWS } : {}) });
  }
  const { id, deleteToken, headers } = keeping;
  headers.set("location", `/api/v1/logs/${id}`);
  headers.set("cache-control", "no-store");
  headers.set("nameplate-delete-token", deleteToken);
  const table = { id, url: `${originOf(request.headers)}/log/${id}` };
  return jsonResponse({ ...readingJson(pasted, meant), table }, { status: 201, headers });
}
