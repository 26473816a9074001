import type { ReportContext } from "../checks/view.ts";
import { ABOUT_THE_DOMAIN, type CauseClass } from "./bounce/causes.ts";
import { isRefusal } from "./bounce/is-refusal.ts";
import { type BounceReading, readBounce, readOutcomes, weightOf } from "./bounce/read-bounce.ts";
import { type HeaderReading, looksLikeHeaders, readHeaders } from "./headers/read-headers.ts";
import { readLogInSteps } from "./log/read-log.ts";
import type { LogText } from "./log/reading.ts";
import { piecesOf } from "./message.ts";

/** What was pasted: what it says, and what there is to check. */
export interface Pasted {
  readonly kind: "bounce" | "headers" | "log";
  readonly reading: BounceReading | HeaderReading;
  /** Where a text speaks of several outcomes: all of them, in its order, and the index of the one that is read. */
  readonly outcomes?: readonly BounceReading[];
  readonly chosen?: number;
  /** Of bounces and logs: every row of the table, how many lines were not read, and what is not for the table. */
  readonly log?: LogText;
  /** What a report keeps of it. */
  readonly context: ReportContext;
  /** What the form at `/` would send; undefined where the text names nothing that can be checked. */
  readonly ask:
    | { readonly target: string; readonly from?: string; readonly helo?: string; readonly selector: readonly string[] }
    | undefined;
  /** Whether the text is plainly a bounce or headers, and not some line of words. */
  readonly certain: boolean;
}

/** A notification or a log quotes headers, too; these are never in the headers of an ordinary message. */
const BOUNCE =
  /^(?:final-recipient|diagnostic-code|remote-mta|reporting-mta)[ \t]*:|^content-type:[ \t]*multipart\/report/im;

/** As much as is read of one text: bytes of UTF-8, and lines that are not empty. */
const MOST = { bytes: 2 * 1024 * 1024, lines: 20_000 } as const;

/** Whether a text is more than is read, in a sentence. */
export function tooMuch(text: string): string | undefined {
  if (text.length > MOST.bytes || new TextEncoder().encode(text).length > MOST.bytes)
    return "The text is larger than 2 MB. Leave out the messages themselves, or paste a part of the log.";
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "").length;
  return lines > MOST.lines ? "The text has more than 20,000 lines. Paste a part of the log." : undefined;
}

