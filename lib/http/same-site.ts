/**
 * Whether a form was sent from one of our own pages (or by a program): other people's pages must not start checks with
 * their readers' addresses. Browsers say where from in Sec-Fetch-Site, and over plain HTTP at least in Origin.
 */
export function isFromHere(headers: Headers, origin: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const from = headers.get("origin");
  return from === null || from === origin;
}
