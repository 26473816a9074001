import { readingJson } from "../../../../lib/http/api/reading-json.ts";
import { bounceRequest } from "../../../../lib/http/api/schemas.ts";
import { originOf } from "../../../../lib/http/headers.ts";
import { jsonResponse } from "../../../../lib/http/json.ts";
import { readJsonRequest } from "../../../../lib/http/json-request.ts";
import { meantBy } from "../../../../lib/http/meant.ts";
import { guarded, problem } from "../../../../lib/http/problem.ts";
import { readInTurn } from "../../../../lib/http/read-in-turn.ts";
import { problemMembers } from "../../../../lib/http/start.ts";
import { startPasted } from "../../../../lib/http/start-pasted.ts";
import { tooMuch } from "../../../../lib/inbound/read-pasted.ts";

export const dynamic = "force-dynamic";

/** 2 MB of text, which JSON may write in up to six times as many bytes (`\\u0061`). */
const MAX_BYTES = 13 * 1024 * 1024;

/**
 * Reads bounces, a mail log or headers. With `check` it also starts the check of what they name, and answers 201 with the report's
 * address. The text is not kept.
 */
export const POST = guarded(async (request) => {
  const { headers: from } = request;
  const read = await readJsonRequest(request, bounceRequest, '{"text": "550 5.7.25 …"}', MAX_BYTES);
  if (!read.ok) return read.response;

  const more = tooMuch(read.data.text);
  if (more) return problem("too-large", { detail: more });
  const pasted = await readInTurn(read.data.text);
  const { mine } = read.data;
  const meant = mine && pasted.kind !== "headers" ? await meantBy(mine.join("\n")) : undefined;
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
