import { defineSignal, type Evidence, type Exhibit, rfc } from "../define/signal.ts";
import type { DkimSignature } from "../facts/sending.ts";
import { prose, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { GMAIL_GUIDELINES, OUTLOOK_POSTMASTER, YAHOO_GUIDELINES } from "../words/receiver-rules.ts";
import { notSeen } from "../words/sending-words.ts";

const WHO_CARES = prose(
  "Gmail (550 5.7.26) and Yahoo (550 5.7.9) refuse mail that passes neither SPF nor DKIM; Microsoft does so over IPv6. All three require both from bulk senders.",
);

/** As many signatures as a table shows. */
const SHOWN = 20;

/** The DKIM signatures of a message that the server sent to us. */
export const dkimSignature = defineSignal({
  id: "dkim-signature",
  group: "message",
  scopes: ["message"],
  title: "DKIM signature",
  why: "A signature that verifies shows that the domain took responsibility for the message, and that what it covers was not changed in transit.",
  references: [
    rfc(6376, "6.1"),
    rfc(8301, "3"),
    rfc(8463, "3"),
    GMAIL_GUIDELINES,
    YAHOO_GUIDELINES,
    OUTLOOK_POSTMASTER,
  ],
  needs: ["sending"],
  outcomes: {
    pass: {
      status: "pass",
      says: (e) =>
        text`The message has a valid signature of ${e.domain} (selector ${e.selector}), aligned with the domain in From.`,
    },
    unaligned: {
      status: "warn",
      says: (e) =>
        text`The message has a valid signature of ${e.domain}. It is not aligned with ${e.from}, the domain in From.`,
      fix: {
        who: "server",
        does: text`Sign with the domain in From (${"d="}), or another one of the same organizational domain.`,
      },
      whoCares: prose(
        "For DMARC only aligned signatures count. Gmail, Yahoo and Microsoft's consumer mailboxes require DMARC to pass for mail of bulk senders.",
      ),
    },
    fail: {
      status: "warn",
      says: (e) =>
        e.domain && e.selector
          ? text`The signature of ${e.domain} (selector ${e.selector}) does not verify: ${e.why}.`
          : text`The signature does not verify: ${e.why}.`,
      fix: {
        who: "server",
        does: text`Compare the published key with the one that signs, and look for what changes the message after it was signed: footers, virus scanners, line breaks.`,
      },
      whoCares: WHO_CARES,
    },
    weak: {
      status: "warn",
      says: (e) => text`The signature of ${e.domain} is too weak to count: ${e.why}.`,
      fix: {
        who: "server",
        does: text`Sign with ${"rsa-sha256"} and a key of 2048 bits. A signature with ${"ed25519-sha256"} may stand beside it.`,
      },
      whoCares: WHO_CARES,
    },
    none: {
      status: "warn",
      says: text`The message has no DKIM signature.`,
      fix: {
        who: "server",
        does: text`Let the mail server sign outgoing mail, and publish the public key under a selector of your domain.`,
      },
      whoCares: WHO_CARES,
    },
    temperror: {
      status: "unknown",
      says: (e) => text`The key of the signature of ${e.domain} could not be looked up: ${e.why}.`,
    },
    "not-seen": notSeen,
  },
  reproduce: (e) =>
    e.selector?.[0] && e.domain?.[0] ? digFor("TXT", `${e.selector[0]}._domainkey.${e.domain[0]}`) : [],
  judge({ sending }) {
    const message = sending?.message;
    if (!message) return { outcome: "not-seen" };
    const { dkim, from } = message;
    if (dkim.length === 0) return { outcome: "none", evidence: {} };
    const best = dkim.toSorted((a, b) => rank(a) - rank(b))[0] as DkimSignature;
    const evidence: Evidence = {
      // One that cannot be read may name neither.
      ...(best.domain ? { domain: [best.domain] } : {}),
      ...(best.selector ? { selector: [best.selector] } : {}),
      ...(from ? { from: [from] } : {}),
      ...(best.why ? { why: [best.why] } : {}),
    };
    return { outcome: outcomeOf(best), evidence, exhibit: table(dkim) };
  },
});

function outcomeOf({ result, aligned }: DkimSignature) {
  if (result === "pass") return aligned ? ("pass" as const) : ("unaligned" as const);
  if (result === "temperror") return "temperror";
  return result === "policy" ? "weak" : "fail";
}

/** What counts most is told. A key that could not be looked up may have been good, so it comes before what is bad. */
const rank = ({ result, aligned }: DkimSignature): number =>
  result === "pass" ? (aligned ? 0 : 2) : result === "temperror" ? (aligned ? 1 : 3) : aligned ? 4 : 5;

const table = (all: readonly DkimSignature[]): Exhibit => ({
  kind: "table",
  columns: ["Domain", "Selector", "Algorithm", "Result", "Aligned"],
  rows: all
    .slice(0, SHOWN)
    .map(({ domain, selector, algorithm = "", keyBits, result, why, aligned }) => [
      domain,
      selector,
      keyBits ? `${algorithm}, ${keyBits} bits` : algorithm,
      why ? `${result} (${why})` : result,
      aligned ? "yes" : "no",
    ]),
});
