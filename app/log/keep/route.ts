import { originOf } from "../../../lib/http/headers.ts";
import { keepTable, keptPage } from "../../../lib/http/kept-logs/keep.ts";
import { plainPage } from "../../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../../lib/http/problem.ts";
import { readBody } from "../../../lib/http/request-body.ts";
import { isFromHere } from "../../../lib/http/same-site.ts";
import { unpackTable } from "../../../lib/service/kept-logs/kept-log.ts";

export const dynamic = "force-dynamic";

const BACK = { href: "/bounce", text: "Back to the form" };
const MAX_BYTES = 512 * 1024;

/** The button under a table: it brings the table along, because nothing of it is kept before. */
export const POST = guarded(async (request) => {
  if (!isFromHere(request.headers, originOf(request.headers)))
    return plainPage("Tables are kept from this service's own pages.", BACK, { status: problemStatus("cross-site") });
  const body = await readBody(request, MAX_BYTES);
  if (body === undefined) return plainPage(problemTitle("too-large"), BACK, { status: problemStatus("too-large") });
  const form = new URLSearchParams(body);
  const table = await unpackTable(Buffer.from(form.get("table") ?? "", "base64url")).catch(() => undefined);
  if (!table || table.readings.length === 0)
    return plainPage("The table could not be read. Paste the log again.", BACK, {
      status: problemStatus("invalid-request"),
    });
  return keptPage(request, await keepTable(request, table), BACK);
});

export const GET = guarded(() => new Response(null, { status: 303, headers: { location: "/bounce" } }));
