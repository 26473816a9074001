import { exchangeProtocol } from "./exchange-protocol.ts";
import { exchangeTracking } from "./exchange-tracking.ts";
import { exim } from "./exim.ts";
import { haraka } from "./haraka.ts";
import { type EventReading, readEvents } from "./json-events.ts";
import { jsonBehind, jsonRegions, lineInside } from "./json-regions.ts";
import { lineOf } from "./line-head.ts";
import type { LogFormat } from "./note.ts";
import { beginnings, readNotification, type Told } from "./notifications.ts";
import { opensmtpd } from "./opensmtpd.ts";
import { postfix } from "./postfix.ts";
import { powerMta } from "./power-mta.ts";
import { qmail } from "./qmail.ts";
import type { LogText } from "./reading.ts";
import { sendmail } from "./sendmail.ts";
import { stalwart } from "./stalwart.ts";
import { Tally } from "./tally.ts";

/** Every log that is read line by line; the first that knows a line has it. */
const FORMATS: readonly LogFormat[] = [stalwart, haraka, opensmtpd, exim, qmail, sendmail, postfix];
const CSV = [
  { id: "exchange", open: exchangeTracking },
  { id: "exchange", open: exchangeProtocol },
  { id: "powermta", open: powerMta },
] as const;

/** What takes mail, looks at it or keeps it: numbers in its lines are not what a receiver of ours replied. */
const SENDS_NOTHING =
  /^(?:dovecot|amavis|rspamd|rmilter|spamd|spamass|spampd|mimedefang|milter|opendkim|opendmarc|openarc|dkim|policyd|postfwd|postgrey|greyd|sqlgrey|gld|cbpolicyd|clam|freshclam|fail2ban|crowdsec|sshd|kernel|systemd|cron|CRON|named|unbound|pdns|rsyslogd|syslog|saslauthd|auth|imap|pop3|lmtpd|cyrus|courierpop3d|courierimapd|sogod|roundcube|nginx|haproxy|certbot|postsrsd|srs|logrotate|monit|nrpe|zabbix)/;

/** As much of one line as is read. */
const MAX_LINE = 20_000;
/** As many bounces that are no log as are read of one text. */
const MAX_NOTIFICATIONS = 2_000;

/**
 * Reads many lines: logs of several programs, events in JSON, notifications, in whatever order. Total and in time that
 * grows as the text does. Goes in steps, so that a long text does not keep everybody else waiting. `now` gives lines without
 * a year theirs.
 */
