import type { CauseClass } from "../bounce/causes.ts";

/** What mail servers write themselves where no server replied, and what it means. */
const OWN_WORDS: readonly (readonly [RegExp, CauseClass])[] = [
  [
    /\bno valid MX or A records|\bnull ?MX\b.{0,40}\bignored|\ball relevant MX records point to non-existent hosts/i,
    "recipient_domain_unknown",
  ],
  [
    /\bconnect(?:ion)?\b.{0,60}\b(?:refused|timed out|timeout|reset|closed|dropped)|\btimed out while\b|\btimeout (?:after|while|waiting)|\blost connection\b|\bno route to host\b|\bnetwork is unreachable\b|\bnetwork error on destination\b|\bclosed connection\b|\bable to establish an SMTP connection|\bhost (?:name )?lookup (?:did not complete|fail)|\b(?:CNAME )?lookup failed temporarily|\bserver certificate not (?:trusted|verified)|\bcannot start TLS|\bTLS (?:session|handshake)/i,
    "connection_failed",
  ],
];

/** Postfix of a name that DNS does not have: of the recipient's domain, or of a relay's or an MX host's. */
const NO_SUCH_NAME = /\bName service error for name=([\w.-]{1,253}) type=\w{1,9}: Host not found(?!, try again)/i;

/** The cause of words that are our own server's: no reply is in them. `domain` is the recipient's. */
export const causeOfOwnWords = (said: string, domain?: string): CauseClass | undefined => {
  const unknown = NO_SUCH_NAME.exec(said.slice(0, 1_000))?.[1]?.toLowerCase();
  if (unknown !== undefined && unknown === domain?.toLowerCase()) return "recipient_domain_unknown";
  return OWN_WORDS.find(([pattern]) => pattern.test(said.slice(0, 1_000)))?.[1];
};
