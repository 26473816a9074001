import type { Share } from "./room.ts";

/** Collects a message after DATA (RFC 5321 section 4.1.1.4) and finds its end. */
export interface DataReader {
  /** Takes octets as they come; says what they came to. */
  readonly push: (
    chunk: Buffer,
  ) => "more" | "too-long" | "no-room" | { readonly message: Buffer; readonly rest: Buffer };
}

const END = Buffer.from("\r\n.\r\n");
/** A dot that begins a line was put before one (RFC 5321 section 4.5.2). */
const STUFFED = Buffer.from("\r\n.");
/** The line before the first one has ended with the command. */
const BEFORE = Buffer.from("\r\n");
/** Octets that a message is given at first. It gets twice as many whenever they are full, where there is room. */
const FIRST = 4_096;

/**
 * The end is CR LF, a dot, CR LF and nothing else: a dot between bare line feeds is part of the message, for every reader
 * of it. What has come lies in one buffer, taken from `share`, in however many pieces it comes.
 */
export function createDataReader(max: number, share: Share): DataReader {
  let all = BEFORE;
  let size = BEFORE.length;
  return {
    push(chunk) {
      const needed = size + chunk.length;
      if (needed > all.length) {
        const wanted = Math.max(needed, Math.min(2 * all.length, max + FIRST), FIRST);
        const grown = [wanted, needed].find((octets) => share.grow(octets - all.length));
        if (grown === undefined) return "no-room";
        const larger = Buffer.allocUnsafeSlow(grown);
        all.copy(larger, 0, 0, size);
        all = larger;
      }
      chunk.copy(all, size);
      // The end may have begun in what came before.
      const at = all.subarray(0, needed).indexOf(END, Math.max(0, size - END.length + 1));
      size = needed;
      if (at < 0) return size > max + END.length ? "too-long" : "more";
      const end = at + BEFORE.length;
      if (end - BEFORE.length > max) return "too-long";
      const rest = Buffer.from(all.subarray(at + END.length, size));
      return { message: unstuffed(all, end).subarray(BEFORE.length), rest };
    },
  };
}

/** Takes the dots out where they are: another copy would be another message. */
function unstuffed(all: Buffer, end: number): Buffer {
  const message = all.subarray(0, end);
  let to = 0;
  let from = 0;
  for (;;) {
    const at = message.indexOf(STUFFED, from);
    const until = at < 0 ? end : at + BEFORE.length;
    message.copy(message, to, from, until);
    to += until - from;
    if (at < 0) return message.subarray(0, to);
    from = until + 1;
  }
}
