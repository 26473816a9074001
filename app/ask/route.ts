import { askQuery } from "../../lib/http/ask-query.ts";
import { plainPage, START_PAGE } from "../../lib/http/plain-page.ts";
import { guarded } from "../../lib/http/problem.ts";
import { readBody } from "../../lib/http/request-body.ts";

export const dynamic = "force-dynamic";

/**
 * Where forms on other people's pages lead: our own form, filled in. It starts nothing, so anybody may send it: the
 * check begins when its reader presses the button here, and counts as theirs because they did.
 */
export const POST = guarded(async (request) => {
  const body = await readBody(request);
  if (body === undefined)
    return plainPage("That is more text than we can read. Put in one address or one name.", START_PAGE, {
      status: 413,
    });
  return toForm(new URLSearchParams(body));
});

export const GET = guarded(({ url }) => toForm(new URL(url).searchParams));

const toForm = (fields: URLSearchParams): Response =>
  new Response(null, { status: 303, headers: { location: `/${askQuery(fields)}` } });
