/** One line as it came, without its ending. */
export interface Line {
  /** At most as many octets as the reader keeps of a line. */
  readonly octets: Buffer;
  /** Whether there were more octets than that. */
  readonly cut: boolean;
  /** Whether it ended with a bare LF (RFC 5321 section 2.3.8 wants CR LF). */
  readonly bareLf: boolean;
}

export interface LineReader {
  /** Takes octets as they come, and copies what it keeps of them. */
  readonly push: (chunk: Buffer) => void;
  /** The next whole line, if there is one. */
  readonly take: () => Line | undefined;
  /** Octets that belong to no line taken yet. */
  readonly pending: () => number;
  /** Hands over those octets, as what follows DATA, or to throw them away, as what came before TLS. */
  readonly drain: () => Buffer;
}

const LF = 0x0a;
const CR = 0x0d;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Splits octets into lines and keeps the beginning of each: however long a line is, no more than `max` octets of it are
 * held. A line ends with CR LF or, as from people who type, with LF alone; a CR elsewhere is one of its octets.
 */
export function createLineReader(max: number): LineReader {
  /** What is not looked at yet. */
  let rest = NOTHING;
  /** The beginning of a line whose end has not come, where that is longer than what is kept. */
  let head = NOTHING;
  let dropped = false;

  const keep = (part: Buffer) => {
    const room = max + 1 - head.length;
    if (part.length > room) dropped = true;
    // A copy: a slice would hold on to the whole chunk.
    head = Buffer.concat([head, part.subarray(0, room)]);
  };

  /** Of a line that is too long the beginning is kept at once: who sends it may not be asked for it for a while. */
  const letGo = () => {
    if (head.length + rest.length <= max || rest.includes(LF)) return;
    keep(rest);
    rest = NOTHING;
  };

  return {
    push(chunk) {
      // Of a line that is too long already only the end is waited for.
      const from = dropped && rest.length === 0 ? chunk.indexOf(LF) : 0;
      if (from < 0) return;
      rest = Buffer.concat([rest, chunk.subarray(from)]);
      letGo();
    },

    take() {
      const end = rest.indexOf(LF);
      if (end < 0) return undefined;
      const isCr = (end > 0 ? rest[end - 1] : dropped ? undefined : head.at(-1)) === CR;
      keep(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      const whole = !dropped && isCr ? head.subarray(0, -1) : head;
      const line = {
        octets: Buffer.from(whole.subarray(0, max)),
        cut: dropped || whole.length > max,
        bareLf: !dropped && !isCr,
      };
      head = NOTHING;
      dropped = false;
      letGo();
      return line;
    },

    pending: () => head.length + rest.length,

    drain() {
      const all = Buffer.concat([head, rest]);
      rest = NOTHING;
      head = NOTHING;
      dropped = false;
      return all;
    },
  };
}
