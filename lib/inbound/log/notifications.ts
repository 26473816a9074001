import { isRefusal } from "../bounce/is-refusal.ts";
import { outcomesOf, rowsOf, SAYS_WHY } from "../bounce/outcomes.ts";
import { type BounceReading, readPieces, scrubbedPieces } from "../bounce/read-bounce.ts";
import { type Pieces, piecesOf } from "../message.ts";
import { receiverOfMailbox } from "../receivers.ts";
import { publicName } from "../values.ts";
import { instant, isoOf } from "./line-head.ts";

/** What one recipient's part of a notification says. `key` is the same for the same recipient of the same message. */
export interface Told {
  readonly bounce: BounceReading;
  readonly at: string | undefined;
  readonly key: string;
}

/** Where another notification begins: a mailbox's separator, a report's own header, or the first words of a mail server. */
const BEGINNINGS =
  /^(?:From \S{1,300} {1,2}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d |this is the mail system at host |hi\. this is the qmail-send program|this message was created automatically by mail delivery software|delivery has failed to these recipients)/i;
const REPORT = /^content-type:\s{0,10}multipart\/report/i;
/** What belongs together over empty lines. */
const STRUCTURED =
  /^(?:content-type|final-recipient|diagnostic-code|reporting-mta|received|message-id)[ \t]*:|copy of (?:the|your) message|original message/i;
/** Replies one below the other are read in runs of about so many lines, cut where one begins. */
const SEVERAL = 20;
const REPLY =
  /^[ \t>]{0,8}(?:<[^<>\s]{1,320}>|(?:host |server )?[\w-]+(?:\.[\w-]+)+[^\n]{0,80}? (?:said|refused|rejected)\b|[45]\d\d )/i;
/** A row of somebody's own table; it begins with no white space. */
const ROW = /^(?=[^\n]{0,2000}@)\S[^\n]{0,2000}?(?<![\d.])[245]\d\d[ -][245]\.\d/;
const FIELD = /^(?:[\w-]{1,60}:|[ \t])/;

/** Cuts lines where several notifications stand one below the other: the number of the first line of each. */
export function beginnings(lines: readonly string[]): number[] {
  const found = [0];
  const begin = (at: number) => {
    if (at > (found.at(-1) ?? 0)) found.push(at);
  };
  /** The first line of the header that a line stands in. */
  let header = 0;
  let reports = 0;
  const flat = !lines.some((line) => STRUCTURED.test(line));
  for (const [i, line] of lines.entries()) {
    if (!FIELD.test(line)) header = i + 1;
    if (REPORT.test(line)) {
      // The first in a text may have replies before it; a report within a report is the same one.
      if (++reports === 1 || header > (found.at(-1) ?? 0)) begin(header);
    } else if (BEGINNINGS.test(line) && reports === 0) begin(i);
    else if (/^From \S{1,300} {1,2}[A-Z][a-z]{2} /.test(line)) begin(i);
    else if (
      flat &&
      i - (found.at(-1) ?? 0) >= SEVERAL &&
      (lines[i - 1]?.trim() === "" || REPLY.test(line) || ROW.test(line))
    )
      begin(i);
  }
  return found;
}

const SAID_FIELDS = /^(?:final-recipient|original-recipient)[ \t]*:[ \t]*(?:[\w-]+;)?[ \t]*([^\n]{1,400})/gim;

/** Reads one notification, or a text of replies: every outcome in it that is one. */
export function readNotification(text: string): Told[] {
  const raw = piecesOf(text);
  const rows = raw.status === "" ? rowsOf(raw.notice) : [];
  if (rows.length > 0) return rows.flatMap(readRow);
  const pieces = scrubbedPieces(raw);
  const outcomes = outcomesOf(pieces).map((piece) => withReceiver(readPieces(piece), piece));
  const bounces = outcomes.filter(isRefusal);
  const recipients = [...raw.status.matchAll(SAID_FIELDS)].map(([, to = ""]) => to.trim().toLowerCase());
  const message = /^message-id:\s{0,10}<?([^>\s]{1,400})/im.exec(raw.returned)?.[1];
  const named = recipients.length === bounces.length;
  const at = dateIn(raw.status) ?? dateIn(text.slice(0, 20_000));
  const told = bounces.map((bounce, i) => ({
    bounce,
    at,
    key: named && message ? `${message} ${recipients[i]}` : "",
  }));
  // A notice says the same twice, in its own words and as fields; of recipients that are named, each counts.
  if (named) return told;
  const written = raw.status === "" ? recipientsIn(raw.notice) : [];
  if (written.length === outcomes.length && new Set(written).size === written.length) return told;
  return told.filter(({ bounce }, i) => told.findIndex((other) => isSame(other.bounce, bounce)) === i);
}

/** A row of a table: the recipient is the last that has an address in it. */
function readRow(row: string): Told[] {
  const piece = scrubbedPieces({ notice: row, status: "", returned: "" });
  const read = readPieces(piece);
  const to = [...row.matchAll(/[^\s<>"',;:=()[\]{}@]{1,320}@[\w.-]{1,253}/g)].at(-1)?.[0].toLowerCase();
  const domain = publicName(to?.split("@")[1]);
  const receiver = read.receiver ?? (domain && (receiverOfMailbox(domain)?.id ?? domain));
  const bounce = receiver ? { ...read, receiver } : read;
  return isRefusal(bounce) ? [{ bounce, at: undefined, key: `row ${to}` }] : [];
}

/** Whom a flat notice was for, a paragraph each, as far as it says why. */
function recipientsIn(notice: string): string[] {
  const found = [
    ...notice.matchAll(/^[ \t]{0,8}<?([^<>@\s:]{1,320}@[\w.-]{1,253})(?:>(?=[ :]|[ \t]*$)|[ \t]*:?[ \t]*$)/gm),
  ];
  return found.flatMap(({ index, 1: to = "" }, i) =>
    SAYS_WHY.test(notice.slice(index, found[i + 1]?.index ?? notice.length)) ? [to.toLowerCase()] : [],
  );
}

/** Where no server is named, the domain that was written to; nothing where one is. */
function withReceiver(bounce: BounceReading, piece: Pieces): BounceReading {
  if (bounce.receiver !== undefined) return bounce;
  const domain = publicName(
    /^(?:final|original)-recipient[ \t]*:[^@\n]{0,100}@([\w.-]{1,253})/im.exec(piece.status)?.[1] ??
      /^[ \t]{0,8}<?@([\w.-]{1,253})>?(?=[ :]|[ \t]*$)/m.exec(piece.notice)?.[1],
  );
  return domain ? { ...bounce, receiver: receiverOfMailbox(domain)?.id ?? domain } : bounce;
}

const isSame = (a: BounceReading, b: BounceReading): boolean =>
  a.cause === b.cause && a.receiver === b.receiver && a.address === b.address && a.codes.reply === b.codes.reply;

const DATE = /^(?:last-attempt-date|arrival-date|date):\s{0,10}(?:[A-Z][a-z]{2}, )?([^\n(]{10,60})/im;
function dateIn(text: string): string | undefined {
  const found = DATE.exec(text)?.[1]?.trim();
  if (!found) return undefined;
  const zoned = /(?:[+-]\d{4}|GMT|UTC|Z)$/.test(found);
  const ms = Date.parse(zoned ? found : `${found} UTC`);
  if (Number.isNaN(ms)) return undefined;
  const iso = isoOf(ms);
  return zoned ? iso : iso && instant(iso.slice(0, 19));
}
