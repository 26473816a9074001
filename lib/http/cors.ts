/** Reports may be read from any page: who knows the link may read, and nothing is sent along that says who asks. */
export const ANYBODY: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag",
};

/** Pages elsewhere may read, and nothing else: no POST or DELETE is listed. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: { ...ANYBODY, "access-control-allow-methods": "GET, HEAD", "access-control-max-age": "86400" },
  });
