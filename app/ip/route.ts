import { parseAddress } from "../../lib/checks/view.ts";
import { clientOf } from "../../lib/http/headers.ts";
import { jsonResponse } from "../../lib/http/json.ts";
import { guarded } from "../../lib/http/problem.ts";
import { vantage } from "../../lib/service/service-vantage.ts";

export const dynamic = "force-dynamic";

/**
 * The asker's address, for `curl host/ip`; browsers, which ask for HTML, get the page about it, and our own pages, which
 * are the same for everybody, ask for JSON: `public` says whether receivers could see it.
 */
export const GET = guarded(({ headers }) => {
  const said = { "cache-control": "no-store", vary: "accept" };
  const accept = headers.get("accept") ?? "";
  if (/\btext\/html\b/i.test(accept))
    return new Response(null, { status: 303, headers: { ...said, location: "/your-address" } });
  const client = clientOf(headers);
  if (/\bapplication\/json\b/i.test(accept)) {
    const address = parseAddress(client);
    const isPublic = address !== undefined && vantage().guard(address).allowed;
    return jsonResponse({ address: address ?? null, public: isPublic }, { headers: said });
  }
  return new Response(`${client}\n`, { headers: { ...said, "content-type": "text/plain; charset=utf-8" } });
});
