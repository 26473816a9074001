/** How one attempt ended for one recipient. */
export type State = "accepted" | "deferred" | "refused";

/** What a log knows of a message beside its outcomes; values as they stand there. */
export interface MessageFacts {
  /** The envelope sender. */
  readonly from?: string;
  readonly messageId?: string;
  /** What our server said in EHLO. */
  readonly helo?: string;
  /** The local address of the connection. */
  readonly local?: string;
}

/** An outcome as a log has it: nothing is judged yet, and local parts may be in it. */
export interface LoggedOutcome {
  readonly state: State;
  /** Recipients' addresses; empty where the log names none. */
  readonly to: readonly string[];
  /** How many recipients there were, where the log counts and does not name them. */
  readonly unnamed?: number;
  /** Whether none is left waiting: recipients of the message that were deferred before are among these. */
  readonly all?: boolean;
  /** The server that was talked to. */
  readonly host?: string;
  readonly hostAddress?: string;
  /** The local address of the connection. */
  readonly local?: string;
  /** What the server replied, or our own server wrote instead. */
  readonly said: string;
  /** The enhanced status code that the log has in a field of its own. */
  readonly status?: string;
  /**
   * What the log says once more, in general: `recipient` counts where the same recipient has no outcome of this state yet,
   * `message` where the message has no outcome at all.
   */
  readonly unlessKnown?: "recipient" | "message";
}

/**
 * What a line tells. `message` ties the lines of one message together and is unique in the text. `expired`: the server
 * gave up on every recipient that is still deferred, or on the one that is named.
 */
export type Note =
  | {
      readonly kind: "outcome";
      readonly message: string;
      readonly outcome: LoggedOutcome;
      /** The connection it came over, whose lines belong to it as well. */
      readonly session?: string;
    }
  | { readonly kind: "facts"; readonly message: string; readonly facts: MessageFacts }
  | {
      readonly kind: "expired";
      readonly message: string;
      /** The recipient it gave up on, where it is not all of them. */
      readonly to?: string;
    };

/** A line of a log without what syslog and its like put in front of it. */
export interface LogLine {
  /** When, as ISO 8601: with `Z` where the line says its zone, without where it does not. */
  readonly at: string | undefined;
  /** The program, as syslog names it. */
  readonly program: string;
  readonly body: string;
  /** Whether it is a log's for sure: somebody's own words may begin with `error:` or `host mx.b.example`, too. */
  readonly certain: boolean;
}

/**
 * Reads the lines of one program. Undefined: the line is none of its own. An empty list: it is, and tells of no mail that
 * we sent.
 */
export type LineReader = (line: LogLine) => readonly Note[] | undefined;

/** One program's log. A reader is made for each text: it may remember earlier lines. */
export interface LogFormat {
  readonly id: string;
  readonly open: () => LineReader;
}

/** A value of a `key="value"` pair without its quotation marks and their escapes. */
export const unquoted = (value: string): string =>
  value.startsWith('"') ? value.replace(/^"|"$/g, "").replace(/\\(.)/g, "$1") : value;

export const outcome = (message: string, logged: LoggedOutcome, session?: string): Note => ({
  kind: "outcome",
  message,
  outcome: logged,
  ...(session ? { session } : {}),
});
export const facts = (message: string, known: MessageFacts): Note => ({ kind: "facts", message, facts: known });
