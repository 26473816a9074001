/**
 * What logs, transcripts and lookup tools write beside the server they are about: the resolver that was asked, the far
 * end of a delivery, the mailboxes of an envelope.
 */
const IN_PASSING: readonly RegExp[] = [
  // nslookup: which server it asks, and the same where that one found nothing.
  /\bServer:\s{1,20}\S{1,255}\s{1,20}Address(?:es)?:\s{1,20}\S{1,60}/gi,
  /\*\*\*\s\S{1,255}(?=\s(?:can't|cannot|wurde|kann)\b)/gi,
  // Where mail was delivered to, and who said no.
  /\brelay=[^\s,]{1,320}/gi,
  /\bhost\s\S{1,320}\ssaid:/gi,
  // Received lines: the server that took the mail, and for whom.
  /\bby\s\S{1,255}(?=\s(?:\([^()]{0,200}\)\s)?with\b)/gi,
  /\bfor\s<[^<>\s]{1,320}>/gi,
  // Envelopes, and the EHLO name beside them.
  /(?:\b(?:from|to|orig_to|helo)=|\bF=|\b(?:MAIL FROM|RCPT TO):\s?|\bRCPT\s)<[^<>\s]{0,320}>/gi,
  // The message's own id, Exim's own end of a connection, and whom to ask.
  /\b(?:id|mid|message-id|msgid)[:=]\s?<[^<>\s]{1,320}>/gi,
  /\bI=\[[0-9a-f.:]{2,45}\](?::\d{1,5})?/gi,
  /\b(?:contact|forward (?:this|it)(?: message)? to|write to|e-?mail to)\s<?\S{1,64}@\S{1,255}/gi,
  // Exim's arrows, and what it delivered to.
  /(?:<=|[=-]>|==|\*\*)\s\S{1,64}@\S{1,255}/g,
  // What receivers write into headers about SPF, DKIM and DMARC, and who wrote it.
  /\(\S{1,255}:\s(?:[a-z ]{1,40}\s)?domain of \S{1,320}/gi,
  /\bAuthentication-Results:\s{1,20}[^\s;]{1,255}/gi,
  /\b(?:smtp|header|policy)\.[a-z-]{1,20}=(?!\[?[0-9a-f.:]+[\];\s]|[0-9.]+$)[^\s;]{1,320}/gi,
  // The list that a refusal names.
  /\b(?:blocked|listed|blacklisted|blocklisted|rejected|gelistet|found)\s(?:using|by|on|in|at|bei|auf)\s[a-z0-9-]{1,63}\.[a-z0-9.-]{1,200}/gi,
  // Where a reply sends its reader, and what told somebody their own address.
  /\b(?:see|visit|go to|refer to|siehe|voir|v[eé]ase|vedi|zie)\s(?:also\s|at\s)?https?:\/\/\S{1,500}/gi,
  /\b(?:(?:www\.|v[46]\.|ip[46v]*\.|api\d*\.)?(?:icanhazip\.com|ipify\.org|ifconfig\.(?:me|co|io)|ipinfo\.io|ident\.me|ipecho\.net|my-?ip\.(?:io|com|is)|whatismyip\.(?:com|org)|seeip\.org)|checkip\.(?:amazonaws\.com|dyndns\.org)|(?:myip|resolver\d)\.opendns\.com)\b(?:\/\S{0,100})?/gi,
  // dig: the zone's name servers, and their addresses.
  /;;\s(?:AUTHORITY|ADDITIONAL)\sSECTION:[^;]{1,4000}/g,
  // swaks: whom to send to, and the server that it found.
  /(?:^|\s)--?(?:to|from|t|f)\s\S{1,64}@\S{1,255}/g,
  /===\s(?:Trying|Connected to)\s\S{1,255}/g,
  // A session: what the other side, mostly somebody's own computer, calls itself.
  /(?:[-~]>|>>>|C:)\s(?:EHLO|HELO|LHLO)\s\S{1,255}|\b(?:EHLO|HELO|LHLO)\s\S{1,255}(?=\s{1,20}(?:<[-~]\s{1,4}|S:\s)?250\b)/gi,
];

/** Tags of HTML and XML: `<host>` stands before a value, and is none. */
const MARKUP = /<\/?[a-z][a-z0-9_-]{0,20}(?:\s[^<>]{0,200})?\/?>/gi;

/** The text with its markup blanked out. */
export const withoutMarkup = (text: string): string =>
  text.replace(MARKUP, (found) => (isMailbox(found) ? found : " ".repeat(found.length)));
const isMailbox = (tag: string): boolean => tag.includes("@");

/** Nothing that a name or an address has, and nothing that may stand between two that belong together. */
const GAP = "¦";

/** The text with what it names in passing blanked out: everything else stays where it was, and as far apart. */
export const withoutPassing = (text: string): string =>
  IN_PASSING.reduce((left, pattern) => left.replace(pattern, (found) => GAP.repeat(found.length)), text);

/** The EHLO name that a log gives for the one client it is about. */
export const loggedHelo = (text: string): string | undefined => /\bhelo=<([^<>\s]{1,255})>/i.exec(text)?.[1];

/**
 * Of a session by hand (telnet, curl) the address it reached, with the name that its greeting gives: what stands
 * together in a text written as such. Undefined where the text is none.
 */
export function sessionOf(text: string): string | undefined {
  const tries = [...text.matchAll(/(?<!=== )\bTrying \[?([0-9a-f.:]{2,45}?)\]?(?:\.\.\.|:\d{1,5})/gi)];
  const address = tries.at(-1)?.[1];
  const banner = /\s220[ -]([a-z0-9][a-z0-9.-]{0,252})/i.exec(text)?.[1];
  return address && `${banner ?? ""} [${address}]`;
}

/** How programs that look along a way begin, in their languages: what stands behind it is what they were asked about. */
const ON_THE_WAY =
  /(?:\b(?:traceroute6?(?: from \S{1,60})? to|tracing (?:the )?route to|nmap scan report for|routenverfolgung (?:zu|nach)|traza a(?: la direcci[oó]n)?|traccia instradamento verso|rastreando a rota para|traceren van de route naar)|détermination de l.itinéraire vers|śledzenie trasy do|трассировка маршрута к)\s{1,4}(\S{1,255})(?:\s{1,4}[[(]([0-9a-f.:]{2,45})[\])])?/iu;

/** Of what such a program printed the target it was given, not the routers on the way. Undefined where the text is none. */
export function wayTo(text: string): string | undefined {
  const [, target, address] = ON_THE_WAY.exec(text) ?? [];
  if (!target) return undefined;
  const name = target.replace(/[,;:]+$/, "");
  return address && address !== name ? `${name} [${address}]` : name;
}

/** An entry of a registry of addresses: what it names beside its block are people and their mailboxes. */
export const isRegistryEntry = (text: string): boolean => /\b(?:inet6?num|NetRange|CIDR):\s/i.test(text);
