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
    several(paragraphsOf(notice).map((paragraph) => only(paragraph))) ??
    several(repliesOf(notice).map((reply) => only(reply)));
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

/** A recipient at the beginning of a line, as Postfix, Exim, qmail and Sendmail have it; local parts are gone. */
const ADDRESSED = /^[ \t]{0,8}(?:<@[\w.-]{1,253}>(?=[ :]|[ \t]*$)|@[\w.-]{1,253}[ \t]*:?[ \t]*$)/gm;
const SAYS_WHY = /\bsaid\b|\berror\b|[45]\d\d[ -]|\b[45]\.\d\.\d|\bunknown\b|\brefused\b|\brejected\b|\btimed out\b/i;

function paragraphsOf(text: string): readonly string[] {
  const starts = [...text.matchAll(ADDRESSED)].map(({ index }) => index);
  return starts
    .map((start, i) => text.slice(start, starts[i + 1] ?? text.length))
    .filter((paragraph) => SAYS_WHY.test(paragraph));
}

/** Replies that stand one below the other. Lines of one code are one reply, however they are joined. */
function repliesOf(text: string): readonly string[] {
  const replies: { code: string; text: string; gap: boolean }[] = [];
  let gap = true;
  for (const line of text.split("\n")) {
    const code = /^[> \t]*([45]\d\d)[ -]+(?:#?([45]\.\d{1,3}\.\d{1,3})\b)?/.exec(line);
    const last = replies.at(-1);
    const same = code && last && code[1] === last.code.slice(0, 3) && (!gap || !code[2] || last.code.endsWith(code[2]));
    if (code && !same) replies.push({ code: `${code[1]} ${code[2] ?? ""}`, text: line, gap });
    else if (last) last.text += `\n${line}`;
    // Words before the first reply are about it, or about none.
    else if (line.trim()) replies.push({ code: "", text: line, gap });
    gap = line.trim() === "";
  }
  const [first, second] = replies;
  const joined =
    first && second && first.code === ""
      ? [{ ...second, text: `${first.text}\n${second.text}` }, ...replies.slice(2)]
      : replies;
  // Without an empty line between them, two codes may be one server's way to say one thing.
  return joined.slice(1).every((reply) => reply.gap) ? joined.map((reply) => reply.text) : [];
}

/** Whether a piece tells of a delivery: nothing was refused. */
export const isDelivery = ({ notice, status }: Outcome): boolean =>
  /\bstatus=sent\b|\bstat=sent\b|\bdelivery \d+: success|^action[ \t]*:[ \t]*(?:delivered|relayed|expanded)/im.test(
    `${status}\n${notice}`,
  ) || /(?:^|\s)(?:=>|->) \S.{0,400}?\bC="?2\d\d\b/.test(notice);
