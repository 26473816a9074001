import { escapeMarkup } from "../../lib/checks/view.ts";
import { originOf } from "../../lib/http/headers.ts";
import { guarded } from "../../lib/http/problem.ts";

// Its addresses have to be absolute, and the service may be reached by more than one name.
export const dynamic = "force-dynamic";

/** Lets a browser search from its address bar (OpenSearch 1.1): the field is filled in, and nothing is started yet. */
export const GET = guarded((request) => {
  const origin = escapeMarkup(originOf(request.headers));
  const description = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Nameplate</ShortName>
  <Description>Check the identity of a mail server</Description>
  <Url type="text/html" template="${origin}/?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${origin}/opensearch.xml"/>
  <Image width="16" height="16" type="image/x-icon">${origin}/favicon.ico</Image>
  <InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`;
  return new Response(description, {
    headers: { "content-type": "application/opensearchdescription+xml", "cache-control": "public, max-age=86400" },
  });
});
