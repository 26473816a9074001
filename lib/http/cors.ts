/** Reports may be read from any page: who knows the link may read, and nothing is sent along that says who asks. */
export const ANYBODY: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag",
};

/** Lets any page read an answer. */
export function forAnybody(response: Response): Response {
  for (const [name, value] of Object.entries(ANYBODY)) response.headers.set(name, value);
  return response;
}

/** Pages elsewhere may read, and nothing else: no POST or DELETE is listed. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: { ...ANYBODY, "access-control-allow-methods": "GET, HEAD", "access-control-max-age": "86400" },
  });