/** Reads a pasted bounce, a log or pasted headers, whichever it is. Total. `now` tells the year of dates that have none. */
export function readPasted(text: string, now = new Date()): Pasted {
  const steps = readPastedInSteps(text, now);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, between which others may have their turn: a long log takes seconds. */
export function* readPastedInSteps(whole: string, now = new Date()): Generator<undefined, Pasted> {
  const text = withoutOwnHead(asWritten(whole));
  const log = yield* readLogInSteps(text, now);
  const isLog = log.isLog && log.readings.length > 0;
  const isHeaders = !isLog && !BOUNCE.test(text) && looksLikeHeaders(text) && !isReturn(text);
  return isHeaders ? pastedHeaders(text) : pastedBounce(text, log);
}

/** Whether it is a notice in words and, behind it, the message that comes back with its header. */
function isReturn(text: string): boolean {
  const { notice, returned } = piecesOf(text);
  return returned.trim() !== "" && !looksLikeHeaders(notice) && isRefusal(readBounce(notice));
}

/**
 * A text without what copying has added: the zeros of UTF-16 that was taken for something else, marks that nobody sees, spaces
 * that are none, and the marks of quoted mail (`>>> RCPT` is Sendmail's own).
 */
const asWritten = (text: string): string =>
  text
    .replace(/[\0\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/^(?!>>> [A-Z]{4}\b)[ \t]{0,8}>(?:[> \t]{0,40}>)? ?(?=[^>])/gm, "");

/** What only notifications have in their own header. */
const NOTICE_HEAD =
  /^(?:return-path:[ \t]*<>|auto-submitted:[ \t]*auto-(?:replied|generated)|x-failed-recipients:|from:[^\n]{0,200}(?:mailer-daemon|postmaster@|mail delivery))/im;

/** A notice in plain words that was pasted with its own header: the header tells how the notice travelled, nothing else. */
function withoutOwnHead(text: string): string {
  const end = /\r?\n[ \t]*\r?\n/.exec(text.slice(0, MAX_HEAD));
  if (!end || !/^[A-Za-z-]{1,60}:/.test(text)) return text;
  const head = text.slice(0, end.index);
  // A notification in parts is taken apart by its header.
  if (
    !NOTICE_HEAD.test(head) ||
    /^content-(?:type:[ \t]*(?:multipart|text\/html)|transfer-encoding:[ \t]*(?:base64|quoted))/im.test(head)
  )
    return text;
  const body = text.slice(end.index + end[0].length);
  return isRefusal(readBounce(body)) ? body : text;
}
/** As much of a text as is looked through for the end of its header, in UTF-16 code units. */
const MAX_HEAD = 100_000;

/** As many outcomes as are told one by one. */
const MAX_OUTCOMES = 50;

function pastedBounce(text: string, log: LogText): Pasted {
  const { outcomes, chosen } = log.isLog || log.notifications > 1 ? outcomesOfLog(text, log) : readOutcomes(text);
  const reading = outcomes[chosen] ?? readBounce("");
  const { cause, permanence, address, from, helo, saidInstead, receiver, codes, list, selectors } = reading;
  const target = address ?? (from && ABOUT_THE_DOMAIN.has(cause) ? `domain:${from}` : undefined);
  const said = helo ?? saidInstead;
  return {
    kind: log.isLog && log.lines > 1 && log.readings.length > 0 ? "log" : "bounce",
    reading,
    ...(outcomes.length > 1 ? { outcomes, chosen } : {}),
    log,
    context: {
      kind: "bounce",
      cause,
      permanence,
      ...(receiver ? { receiver } : {}),
      codes: [codes.reply, codes.status, ...codes.own].filter((code) => code !== undefined),
      ...(list ? { list } : {}),
      saw: { ...(address ? { address } : {}), ...(said ? { helo: said } : {}) },
      ...(outcomes.length > 1 ? { outcome: { at: chosen + 1, of: outcomes.length } } : {}),
    },
    ask: target
      ? { target, ...(from ? { from } : {}), ...(said ? { helo: said } : {}), selector: selectors }
      : undefined,
    certain: isRefusal(reading),
  };
}

/** The rows of a table as outcomes; where no mail of ours is in the text, what somebody else's server refused. */
function outcomesOfLog(text: string, { outcomes }: LogText): ReturnType<typeof readOutcomes> {
  if (outcomes.length === 0) return readOutcomes(text);
  const first = outcomes.slice(0, MAX_OUTCOMES);
  const weights = first.map(weightOf);
  return { outcomes: first, chosen: weights.indexOf(Math.max(...weights)) };
}

function pastedHeaders(text: string): Pasted {
  const reading = readHeaders(text);
  const { address, helo, saidInstead, name, from, selectors, receiver, saw, below } = reading;
  const said = helo ?? saidInstead;
  const ptr = name === null ? "none" : name;
  return {
    kind: "headers",
    reading,
    context: {
      kind: "headers",
      ...(receiver ? { receiver } : {}),
      codes: [],
      saw: {
        ...(address ? { address } : {}),
        ...(ptr ? { name: ptr } : {}),
        ...(said ? { helo: said } : {}),
        ...picked(saw, ["iprev", "spf", "dkim", "dmarc"]),
      },
      below,
    },
    ask: address
      ? { target: address, ...(from ? { from } : {}), ...(said ? { helo: said } : {}), selector: selectors }
      : undefined,
    certain: address !== undefined,
  };
}

function picked(
  saw: HeaderReading["saw"],
  keys: readonly ("iprev" | "spf" | "dkim" | "dmarc")[],
): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (saw[key] ? [[key, saw[key]]] : [])));
}

/** The context of a refusal that is known by its codes alone: the form that asks for the address behind it sends them. */
export const contextOfCodes = (
  cause: CauseClass,
  receiver: string | undefined,
  codes: readonly string[],
): ReportContext => ({
  kind: "bounce",
  cause,
  ...(receiver ? { receiver } : {}),
  codes: [...codes],
  saw: {},
});
