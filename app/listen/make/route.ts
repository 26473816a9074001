import { originOf } from "../../../lib/http/headers.ts";
import { makeListen } from "../../../lib/http/listens.ts";
import { plainPage } from "../../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../../lib/http/problem.ts";
import { readBody } from "../../../lib/http/request-body.ts";
import { isFromHere } from "../../../lib/http/same-site.ts";

export const dynamic = "force-dynamic";

const BACK = { href: "/listen", text: "Back to the form" };

/** The form at `/listen`: makes an address and leads to its page; what cannot be expected goes back to the form. */
export const POST = guarded(async (request) => {
  if (!isFromHere(request.headers, originOf(request.headers)))
    return plainPage("Addresses are made from this service's own pages.", BACK, {
      status: problemStatus("cross-site"),
    });
  const body = await readBody(request);
  if (body === undefined) return plainPage("That is more text than we can read.", BACK, { status: 413 });
  const form = new URLSearchParams(body);
  const [address, helo] = [form.get("address") ?? "", form.get("helo") ?? ""];
  const making = await makeListen(request, { address, helo });
  if (making.ok) return new Response(null, { status: 303, headers: { location: `/listen/${making.listen.id}` } });
  if (making.code === "invalid-expectation") {
    const query = new URLSearchParams({ address: address.slice(0, 100), helo: helo.slice(0, 600) });
    return new Response(null, { status: 303, headers: { location: `/listen?${query}` } });
  }
  const { code, headers } = making;
  const soon = code === "too-fast" ? ` Try again in ${headers.get("retry-after")} seconds.` : "";
  return plainPage(problemTitle(code) + soon, BACK, { status: problemStatus(code), headers });
});

export const GET = guarded(() => new Response(null, { status: 303, headers: { location: "/listen" } }));
