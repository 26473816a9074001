import type { Pieces } from "../message.ts";

/** As many outcomes as are read of one text. */
const MAX_OUTCOMES = 50;

/**
 * What happened to each mail that a text speaks of, apart: the recipients of a notification (RFC 3464), the entries of a
 * log, the paragraphs of a notice, replies one below the other. At least one; a text that has only one stays whole.
 */
export function outcomesOf(pieces: Pieces): readonly Pieces[] {
  const { notice, status, returned } = pieces;
  const apart =
    several(byRecipient(status, notice)) ??
    several(entriesOf(notice).map((entry) => only(entry))) ??
    several(serversOf(notice).map((server) => only(server))) ??
    several(paragraphsOf(notice).map((paragraph) => only(paragraph))) ??
    several(rowsOf(notice).map((row) => only(row))) ??
    several(repliesOf(notice).map((reply) => only(reply))) ??
    several(byNameOf(notice).map((reply) => only(reply)));
  return apart?.slice(0, MAX_OUTCOMES).map((one) => ({ ...one, returned })) ?? [pieces];
}

type Outcome = Omit<Pieces, "returned">;
const only = (notice: string): Outcome => ({ notice, status: "" });
const several = (outcomes: readonly Outcome[]) => (outcomes.length > 1 ? outcomes : undefined);

const RECIPIENT = /^(?:final|original)-recipient[ \t]*:/im;

/** The groups of fields for each recipient, each with those that are about the whole message. */
function byRecipient(status: string, notice: string): readonly Outcome[] {
  const groups = status.split(/\n[ \t]*\n/);
  const recipients = groups.filter((group) => RECIPIENT.test(group));
  const whole = groups.filter((group) => !RECIPIENT.test(group) && /^[\w-]+:/m.test(group)).join("\n");
  const paragraphs = paragraphsOf(notice);
  return recipients.map((group, i) => ({
    status: `${whole}\n${group}`,
    notice: paragraphs.length === recipients.length ? (paragraphs[i] ?? "") : "",
  }));
}

/** How entries of logs begin: syslog, ISO 8601, TAI64N, and Exchange’s tracking log. */
const ENTRY =
  /^[> \t]*(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|@4[0-9a-f]{23} |<\d{1,3}>)/gm;
/** What an entry has that says how it ended. */
const ENDED =
  /\bstatus=(?:sent|bounced|deferred|expired|undeliverable)\b|\breject(?:ed)?:|\bstat=\w|\b(?:temporarily )?rejected (?:rcpt|ehlo|helo|mail|connection|after data|expn|vrfy|auth|data)|\bdelivery \d+: (?:success|failure|deferral)|\bsaid: [245]\d\d|\brefused to talk|(?:^|\s)(?:\*\*|==|=>|->) \S|\bresult="?(?:delivered|perm|temp)|\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}/i;
/** What ties the entries of one mail together: the queue id of Postfix or Sendmail, the message id of Exim. */
const QUEUE_ID =
  /(?:\]: |\s)([0-9A-F]{6,16}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,20}|[0-9a-zA-Z]{14}):|\s(\w{6}-\w{6,11}-\w{2,4})\s/;

function entriesOf(text: string): readonly string[] {
  const starts = [...text.matchAll(ENTRY)].map(({ index }) => index);
  if (starts.length < 2) return [];
  const entries = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
  const idOf = (entry: string) => {
    const found = QUEUE_ID.exec(entry.slice(0, 300));
    return found?.[1] ?? found?.[2];
  };
  const around = new Map<string, string[]>();
  for (const entry of entries) {
    const id = ENDED.test(entry) ? undefined : idOf(entry);
    if (id) around.set(id, [...(around.get(id) ?? []), entry]);
  }
  return entries
    .filter((entry) => ENDED.test(entry))
    .map((entry) => [entry, ...(around.get(idOf(entry) ?? "") ?? []).slice(0, 5)].join("\n"));
}

/**
 * A recipient at the beginning of a line, as Postfix, Exim, qmail and Sendmail have it, its local part gone; and where
 * Sendmail’s transcript turns to the next server.
 */
const ADDRESSED =
  /^[ \t]{0,8}(?:<@[\w.-]{1,253}>(?=[ :]|[ \t]*$)|@[\w.-]{1,253}[ \t]*:?[ \t]*$|\.{3} while talking to )/gm;
export const SAYS_WHY =
  /\bsaid\b|\berror\b|[45]\d\d[ -]|\b[45]\.\d\.\d|\bunknown\b|\brefused\b|\brejected\b|\btimed out\b/i;

function paragraphsOf(text: string): readonly string[] {
  const starts = [...text.matchAll(ADDRESSED)].map(({ index }) => index);
  return starts
    .map((start, i) => text.slice(start, starts[i + 1] ?? text.length))
    .filter((paragraph) => SAYS_WHY.test(paragraph));
}

/** Where a line begins with what one server said: `host mx.b.example[192.0.2.1] said: 550 …`, `mx.b.example rejected …`. */
const SERVER_SAID =
  /^[ \t>]{0,8}(?:(?:remote )?(?:host|server) )?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?: ?[[(][\da-f:.]{3,60}[\])](?::\d{1,5})?)? (?:said\b|refused to talk to me|rejected\b|responded\b|returned\b|replied\b|gave this error)/i;
