import { fieldOf, fieldsOf, fileText, readForm } from "../../../lib/http/form-body.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { plainPage } from "../../../lib/http/plain-page.ts";
import { backToPoolForm, startedPoolPage } from "../../../lib/http/pools/pool-form.ts";
import { MAX_POOL_BYTES, type PoolFields, startPool } from "../../../lib/http/pools/start-pool.ts";
import { guarded, problemStatus } from "../../../lib/http/problem.ts";
import { isFromHere } from "../../../lib/http/same-site.ts";
import { tooBusyPage } from "../../../lib/http/started-page.ts";
import { readPool } from "../../../lib/service/pools/read-pool.ts";
import { isId } from "../../../lib/service/store/ids.ts";

export const dynamic = "force-dynamic";

const BACK = { href: "/pool", text: "Back to the form" };
/** As much text as a pool takes is up to three times as long once a form has encoded it. */
const MAX_BYTES = 3 * MAX_POOL_BYTES + 16 * 1024;
const TOO_LARGE = "That is more text than we can read. Leave out what is no address or name.";

/**
 * The form at `/pool`, and the buttons that send the same: what was pasted and what is in the file become one text.
 * `again` is a pool whose list is looked at anew; the new pool's page leads to what has changed since. What cannot be
 * read goes back to the form, with the text in it.
 */
export const POST = guarded(async (request) => {
  if (!isFromHere(request.headers, originOf(request.headers)))
    return plainPage("Pools are started from this service's own pages.", BACK, { status: problemStatus("cross-site") });
  const form = await readForm(request, MAX_BYTES);
  if (form === "too-large") return plainPage(TOO_LARGE, BACK, { status: problemStatus("too-large") });
  if (form === "unreadable")
    return plainPage("The form could not be read.", BACK, { status: problemStatus("invalid-request") });

  const again = fieldOf(form, "again");
  const before = isId(again) ? await readPool(again) : undefined;
  const list = before?.kind === "pool" ? before.pool.input : { text: await textOf(form) };
  if ("text" in list && Buffer.byteLength(list.text) > MAX_POOL_BYTES)
    return plainPage(TOO_LARGE, BACK, { status: problemStatus("too-large") });
  const fields: PoolFields = {
    ...list,
    from: fieldOf(form, "from"),
    helo: fieldOf(form, "helo"),
    selector: fieldsOf(form, "selector"),
  };
  const starting = await startPool(request, fields);
  if (starting.ok) return startedPoolPage(request, starting, before?.kind === "pool" ? again : undefined);
  if (starting.code !== "invalid-target") return tooBusyPage({ code: starting.code, headers: starting.headers }, BACK);
  return backToPoolForm(fields, starting.problems);
});

export const GET = guarded(() => new Response(null, { status: 303, headers: { location: "/pool" } }));

/** What was pasted, then what is in the file. */
async function textOf(form: FormData): Promise<string> {
  const [pasted, filed] = [fieldOf(form, "text"), await fileText(form, "file")];
  return [pasted, filed].filter((text) => text.trim() !== "").join("\n");
}
