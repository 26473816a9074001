import { PIECE, type Share } from "./room.ts";

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

/**
 * The end is CR LF, a dot, CR LF and nothing else: a dot between bare line feeds is part of the message, for every reader
 * of it. What has come lies in pieces of `share`, however small the chunks are in which it comes.
 */
export function createDataReader(max: number, share: Share): DataReader {
  const pieces: Buffer[] = [];
  let size = 0;
  /** The last octets that came, in which the end may have begun. */
  let tail = BEFORE;

  /** False where there is no room for it. */
  const keep = (octets: Buffer): boolean => {
    for (let at = 0; at < octets.length; ) {
      const used = size % PIECE;
      if (used === 0) {
        const piece = share.take();
        if (!piece) return false;
        pieces.push(piece);
      }
      const copied = octets.copy(pieces.at(-1) as Buffer, used, at);
      at += copied;
      size += copied;
    }
    return true;
  };

  /** Where the end begins, counted from the beginning of the chunk: it may have begun before. */
  const endIn = (chunk: Buffer): number | undefined => {
    const seam = Buffer.concat([tail, chunk.subarray(0, END.length - 1)]).indexOf(END);
    if (seam >= 0) return seam - tail.length;
    const at = chunk.indexOf(END);
    return at < 0 ? undefined : at;
  };

  return {
    push(chunk) {
      const end = endIn(chunk);
      if (end === undefined) {
        if (!keep(chunk)) return "no-room";
        tail = Buffer.from(Buffer.concat([tail, chunk.subarray(-(END.length - 1))]).subarray(-(END.length - 1)));
        return size > max + END.length ? "too-long" : "more";
      }
      // The end of the last line belongs to the message.
      const length = size + end + BEFORE.length;
      if (length > max) return "too-long";
      if (!keep(chunk.subarray(0, Math.max(0, end + BEFORE.length)))) return "no-room";
      const message = unstuffed(joined(pieces, Math.max(0, length)));
      return { message, rest: Buffer.from(chunk.subarray(end + END.length)) };
    },
  };
}

function joined(pieces: readonly Buffer[], length: number): Buffer {
  const all = Buffer.allocUnsafeSlow(BEFORE.length + length);
  BEFORE.copy(all);
  for (const [i, piece] of pieces.entries()) piece.copy(all, BEFORE.length + i * PIECE);
  return all;
}

/** Takes the dots out where they are, and the line end before the first line away. */
function unstuffed(all: Buffer): Buffer {
  let to = 0;
  for (let from = 0; ; ) {
    const at = all.indexOf(STUFFED, from);
    const until = at < 0 ? all.length : at + BEFORE.length;
    all.copy(all, to, from, until);
    to += until - from;
    if (at < 0) return all.subarray(BEFORE.length, to);
    from = until + 1;
  }
}