const ADDRESSED_LINE = new RegExp(ADDRESSED.source, "m");
const HAS_REPLY = /(?<![\d.])[245]\d\d[ -]|(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/**
 * What several servers said, one below the other, each with its own words: another server or recipient begins the next
 * once the one before has its reply. Only where servers are named.
 */
function serversOf(text: string): readonly string[] {
  const parts: { text: string; host: string | undefined; replied: boolean }[] = [];
  let servers = 0;
  for (const line of text.split("\n")) {
    const host = SERVER_SAID.exec(line.slice(0, 600))?.[1]?.toLowerCase();
    if (host) servers++;
    const last = parts.at(-1);
    const another = (host !== undefined && host !== last?.host) || ADDRESSED_LINE.test(line.slice(0, 600));
    if (!last || (another && last.replied)) parts.push({ text: line, host, replied: HAS_REPLY.test(line) });
    else {
      last.text += `\n${line}`;
      last.host ??= host;
      last.replied ||= HAS_REPLY.test(line);
    }
  }
  if (servers < 2) return [];
  return parts
    .filter((part) => SAYS_WHY.test(part.text))
    .flatMap((part) => several(repliesOf(part.text).map(only))?.map(({ notice }) => notice) ?? [part.text]);
}

/** A whole reply somewhere in a line: code and status, of one class. */
const REPLY_IN_ROW = /(?<![\d.])(?:([24])\d\d[ -]\1|5\d\d[ -]5)\.\d{1,3}\.\d{1,3}(?![\d.])/;

/**
 * Rows of a list or a table that no program is known by: most lines have somebody’s address and a whole reply each, and no
 * row goes on in the next line. None where there is but one.
 */
export function rowsOf(text: string): readonly string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const isRow = lines.map((line) => line.includes("@") && REPLY_IN_ROW.test(line.slice(0, 2_000)));
  const rows = lines.filter((_, i) => isRow[i]);
  const goesOn = lines.some((line, i) => isRow[i - 1] && /^[ \t]/.test(line));
  return rows.length > 1 && rows.length * 2 > lines.length && !goesOn ? rows : [];
}

/** Whether a line would be a row, and what of: a reply that took the mail counts, too. */
export const isTakenRow = (row: string): boolean => REPLY_IN_ROW.exec(row.slice(0, 2_000))?.[1] === "2";

/** Replies that stand one below the other: lines of one code are one reply (RFC 5321 section 4.2.1). */
function repliesOf(text: string): readonly string[] {
  const replies: { reply: string; status: string; text: string }[] = [];
  let gap = false;
  for (const line of text.split("\n")) {
    const [, reply = "", status = ""] =
      /^[> \t]*([45]\d\d)[ -]+(?:#?([45]\.\d{1,3}\.\d{1,3})\b)?.*[a-z]/i.exec(line) ?? [];
    const last = replies.at(-1);
    // Words before the first reply are about it, or about none.
    const same = !reply || !last?.reply || (reply === last.reply && (!gap || status === last.status));
    if (last && same) {
      last.text += `\n${line}`;
      last.reply ||= reply;
      last.status ||= status;
    } else replies.push({ reply, status, text: line });
    gap = line.trim() === "";
  }
  return replies.map((one) => one.text);
}

/** A server or a recipient with what was said about it: `mx.b.example: 550 …; mx.c.example: 552 …`. */
const BY_NAME =
  /(?:^|[\n;,]|\band )[> \t]{0,8}<?@?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>?(?: ?[[(][\da-f:.]{3,60}[\])])?:[ \t]?(?=[245]\d\d[ -])/g;

/** Such a list, one piece for each of its names; none where it names but one. */
function byNameOf(text: string): readonly string[] {
  const found = [...text.matchAll(BY_NAME)];
  if (new Set(found.map(([, name = ""]) => name.toLowerCase())).size < 2) return [];
  return found.map(({ index }, i) => text.slice(i === 0 ? 0 : index, found[i + 1]?.index ?? text.length));
}

const WHOLE_REPLY = /(?<![\d.:])([245]\d\d)[ -]+#?([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/g;
/** As many replies as are looked at in one piece. */
const MAX_REPLIES = 6;

/** Whole replies in a piece, each up to the next of other codes; what stands before the first belongs to it. */
export function repliesWithin(text: string): readonly string[] {
  const starts: number[] = [];
  let before = "";
  for (const { index, 1: reply, 2: status } of text.matchAll(WHOLE_REPLY)) {
    const codes = `${reply} ${status}`;
    if (codes !== before && starts.length < MAX_REPLIES) starts.push(index);
    before = codes;
  }
  return starts.length < 2
    ? [text]
    : starts.map((start, i) => text.slice(i === 0 ? 0 : start, starts[i + 1] ?? text.length));
}

/** Whether a piece tells of a delivery: nothing was refused. */
export const isDelivery = ({ notice, status }: Outcome): boolean =>
  /\bstatus=sent\b|\bstat=sent\b|\bdelivery \d+: success|^action[ \t]*:[ \t]*(?:delivered|relayed|expanded)/im.test(
    `${status}\n${notice}`,
  ) ||
  /(?:^|\s)(?:=>|->) \S.{0,400}?\bC="?2\d\d\b/.test(notice) ||
  (notice.includes("@") && !notice.trim().includes("\n") && isTakenRow(notice));
