import { defineSignal, rfc } from "../define/signal.ts";
import { prose, text } from "../net/safe-text.ts";
import { notSeen } from "../words/sending-words.ts";

const BULK = prose(
  "Gmail and Yahoo require one-click unsubscribing in marketing mail of senders of 5,000 messages a day.",
);

/** Whether a message can be unsubscribed from by its header. Only bulk mail has to. */
export const listUnsubscribe = defineSignal({
  id: "list-unsubscribe",
  group: "message",
  scopes: ["message"],
  title: "List-Unsubscribe",
  why: "Bulk mail should let readers leave by one click in their mail program. Personal mail does not need it.",
  references: [rfc(8058), rfc(2369, "3.2")],
  needs: ["sending"],
  outcomes: {
    "one-click": { status: "pass", says: text`The message can be unsubscribed from by one click.` },
    "no-one-click": {
      status: "info",
      says: text`The message has List-Unsubscribe, but not by one click: that takes an https address and ${"List-Unsubscribe-Post: List-Unsubscribe=One-Click"}. ${BULK}`,
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
