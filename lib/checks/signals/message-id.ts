import { defineSignal, type Fix, rfc } from "../define/signal.ts";
import { prose, text } from "../net/safe-text.ts";
import { GMAIL_ERRORS, POSTFIX_PARAMETERS, RSPAMD_RULES, SPAMASSASSIN_SCORES } from "../words/receiver-rules.ts";
import { notSeen } from "../words/sending-words.ts";

const add: Fix = {
  who: "server",
  does: text`Let the program that writes the message add one ${"Message-ID"} of the form ${"<unique@your-domain>"}. Postfix adds a missing one for local clients, and for all with ${"always_add_missing_headers = yes"}.`,
};

/** `<left@right>` (RFC 5322 section 3.6.4), the obsolete forms of its two sides included. */
const FORM = /^<[^\s<>@]+(?:@[^\s<>@]+)>$/;

/** The Message-ID of a message that the server sent to us. */
export const messageId = defineSignal({
  id: "message-id",
  group: "message",
  scopes: ["message"],
  title: "Message-ID",
  why: "Every message should have one Message-ID. Programs that write spam often leave it out, so receivers look at it.",
  references: [rfc(5322, "3.6.4"), GMAIL_ERRORS, SPAMASSASSIN_SCORES, RSPAMD_RULES, POSTFIX_PARAMETERS],
  needs: ["sending"],
  outcomes: {
    valid: { status: "pass", says: (e) => text`The message has one Message-ID, at ${e.domain}.` },
    none: {
      status: "fail",
      says: text`The message has no Message-ID.`,
      fix: add,
      whoCares: prose(
        "Gmail refuses messages without a valid Message-ID (550 5.7.1). Rspamd adds 2.5 points (MISSING_MID), SpamAssassin 0.1 to 1.2.",
      ),
    },
    malformed: {
      status: "warn",
      says: text`The Message-ID does not have the form of RFC 5322: one pair of angle brackets with an @ in it.`,
      fix: add,
      whoCares: prose(
        "Gmail refuses messages without a valid Message-ID (550 5.7.1). Rspamd adds 1.7 points (INVALID_MSGID), SpamAssassin 0.6 to 2.6.",
      ),
    },
    several: {
      status: "warn",
      says: (e) => text`The message has ${e.count} Message-ID fields; one is allowed.`,
      fix: add,
      whoCares: prose(
        "Rspamd adds 4.9 points (MULTIPLE_UNIQUE_HEADERS). Gmail refuses messages that do not follow RFC 5322 (550 5.7.1), and names repeated fields as a reason.",
      ),
    },
    "not-seen": notSeen,
  },
  judge({ sending }) {
    const message = sending?.message;
    if (!message) return { outcome: "not-seen" };
    const [id, ...more] = message.messageIds;
    if (id === undefined) return { outcome: "none" };
    if (more.length > 0) return { outcome: "several", evidence: { count: [String(more.length + 1)] } };
    const value = id.trim();
    if (!FORM.test(value)) return { outcome: "malformed" };
    // What stands before the @ may be a mailbox in disguise.
    return { outcome: "valid", evidence: { domain: [value.slice(value.lastIndexOf("@") + 1, -1)] } };
  },
});
