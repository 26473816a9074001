import type { Socket } from "node:net";
import type { SmtpOddity, SmtpReply } from "../../facts/smtp.ts";
import { deadline } from "./deadline.ts";
import { createReplyReader, type ReplyFault, replyCaps } from "./reply-reader.ts";

/** What a wait for one reply came to. */
export type Heard =
  | { readonly kind: "reply"; readonly reply: SmtpReply }
  | { readonly kind: "fault"; readonly fault: ReplyFault }
  /** `garbled`: what had arrived by then cannot be the beginning of a reply. */
  | { readonly kind: "timeout"; readonly garbled: boolean }
  | { readonly kind: "closed"; readonly code?: string; readonly garbled: boolean };

/** What one session keeps over its two conversations, before TLS and inside it. */
export interface Log {
  readonly transcript: string[];
  readonly oddities: Set<SmtpOddity>;
  /** Writes something into the transcript that neither side said in so many words. */
  readonly remark: (words: string) => void;
  /** Milliseconds since the session began. */
  readonly elapsed: () => number;
  /** Milliseconds that the session has left. */
  readonly left: () => number;
}

const TRANSCRIPT_LINES = 60;
const TRANSCRIPT_LINE = 255;

export function createLog(sessionMs: number): Log {
  // Not the vantage's clock: that one may stand still, and the wall clock may jump.
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const transcript: string[] = [];
  return {
    transcript,
    oddities: new Set(),
    remark: (words) => put(transcript, `-- ${words}`),
    elapsed,
    left: () => Math.max(0, sessionMs - elapsed()),
  };
}

const write = ({ transcript }: Log, who: "C" | "S", line: string): void =>
  put(transcript, `${who}: ${line.slice(0, TRANSCRIPT_LINE)}`);

function put(transcript: string[], line: string): void {
  if (transcript.length < TRANSCRIPT_LINES) transcript.push(line);
  else if (transcript.length === TRANSCRIPT_LINES) transcript.push("…");
}

/** One side of SMTP over one socket: say a command, hear a reply, in turns (RFC 5321 section 4.1.1 without pipelining). */
export interface Conversation {
  readonly say: (command: string) => void;
  /** Waits for one complete reply. Octets that arrive do not extend the wait, nor does the session's end move. */
  readonly hear: (ms: number) => Promise<Heard>;
  /** Lets go of the socket, so that TLS can take it; false when octets were waiting, which nobody will ever read. */
  readonly release: () => boolean;
}

export function converse(socket: Socket, log: Log): Conversation {
  const reader = createReplyReader(replyCaps);
  let over: { readonly code?: string } | undefined;
  let farewell: SmtpReply | undefined;
  let wake = () => {};

  const onData = (chunk: Uint8Array) => {
    // A flood is left in the kernel's buffer, where it stops the sender.
    if (!reader.push(chunk)) socket.pause();
    wake();
  };
  const onEnd = () => {
    over ??= {};
    wake();
  };
  const onError = (error: NodeJS.ErrnoException) => {
    over ??= error.code ? { code: error.code } : {};
    wake();
  };
  socket.on("data", onData).on("end", onEnd).on("close", onEnd).on("error", onError);
  if (socket.destroyed) over = {};

  const unfinished = () => {
    for (const line of reader.pending()) write(log, "S", line);
  };

  /** The next reply out of what has arrived, noted in the transcript. */
  function read(): Heard | undefined {
    const read = reader.next();
    if (!read) return undefined;
    if (read.kind === "fault") {
      unfinished();
      write(log, "S", read.line);
      return { kind: "fault", fault: read.fault };
    }
    const { code, lines } = read.reply;
    for (const [i, line] of lines.entries()) write(log, "S", `${code}${i < lines.length - 1 ? "-" : " "}${line}`);
    if (read.bareLf) log.oddities.add("bare-lf");
    return { kind: "reply", reply: read.reply };
  }

  function look(): Heard | undefined {
    if (farewell) return { kind: "reply", reply: farewell };
    const heard = read();
    if (heard) return heard;
    if (!over) return undefined;
    unfinished();
    return { kind: "closed", ...over, garbled: reader.garbled() };
  }

  return {
    say(command) {
      // What lies here before we speak answers nothing we say: taken for the next reply, it would put every later one
      // out of step. Only 421, by which a server may leave at any time (RFC 5321 section 3.8), is kept.
      for (let heard = read(); heard?.kind === "reply"; heard = read()) {
        if (heard.reply.code === 421) farewell ??= heard.reply;
        else log.oddities.add("unsolicited-reply");
      }
      if (reader.discard()) log.oddities.add("unsolicited-reply");
      if (over || farewell) return;
      write(log, "C", command);
      socket.write(`${command}\r\n`, "latin1");
    },
    hear(ms) {
      return new Promise((resolve) => {
        const settle = (heard: Heard) => {
          callOff();
          wake = () => {};
          resolve(heard);
        };
        const callOff = deadline(Math.min(ms, log.left()), () => {
          unfinished();
          settle({ kind: "timeout", garbled: reader.garbled() });
        });
        wake = () => {
          const heard = look();
          if (heard) settle(heard);
        };
        wake();
      });
    },
    release() {
      socket.off("data", onData).off("end", onEnd).off("close", onEnd).off("error", onError);
      return !reader.discard();
    },
  };
}