export function* readLogInSteps(text: string, now: Date): Generator<undefined, LogText> {
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const taken = new Array<boolean>(lines.length).fill(false);
  /** Lines that begin with a time: each is a text of its own. */
  const dated = new Array<boolean>(lines.length).fill(false);
  const tally = new Tally();
  const programs = new Set<string>();
  const takeEvents = (events: readonly EventReading[], start: number, end: number) => {
    taken.fill(true, start, end);
    for (const { at, notes } of events) {
      if (notes[0]) programs.add(notes[0].message.split(" ")[0] ?? "");
      tally.add(notes, at, start, end - start);
    }
  };
  for (const { start, end, value } of jsonRegions(lines)) {
    const events = readEvents(value);
    if (events) takeEvents(events, start, end);
    else {
      const inside = lineInside(value);
      // Events of others: what one of them says belongs to none of the others.
      if (inside === undefined) {
        dated[start] = true;
        continue;
      }
      lines.fill("", start, end);
      lines[start] = inside;
    }
    yield;
  }
  const readers = FORMATS.map(({ id, open }) => ({ id, read: open() }));
  const tables = CSV.map(({ id, open }) => ({ id, read: open() }));
  for (let i = 0; i < lines.length; i++) {
    if (i % 500 === 0) yield;
    if (taken[i]) continue;
    let line = (lines[i] ?? "").slice(0, MAX_LINE);
    if (line.trim() === "") continue;
    const table = tables.map(({ id, read }) => ({ id, told: read(line) })).find(({ told }) => told !== undefined);
    if (table?.told) {
      taken[i] = true;
      programs.add(table.id);
      tally.add(table.told.notes, table.told.at, i);
      continue;
    }
    // What a terminal or a mail program has wrapped.
    const head = lineOf(line, now);
    const first = i;
    dated[first] ||= head.at !== undefined;
    while (dated[first] && line.length < MAX_LINE && !taken[i + 1] && goesOn(lines[i + 1] ?? "", now))
      line += ` ${(lines[++i] ?? "").trim().slice(0, MAX_LINE)}`;
    const whole = i === first ? head : lineOf(line, now);
    for (const { id, read } of readers) {
      const notes = read(whole);
      if (notes === undefined || (notes.length === 0 && !whole.certain)) continue;
      programs.add(id);
      taken.fill(true, first, i + 1);
      tally.add(notes, whole.at, first, i + 1 - first);
      break;
    }
    if (taken[first]) continue;
    const events = readEvents(jsonBehind(line));
    if (events) takeEvents(events, first, i + 1);
    // Lines of other programs are nobody's refusal, whatever words are in them.
    else if (
      dated[first] &&
      (SENDS_NOTHING.test(whole.program) || (whole.program && !/\b[45]\d\d[ -]\S/.test(whole.body)))
    )
      taken.fill(true, first, i + 1);
  }
  const counted = yield* tally.count();
  const read = new Set(tally.readLines());
  const { told, notifications } = yield* notificationsIn(lines, taken, dated, read);
  const all = Tally.merge(counted, told);
  const full = lines.map((line) => line.trim() !== "");
  return {
    ...all,
    unread: full.filter((isFull, i) => isFull && !read.has(i)).length,
    lines: full.filter(Boolean).length,
    isLog: programs.size > 0,
    notifications,
    programs: [...programs],
  };
}

/** The same at once. */
export function readLog(text: string, now: Date): LogText {
  const steps = readLogInSteps(text, now);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** Whether a line goes on with the one before: it is indented, and has no time of its own. */
const goesOn = (line: string, now: Date): boolean => /^[ \t]+\S/.test(line) && lineOf(line, now).at === undefined;

const isNotification = (lines: readonly string[]): boolean =>
  lines.some((line) =>
    /^(?:final-recipient|diagnostic-code|reporting-mta|content-type|return-path)[ \t]*:/i.test(line),
  ) || beginnings(lines).length > 1;
/** In a text that is no notification: what is a reply, goes on with one, or says why. */
const TELLING =
  /^[ \t>]|[245]\d\d|[245]\.\d\.\d|@|\b(?:said|error|reject|refus|block|denied|fail|defer|bounce|accept|deliver)/i;

/** Reads what stands between the lines of logs, each run of lines by itself. */
function* notificationsIn(
  lines: readonly string[],
  taken: readonly boolean[],
  dated: readonly boolean[],
  read: Set<number>,
): Generator<undefined, { readonly told: Pick<Told, "bounce" | "at">[]; readonly notifications: number }> {
  let notifications = 0;
  const told = new Map<string, Pick<Told, "bounce" | "at">>();
  let budget = MAX_NOTIFICATIONS;
  for (let start = 0; start < lines.length; start++) {
    if (taken[start] || lines[start]?.trim() === "") continue;
    let end = start;
    do end++;
    while (end < lines.length && !taken[end] && !dated[end]);
    const run = lines.slice(start, end);
    const parts = beginnings(run);
    for (const [n, part] of parts.entries()) {
      if (budget-- <= 0) return { told: [...told.values()], notifications };
      const until = parts[n + 1] ?? run.length;
      const found = readNotification(run.slice(part, until).join("\n"));
      for (const { key, bounce, at } of found) told.set(key || `? ${told.size}`, { bounce, at });
      if (found.length > 0) {
        notifications++;
        const whole = isNotification(run.slice(part, until));
        for (let i = part; i < until; i++) if (whole || TELLING.test(run[i] ?? "")) read.add(start + i);
      }
      yield;
    }
    start = end - 1;
  }
  return { told: [...told.values()], notifications };
}
