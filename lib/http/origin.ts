/** The origin of a service that was called by this name; a name that could carry markup is not repeated. */
export function originAsked(host: string | null | undefined, scheme: "http" | "https" = "http"): string {
  const isName = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i.test(host ?? "");
  const origin = `${scheme}://${isName ? host?.toLowerCase() : "localhost"}`;
  // Ports end at 65535, and not everything in brackets is an address.
  return URL.canParse(origin) ? origin : `${scheme}://localhost`;
}
