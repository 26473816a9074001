/** Collects a message after DATA (RFC 5321 section 4.1.1.4) and finds its end. */
export interface DataReader {
  /** Takes octets as they come; says what they came to. */
  readonly push: (chunk: Buffer) => "more" | "too-long" | { readonly message: Buffer; readonly rest: Buffer };
}

const END = Buffer.from("\r\n.\r\n");

/**
 * The end is CR LF, a dot, CR LF and nothing else: a dot between bare line feeds is part of the message, for every reader
 * of it.
 */
export function createDataReader(max: number): DataReader {
  // The line before the first one has ended with the command.
  let all = Buffer.from("\r\n");
  const chunks: Buffer[] = [];
  let size = 0;
  /** The last octets that came, in which the end may have begun. */
  let tail = all;
  return {
    push(chunk) {
      const seam = Buffer.concat([tail, chunk]);
      const at = seam.indexOf(END);
      chunks.push(chunk);
      size += chunk.length;
      if (at < 0) {
        tail = Buffer.from(seam.subarray(-(END.length - 1)));
        return size > max ? "too-long" : "more";
      }
      const rest = seam.subarray(at + END.length);
      all = Buffer.concat([all, ...chunks]);
      const message = all.subarray(2, all.length - rest.length - 3);
      return message.length > max ? "too-long" : { message: unstuffed(message), rest };
    },
  };
}

/** A dot that begins a line was put before one (RFC 5321 section 4.5.2). */
function unstuffed(message: Buffer): Buffer {
  const text = message.toString("latin1");
  return Buffer.from(text.replace(/(^|\r\n)\./g, "$1"), "latin1");
}
