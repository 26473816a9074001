import { clientOf } from "../../lib/http/headers.ts";
import { guarded } from "../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** The asker's address, for `curl host/ip`; browsers, which ask for HTML, get the page about it. */
export const GET = guarded(({ headers }) => {
  const said = { "cache-control": "no-store", vary: "accept" };
  if (/\btext\/html\b/i.test(headers.get("accept") ?? ""))
    return new Response(null, { status: 303, headers: { ...said, location: "/your-address" } });
  return new Response(`${clientOf(headers)}\n`, { headers: { ...said, "content-type": "text/plain; charset=utf-8" } });
});
