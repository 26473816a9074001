import type { LogLine } from "./note.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `mail-1  | ` in front of what a container wrote. */
const CONTAINER = /^[\w.-]{1,64} {0,40}\| /;
/** Marks of quoted mail, a file's name and a line's number as grep writes them, or a number alone: only before a time. */
const BEFORE =
  /^[ \t>|]{0,40}(?:[\w./@+-]{1,200}:(?:\d{1,8}:)?|\d{1,8}(?:[:-]|[ \t]{1,8}))?[ \t]{0,8}(?=<\d{1,3}>|[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:|(?:[A-Z][a-z]{2} )?\[?\d{4}-\d\d-\d\d[T ]\d\d:|@4[0-9a-f]{23} |\d{10}\.\d{3,9} )/;
const PRIORITY = /^<\d{1,3}>(?:1 (?=\d{4}-))?/;
/** The long form of the journal: `Wed 2026-11-25 18:00:00 CET`. */
const JOURNAL = /^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})? ([A-Z]{1,5}|[+-]\d\d(?:\d\d)?) /;
const ISO =
  /^(?:\[)?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?\]?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?(?= |\]|$)\]? */;
const SYSLOG = /^([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d:\d\d:\d\d)(?:\.\d{1,9})? (?:(\d{4}) )?/;
const TAI64N = /^@([0-9a-f]{16})[0-9a-f]{8} /;
const EPOCH = /^(\d{10})\.\d{3,9} /;
/** `host program[123]: `, some with `mail.info` between them, and RFC 5424's `host program 123 - - `. */
const TAG = /^(?:([\w.:-]{1,255}) )?(?:[a-z0-9]{3,8}\.[a-z]{3,7} )?([A-Za-z][\w./-]{0,63})(?:\[[\w.-]{1,16}\])?: /;
const TAG_5424 = /^([\w.:-]{1,255}) ([A-Za-z][\w./-]{0,63}) [\w-]{1,16} (?:-|[\w.-]{1,32}) (?:-|\[[^\]]{0,500}\]) /;

/** A process number behind a program, or how Postfix and Exim begin a line about somebody else's mail. */
const CERTAIN = /^[^:]{0,400}\[\d{1,10}\]: |^(?:[^:]{0,400}: )?(?:NOQUEUE: |H=\S{0,253} ?[([])/;

/**
 * Takes off what stands before the words of a program: a container's name, the time in any of the usual forms, host and
 * program. Lines of syslog say no year: theirs is the latest that is not in the future at `now`.
 */
export function lineOf(text: string, now: Date): LogLine {
  let rest = text.replace(CONTAINER, "").replace(BEFORE, "").replace(PRIORITY, "");
  let at: string | undefined;
  const take = (pattern: RegExp, read: (found: RegExpExecArray) => string | undefined) => {
    const found = pattern.exec(rest);
    if (!found) return false;
    at = read(found) ?? at;
    rest = rest.slice(found[0].length);
    return true;
  };
  const dated =
    take(ISO, ([, day, time, zone]) => instant(`${day}T${time}`, zone)) ||
    take(JOURNAL, ([, day, time, zone = ""]) => instant(`${day}T${time}`, /^UTC$|^Z$/.test(zone) ? "Z" : undefined)) ||
    take(EPOCH, ([, seconds]) => isoOf(Number(seconds) * 1000)) ||
    take(SYSLOG, ([, month = "", day = "", before, time = "", behind]) =>
      syslogTime({ month, day, time, year: before ?? behind }, now),
    ) ||
    take(TAI64N, ([, seconds = ""]) => taiTime(seconds));
  // What a container wrote has its time in front, and the program's own behind it.
  if (dated)
    take(SYSLOG, () => undefined) ||
      take(ISO, ([, day, time, zone]) => (at?.endsWith("Z") && !zone ? undefined : instant(`${day}T${time}`, zone)));
  const tag = TAG.exec(rest) ?? (dated ? TAG_5424.exec(rest) : null);
  const program = tag?.[2] ?? "";
  if (tag) rest = rest.slice(tag[0].length).replace(/^\[ID \d{1,10} [a-z0-9]{1,10}\.[a-z]{1,10}\] /, "");
  // Programs that write their own time behind syslog's.
  if (tag) {
    take(EPOCH, ([, seconds]) => isoOf(Number(seconds) * 1000));
    take(ISO, ([, day, time, zone]) => instant(`${day}T${time}`, zone));
  }
  return { at, program, body: rest, certain: at !== undefined || CERTAIN.test(`${tag?.[0] ?? ""}${rest}`) };
}

/** A time with or without its zone as ISO 8601; undefined where there is no such time. */
export function instant(local: string, zone?: string): string | undefined {
  const offset = zone === "Z" || zone === "UTC" ? "Z" : zone?.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2");
  const ms = Date.parse(`${local}${offset ?? "Z"}`);
  if (Number.isNaN(ms)) return undefined;
  // The 29th of February of another year.
  if (offset === undefined) return new Date(ms).toISOString().startsWith(local) ? local : undefined;
  return isoOf(ms);
}

/** Milliseconds since 1970 as ISO 8601 in whole seconds; undefined beyond the years 1970 to 9999. */
export function isoOf(ms: number): string | undefined {
  if (!(ms >= 0 && ms < 253_402_300_800_000)) return undefined;
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function syslogTime(
  said: { readonly month: string; readonly day: string; readonly time: string; readonly year: string | undefined },
  now: Date,
): string | undefined {
  const month = MONTHS.indexOf(said.month) + 1;
  if (month === 0) return undefined;
  const of = (year: number | string) =>
    `${year}-${String(month).padStart(2, "0")}-${said.day.padStart(2, "0")}T${said.time}`;
  if (said.year) return instant(of(said.year));
  // A day ahead may be another time zone; the 29th of February is of a leap year.
  const latest = now.getTime() + 36 * 3_600_000;
  const last = new Date(latest).getUTCFullYear();
  for (let year = last; year > last - 10; year--) {
    const at = instant(of(year));
    if (at !== undefined && Date.parse(`${at}Z`) <= latest) return at;
  }
  return undefined;
}

/** TAI64 labels count from 2^62 and are 10 seconds ahead, as daemontools writes them. */
const TAI_EPOCH = (1n << 62n) + 10n;
const taiTime = (hex: string): string | undefined => isoOf(Number(BigInt(`0x${hex}`) - TAI_EPOCH) * 1000);
