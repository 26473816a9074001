import { defineSignal, type Evidence, type Fix, rfc } from "../define/signal.ts";
import { readMessageDate } from "../formats/message-date.ts";
import { prose, text } from "../net/safe-text.ts";
import { notSeen } from "../words/sending-words.ts";

const HOUR_MS = 3_600_000;
/** As far as a clock may be off before receivers mind. */
const MAX_AHEAD_MS = 3 * HOUR_MS;
/** A message may have waited in a queue for so long. */
const MAX_BEHIND_MS = 5 * 24 * HOUR_MS;

const clock: Fix = {
  who: "server",
  does: text`Set the clock and the time zone of the machine that writes the message, by NTP for instance.`,
};
const write: Fix = {
  who: "server",
  does: text`Let the program that writes the message add one ${"Date"} in the form ${"Sun, 22 Nov 2026 14:02:11 +0000"}.`,
};

/** The Date of a message that the server sent to us, against the time at which it came. */
export const date = defineSignal({
  id: "date",
  group: "message",
  scopes: ["message"],
  title: "Date",
  why: "Every message has to have one Date. A wrong one puts the message out of order in mailboxes, and filters add points.",
  references: [rfc(5322, "3.6.1"), rfc(5322, "3.3")],
  needs: ["sending"],
  outcomes: {
    valid: { status: "pass", says: (e) => text`The Date of the message is ${e.date}, which fits the time it came.` },
    none: {
      status: "warn",
      says: text`The message has no Date.`,
      fix: write,
      whoCares: prose("SpamAssassin and Rspamd add points. RFC 5322 requires the field."),
    },
    several: {
      status: "warn",
      says: (e) => text`The message has ${e.count} Date fields; one is allowed.`,
      fix: write,
      whoCares: prose("Gmail refuses messages with several fields of which one is allowed (5.7.1)."),
    },
    malformed: {
      status: "warn",
      says: (e) => text`The Date of the message, ${e.date}, does not have the form of RFC 5322.`,
      fix: write,
      whoCares: prose("SpamAssassin and Rspamd add points."),
    },
    ahead: {
      status: "warn",
      says: (e) => text`The Date of the message, ${e.date}, is ${e.hours} hours in the future.`,
      fix: clock,
      whoCares: prose("SpamAssassin and Rspamd add points, more for more hours."),
    },
    behind: {
      status: "warn",
      says: (e) => text`The Date of the message, ${e.date}, is ${e.hours} hours in the past.`,
      fix: clock,
      whoCares: prose("SpamAssassin and Rspamd add points, more for more hours."),
    },
    "not-seen": notSeen,
  },
  judge({ sending }) {
    const message = sending?.message;
    if (!message || !sending) return { outcome: "not-seen" };
    const [value, ...more] = message.dates;
    if (value === undefined) return { outcome: "none" };
    if (more.length > 0) return { outcome: "several", evidence: { count: [String(more.length + 1)] } };
    const evidence: Evidence = { date: [value] };
    const written = readMessageDate(value);
    if (written === undefined) return { outcome: "malformed", evidence };
    const off = written - sending.at;
    const hours = [String(Math.round(Math.abs(off) / HOUR_MS))];
    if (off > MAX_AHEAD_MS) return { outcome: "ahead", evidence: { ...evidence, hours } };
    if (off < -MAX_BEHIND_MS) return { outcome: "behind", evidence: { ...evidence, hours } };
    return { outcome: "valid", evidence };
  },
});
