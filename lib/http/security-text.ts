const DAY_MS = 86_400_000;
/** RFC 9116, 2.5.5 recommends less than a year: who reads it then asks again. */
const VALID_DAYS = 180;

/**
 * The text of `/.well-known/security.txt` (RFC 9116) of the service at `origin`, read at `now` (epoch milliseconds).
 * Without a contact of the operator's own it names the mailbox that RFC 2142 keeps for this at every domain.
 */
export function securityText(origin: string, contact: string | undefined, now: number): string {
  const expires = new Date(Math.floor(now / DAY_MS + VALID_DAYS) * DAY_MS).toISOString().replace(".000", "");
  return [
    `Contact: ${contact ?? `mailto:security@${mailDomain(new URL(origin).hostname)}`}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${origin}/.well-known/security.txt`,
    "",
  ].join("\n");
}

/** The domain of a mailbox at this host; an address stands as an address literal (RFC 5321, 4.1.3). */
function mailDomain(host: string): string {
  if (host.startsWith("[")) return encodeURIComponent(`[IPv6:${host.slice(1, -1)}]`);
  return /^[\d.]+$/.test(host) ? encodeURIComponent(`[${host}]`) : host;
}
