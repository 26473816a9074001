import { defineSignal, type Evidence, type Fix, rfc } from "../define/signal.ts";
import { readMessageDate } from "../formats/message-date.ts";
import { prose, text } from "../net/safe-text.ts";
import { RSPAMD_RULES, SPAMASSASSIN_SCORES } from "../words/receiver-rules.ts";
import { notSeen } from "../words/sending-words.ts";

const HOUR_MS = 3_600_000;
/** From here on Rspamd adds points; SpamAssassin does from three hours on. */
const MAX_AHEAD_MS = 2 * HOUR_MS;
/** A message may have waited in a queue for so long. */
const MAX_BEHIND_MS = 5 * 24 * HOUR_MS;
/** From here on Rspamd adds a point all the same. */
const NOTED_BEHIND_MS = 24 * HOUR_MS;

const clock: Fix = {
  who: "server",
  does: text`Set the clock and the time zone of the machine that writes the message, by NTP for instance.`,
};
const late: Fix = {
  who: "server",
  does: text`Set the clock and the time zone of the machine that writes the message. If the clock is right, find out where the message waited: each Received field has a time.`,
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
  why: "Every message has to have one Date. A wrong one puts the message out of order in mailboxes, and spam filters add points for it.",
  references: [rfc(5322, "3.6.1"), rfc(5322, "3.3"), SPAMASSASSIN_SCORES, RSPAMD_RULES],
  needs: ["sending"],
  outcomes: {
    valid: {
      status: "pass",
      says: (e) =>
        e.hours?.length
          ? text`The Date of the message, ${e.date}, is ${e.hours} hours in the past. Mail may wait that long in a queue, but Rspamd adds 1.0 point after a day.`
          : text`The Date of the message is ${e.date}, which fits the time it came.`,
    },
    none: {
      status: "warn",
      says: text`The message has no Date.`,
      fix: write,
      whoCares: prose("SpamAssassin adds 1.4 to 2.7 points (MISSING_DATE), Rspamd 1.0. RFC 5322 requires the field."),
    },
    several: {
      status: "warn",
      says: (e) => text`The message has ${e.count} Date fields; one is allowed.`,
      fix: write,
      whoCares: prose("Rspamd adds 0.7 points (MULTIPLE_UNIQUE_HEADERS). RFC 5322 allows one."),
    },
    malformed: {
      status: "warn",
      says: (e) => text`The Date of the message, ${e.date}, does not have the form of RFC 5322.`,
      fix: write,
      whoCares: prose("SpamAssassin adds 0.4 to 1.7 points (INVALID_DATE), Rspamd 1.5."),
    },
    ahead: {
      status: "warn",
      says: (e) => text`The Date of the message, ${e.date}, is ${e.hours} hours in the future.`,
      fix: clock,
      whoCares: prose(
        "Rspamd adds 4.0 points from two hours on (DATE_IN_FUTURE). SpamAssassin adds up to 3.4 between three hours and four days.",
      ),
    },
    behind: {
      status: "warn",
      says: (e) => text`The Date of the message, ${e.date}, is ${e.hours} hours in the past.`,
      fix: late,
      whoCares: prose(
        "Rspamd adds 1.0 point after a day (DATE_IN_PAST). SpamAssassin adds 0.5 to 1.3 up to two days, and 1.2 to 3.4 from four days on.",
      ),
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
    return { outcome: "valid", evidence: off < -NOTED_BEHIND_MS ? { ...evidence, hours } : evidence };
  },
});
