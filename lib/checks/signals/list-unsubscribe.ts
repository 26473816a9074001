import { defineSignal, rfc } from "../define/signal.ts";
import { prose, text } from "../net/safe-text.ts";
import { GMAIL_GUIDELINES, YAHOO_GUIDELINES } from "../words/receiver-rules.ts";
import { notSeen } from "../words/sending-words.ts";

const BULK = prose(
  "Gmail requires one-click unsubscribing in marketing mail of senders of 5,000 messages a day or more. Yahoo requires it of bulk senders, and names no number.",
);

/** Whether a message can be unsubscribed from by its header. Only bulk mail has to. */
export const listUnsubscribe = defineSignal({
  id: "list-unsubscribe",
  group: "message",
  scopes: ["message"],
  title: "List-Unsubscribe",
  why: "Bulk mail should let its readers unsubscribe with one click in their mail program. Personal mail does not need that.",
  references: [rfc(8058, "3.1"), rfc(8058, "4"), rfc(2369, "3.2"), GMAIL_GUIDELINES, YAHOO_GUIDELINES],
  needs: ["sending"],
  outcomes: {
    "one-click": {
      status: "pass",
      says: text`The message offers one-click unsubscribing. It counts only where a valid DKIM signature covers both fields (RFC 8058, section 4).`,
    },
    "no-one-click": {
      status: "info",
      says: text`The message has List-Unsubscribe, but offers no one-click unsubscribing. That takes an HTTPS URI in it, and ${"List-Unsubscribe-Post: List-Unsubscribe=One-Click"}. ${BULK}`,
    },
    none: {
      status: "info",
      says: text`The message has no List-Unsubscribe. Personal mail does not need it. ${BULK}`,
    },
    "not-seen": notSeen,
  },
  judge({ sending }) {
    const message = sending?.message;
    if (!message) return { outcome: "not-seen" };
    const { listUnsubscribe: field } = message;
    if (!field) return { outcome: "none" };
    const isOneClick = field.oneClick && field.schemes.includes("https");
    return { outcome: isOneClick ? "one-click" : "no-one-click", evidence: { schemes: [...field.schemes] } };
  },
});
