import type { SmtpReply } from "../../facts/smtp.ts";

/**
 * What a server may send us. RFC 5321 section 4.5.3.1.5 allows 512 octets a line; the rest is patience with servers
 * that mean well, and an end for those that do not.
 */
export interface ReplyCaps {
  /** Octets of one line without its end. */
  readonly line: number;
  /** Lines of one reply. */
  readonly lines: number;
  /** Octets of everything. */
  readonly total: number;
  /** Characters of one line that are kept. */
  readonly kept: number;
}

export const replyCaps: ReplyCaps = { line: 2048, lines: 100, total: 64 * 1024, kept: 512 };

export type ReplyFault =
  | "line-too-long"
  | "too-many-lines"
  | "too-much"
  /** A line that does not begin with a reply code. */
  | "not-a-reply"
  /** The lines of one reply carry different codes. */
  | "codes-differ";

export type ReplyRead =
  | { readonly kind: "reply"; readonly reply: SmtpReply; readonly bareLf: boolean }
  /** Final: after a fault nothing more is read. `line` is what could not be read, capped. */
  | { readonly kind: "fault"; readonly fault: ReplyFault; readonly line: string };

/** Octets in, SMTP replies out: no clock, no socket, linear in what it is given. */
export interface ReplyReader {
  /** Takes octets; false when the cap is reached and the rest was thrown away. */
  readonly push: (chunk: Uint8Array) => boolean;
  /** The next complete reply, or the fault, or nothing yet. */
  readonly next: () => ReplyRead | undefined;
  /** Throws away what has not been read; false when there was nothing. */
  readonly discard: () => boolean;
  /** Whether the unfinished line that waits here can no longer become a reply. */
  readonly garbled: () => boolean;
  /** The lines of an unfinished reply, the unfinished line last, capped. */
  readonly pending: () => string[];
}

const LINE = /^([1-5]\d\d)(?:([ -])(.*))?$/s;
const BEGINNING = /^(?:[1-5]?|[1-5]\d|[1-5]\d\d(?:[ -].*|\r)?)$/s;

export function createReplyReader(caps: ReplyCaps = replyCaps): ReplyReader {
  // Everything a server may send fits here, so that an octet now and then costs no copies.
  const octets = Buffer.allocUnsafe(caps.total);
  let [start, scanned, end] = [0, 0, 0];
  let full = false;
  let fault: ReplyRead | undefined;
  let lines: string[] = [];
  let code: string | undefined;
  let bareLf = false;

  const fail = (kind: ReplyFault, line: string): ReplyRead => {
    fault = { kind: "fault", fault: kind, line: line.slice(0, caps.kept) };
    return fault;
  };
  const rest = () => textOf(octets.subarray(start, Math.min(end, start + caps.kept)));

  function take(line: string): ReplyRead | undefined {
    const [, digits, separator, words = ""] = LINE.exec(line) ?? [];
    if (!digits) return fail("not-a-reply", line);
    if (code !== undefined && code !== digits) return fail("codes-differ", line);
    if (separator === "-" && lines.length + 1 >= caps.lines) return fail("too-many-lines", line);
    code = digits;
    lines.push(words.slice(0, caps.kept));
    if (separator === "-") return undefined;
    const read: ReplyRead = { kind: "reply", reply: { code: Number(digits), lines }, bareLf };
    [lines, code, bareLf] = [[], undefined, false];
    return read;
  }

  return {
    push(chunk) {
      const taken = Math.min(chunk.length, caps.total - end);
      octets.set(chunk.subarray(0, taken), end);
      end += taken;
      full ||= taken < chunk.length;
      return !full;
    },
    next() {
      while (!fault) {
        const found = octets.subarray(scanned, end).indexOf(0x0a);
        if (found < 0) {
          scanned = end;
          // One more, because a CR may be waiting for its LF.
          if (end - start > caps.line + 1) return fail("line-too-long", rest());
          return full ? fail("too-much", rest()) : undefined;
        }
        const lf = scanned + found;
        const crlf = lf > start && octets[lf - 1] === 0x0d;
        const length = (crlf ? lf - 1 : lf) - start;
        const line = textOf(octets.subarray(start, start + length));
        start = scanned = lf + 1;
        bareLf ||= !crlf;
        if (length > caps.line) return fail("line-too-long", line);
        const read = take(line);
        if (read) return read;
      }
      return fault;
    },
    discard() {
      const had = start < end || lines.length > 0;
      start = scanned = end;
      [lines, code, bareLf] = [[], undefined, false];
      return had;
    },
    garbled: () => !BEGINNING.test(rest()),
    pending: () => [...lines.map((line) => `${code}-${line}`), ...(start < end && !fault ? [rest()] : [])],
  };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 where it is, as servers that greet in other languages send; otherwise each octet as one character. */
function textOf(octets: Buffer): string {
  try {
    return utf8.decode(octets);
  } catch {
    return octets.toString("latin1");
  }
}
